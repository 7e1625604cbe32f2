"""The list of cases, new ones, and case files brought in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from ariane.case.problems import CaseError
from ariane.case.tree import MAX_BYTES
from ariane.store.cases import StoredCase
from ariane.web.casework import Casework
from ariane.web.form_schema import files_of, form_of
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form
from ariane.wording.catalogue import say
from ariane.wording.refusals import problem_words

router = APIRouter()
Form = Annotated[FormData, Depends(checked_form)]


async def uploaded(form: Form) -> list[tuple[str, bytes]]:
    """Return the names and contents of the files of a form, one byte past the limit at most."""
    files = [entry for entry in form.getlist("file") if isinstance(entry, UploadFile)]
    return [(file.filename or "?", await file.read(MAX_BYTES + 1)) for file in files]


Files = Annotated[list[tuple[str, bytes]], Depends(uploaded)]


def casework_of(request: Request) -> Casework:
    """Return the work on cases of this workbench."""
    casework: Casework = request.app.state.casework
    return casework


@router.get("/cases")
def cases(request: Request, archived: bool = False) -> Response:
    """Show the cases on the list, or those taken off it."""
    return _listing(request, archived=archived)


@router.post("/cases", openapi_extra=form_of("title"))
def new_case(request: Request, form: Form) -> Response:
    """Begin a case of which nothing is known."""
    language = language_of(request)
    title = str(form.get("title", "")).strip() or say("web:new-case.title", language)
    stored = casework_of(request).create(title, request.state.person)
    return RedirectResponse(f"/cases/{stored.id}", 303)


@router.post("/cases/import", openapi_extra=files_of("file"))
def bring_in(request: Request, files: Files) -> Response:
    """Bring in case files; those that are refused are listed with all that is wrong with them."""
    language = language_of(request)
    refused, taken = [], []
    for name, content in files:
        try:
            taken.append(casework_of(request).bring_in(content, name, request.state.person))
        except CaseError as error:
            problems = [problem_words(problem, language) for problem in error.problems]
            refused.append((name, problems))
    if len(taken) == 1 and not refused:
        return RedirectResponse(f"/cases/{taken[0].id}", 303)
    return _listing(request, 422 if refused else 200, refused=refused, taken=taken)


@router.post("/cases/{case_id}/archive", openapi_extra=form_of())
def archive(request: Request, case_id: str, form: Form) -> Response:
    """Take a case off the list; it is kept."""
    casework_of(request).archive(case_id, request.state.person)
    return RedirectResponse("/cases", 303)


@router.post("/cases/{case_id}/restore", openapi_extra=form_of())
def restore(request: Request, case_id: str, form: Form) -> Response:
    """Put an archived case back on the list."""
    casework_of(request).archive(case_id, request.state.person, archived=False)
    return RedirectResponse(f"/cases/{case_id}", 303)


def _listing(
    request: Request,
    status: int = 200,
    refused: list[tuple[str, list[str]]] | None = None,
    taken: list[StoredCase] | None = None,
    archived: bool = False,
) -> Response:
    values = {
        "cases": casework_of(request).all_cases(request.state.person, archived),
        "archived": archived,
        "refused": refused or [],
        "taken": taken or [],
    }
    return page(request, "cases.html.j2", status, **values)
