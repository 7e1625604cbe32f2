"""The origin of the tumour beside a case: reports, dropped files, all evidence together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from ariane.documents.origin_refusal import refusal_words
from ariane.origin.attaching import entry_of
from ariane.origin.refusal import InputRefused
from ariane.origin.report_reading import ReportRefusedError, report_from_data
from ariane.web.case_routes import casework_of
from ariane.web.form_schema import files_of, form_of
from ariane.web.origin_files import MOST_BYTES, Candidate, Dropped, FilesRefusedError, candidates
from ariane.web.origin_page import drawing_of, origin_page
from ariane.web.origin_readers import READERS
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form, revision_of
from ariane.wording.catalogue import say
from ariane.wording.language import Language

router = APIRouter(prefix="/cases/{case_id}/origin")
Form = Annotated[FormData, Depends(checked_form)]
LONGEST_NAME = 200
SVG = "image/svg+xml"


async def dropped(form: Form) -> list[Dropped]:
    """Return the files of a form, one byte past the limit at most."""
    files = [entry for entry in form.getlist("file") if isinstance(entry, UploadFile)]
    return [
        Dropped(file.filename or "", await file.read(MOST_BYTES + 1))
        for file in files
        if file.filename
    ]


Files = Annotated[list[Dropped], Depends(dropped)]


@router.get("")
def origin(request: Request, case_id: str) -> Response:
    """Show all that a case says of the origin."""
    return _shown(request, case_id)


@router.post("", openapi_extra=files_of("file", "revision", "sample"))
def bring(request: Request, case_id: str, form: Form, files: Files) -> Response:
    """Attach the report of files; of several samples one is to be chosen. Refusals change nothing.

    Whoever may not attach is refused before a file is read.
    """
    language = language_of(request)
    base = revision_of(str(form.get("revision", "")))
    casework_of(request).may_attach(case_id, base, request.state.person)
    sample = str(form.get("sample", "")).strip()[:LONGEST_NAME]
    try:
        found = candidates(files, sample, READERS)
    except FilesRefusedError as refused:
        return _shown(request, case_id, 422, refused=_words(refused, language))
    except InputRefused as refused:
        told = InputRefused(Path(refused.source).name, refused.problems)
        return _shown(request, case_id, 422, refused=refusal_words(told, language))
    if _belong_together(found, len(files)):
        return _attached(request, case_id, base, [one.entry for one in found])
    offered = [(one.sample, one.source, json.dumps(one.entry)) for one in found]
    return _shown(request, case_id, offered=offered)


@router.post("/chosen", openapi_extra=form_of("revision", "report"))
def chosen(request: Request, case_id: str, form: Form) -> Response:
    """Attach the report on the sample that was chosen."""
    base = revision_of(str(form.get("revision", "")))
    try:
        entry = entry_of(report_from_data(json.loads(str(form.get("report", "")))))
    except (ValueError, RecursionError, ReportRefusedError):
        raise HTTPException(422, "report") from None
    return _attached(request, case_id, base, [entry])


@router.post("/removed", openapi_extra=form_of("revision", "number"))
def removed(request: Request, case_id: str, form: Form) -> Response:
    """Take a report off the case; the history keeps it."""
    base = revision_of(str(form.get("revision", "")))
    number = revision_of(str(form.get("number", "")))
    try:
        casework_of(request).detach(case_id, base, number, request.state.person)
    except IndexError:
        raise HTTPException(404, "report") from None
    return RedirectResponse(f"/cases/{case_id}/origin", 303)


@router.get("/{drawing}.svg")
def drawn(request: Request, case_id: str, drawing: str) -> Response:
    """Return one drawing: `ihc`, `combined`, a report by its number, or `map-` and its number."""
    opened = casework_of(request).open(case_id, request.state.person)
    found = drawing_of(opened, drawing, language_of(request))
    if found is None:
        raise HTTPException(404, "drawing")
    return Response(found, media_type=SVG)


def _belong_together(found: list[Candidate], files: int) -> bool:
    """Return whether all are of one patient for all we see: one, or one a file, each another kind.

    Two samples of one file are never attached both.
    """
    kinds = {one.source for one in found}
    return len(found) == 1 or (len(found) == files == len(kinds))


def _attached(request: Request, case_id: str, base: int, entries: list[dict[str, Any]]) -> Response:
    casework_of(request).attach(case_id, base, entries, request.state.person)
    return RedirectResponse(f"/cases/{case_id}/origin", 303)


def _words(refused: FilesRefusedError, language: Language) -> str:
    return say(f"web_origin:refused.{refused.key}", language, **refused.values)


def _shown(
    request: Request,
    case_id: str,
    status: int = 200,
    refused: str = "",
    offered: list[tuple[str, str, str]] | None = None,
) -> Response:
    opened = casework_of(request).open(case_id, request.state.person)
    shown = origin_page(opened, language_of(request))
    return page(
        request,
        "origin.html.j2",
        status,
        refused=refused.splitlines(),
        offered=offered or [],
        **shown,
    )
