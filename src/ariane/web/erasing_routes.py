"""The page on which a case is erased as the law may ask."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from ariane.web.erasing import Erasing, NotErasedError
from ariane.web.form_schema import form_of
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form
from ariane.wording.catalogue import say

router = APIRouter(prefix="/erase")
Form = Annotated[FormData, Depends(checked_form)]
IDENTIFIER = re.compile(r"[0-9a-f]{32}")
LONGEST_REASON = 500


def erasing_of(request: Request) -> Erasing:
    """Return the erasure of this workbench."""
    erasing: Erasing = request.app.state.erasing
    return erasing


@router.get("")
def erase_page(request: Request, case: str = "") -> Response:
    """Ask for the case, its name and the reason; `case` is an identifier or an address."""
    name = erasing_of(request).name_of(_identifier(case), request.state.person)
    return page(request, "erase.html.j2", case=case, name=name, reason="", problems=[])


@router.post("", openapi_extra=form_of("case", "name", "reason"))
def erase(request: Request, form: Form) -> Response:
    """Erase a case; what is in the way is said, and nothing is changed then."""
    erasing, person, language = erasing_of(request), request.state.person, language_of(request)
    case, name, reason = (str(form.get(key, "")) for key in ("case", "name", "reason"))
    reason = reason[:LONGEST_REASON]
    try:
        done = erasing.erase(_identifier(case), name, reason, person)
    except NotErasedError as error:
        shown = erasing.name_of(_identifier(case), person)
        problems = [say(f"erasing:{obstacle}", language) for obstacle in error.obstacles]
        values = {"case": case, "name": shown, "reason": reason, "problems": problems}
        return page(request, "erase.html.j2", 422, **values)
    return page(request, "erased.html.j2", done=done)


def _identifier(given: str) -> str:
    """Return the identifier in what was given: itself, or the address of a page of the case."""
    found = IDENTIFIER.search(given)
    return found[0] if found else ""
