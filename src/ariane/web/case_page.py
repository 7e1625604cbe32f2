"""One case: what is known, entered in place, and what follows from it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from ariane.consult.reasons import explanation
from ariane.documents.reasoning import branch
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import Fact
from ariane.web.case_routes import casework_of
from ariane.web.case_steps import NothingToUndoError
from ariane.web.case_view import case_view, changed_fields
from ariane.web.casework import OpenCase
from ariane.web.entries import entered
from ariane.web.failures import failure
from ariane.web.form_schema import form_of
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form, revision_of
from ariane.wording.catalogue import ambiguity, text, title

router = APIRouter(prefix="/cases/{case_id}")
Form = Annotated[FormData, Depends(checked_form)]
MARKS = {"holds": "✔", "fails": "✖", "unknown": "?"}


@router.get("")
def case_page(request: Request, case_id: str) -> Response:
    """Show a case with its consultation."""
    opened = casework_of(request).open(case_id, request.state.person)
    return page(request, "case.html.j2", **case_view(opened, language_of(request)))


@router.post("/facts", openapi_extra=form_of("revision", "fact", more=True))
def set_facts(request: Request, case_id: str, form: Form, brief: bool = False) -> Response:
    """Record the facts that `fact` names, each with the values under its own name.

    A `brief` answer says no more than that they have been taken.
    """
    names = [str(name) for name in form.getlist("fact")]
    changes = {name: entered(_fact(name), [str(v) for v in form.getlist(name)]) for name in names}
    casework = casework_of(request)
    opened = casework.set_facts(case_id, _base(form), changes, request.state.person)
    if brief:
        return page(request, "accepted.html.j2", stored=opened.stored)
    return _updated(request, opened, frozenset(names))


@router.post("/exams", openapi_extra=form_of("revision", "exam", "status", "date"))
def set_exam(request: Request, case_id: str, form: Form) -> Response:
    """Record how far an examination has come; an empty status takes the record out."""
    exam, status = str(form.get("exam", "")), str(form.get("status", ""))
    if exam not in tuple(Exam) or (status and status not in tuple(ExamStatus)):
        raise HTTPException(422, "exam")
    day = str(form.get("date", "")).strip()
    entry = ({"status": status} | ({"date": day} if day else {})) if status else None
    opened = casework_of(request).set_entry(
        case_id, _base(form), "exams", exam, entry, request.state.person
    )
    return _updated(request, opened)


@router.post("/details", openapi_extra=form_of("revision", "notes", "as_of"))
def set_details(request: Request, case_id: str, form: Form) -> Response:
    """Record the notes, or the day at which the facts are true."""
    casework, person = casework_of(request), request.state.person
    key = "notes" if "notes" in form else "as_of"
    value = str(form.get(key, "")).strip()
    return _updated(request, casework.set_field(case_id, _base(form), key, value, person))


@router.post("/undo", openapi_extra=form_of("revision"))
def undo(request: Request, case_id: str, form: Form) -> Response:
    """Go back one step; the step stays in the history."""
    try:
        casework_of(request).undo(case_id, _base(form), request.state.person)
    except NothingToUndoError:
        return failure(request, 409, "nothing-to-undo", f"/cases/{case_id}")
    response = Response(status_code=204)
    response.headers["HX-Refresh"] = "true"
    return response


@router.get("/why/{statement_id}")
def why(request: Request, case_id: str, statement_id: str) -> Response:
    """Show the reasoning behind one statement, and what the text leaves open in it."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    try:
        entry = opened.consultation[statement_id]
    except KeyError:
        raise HTTPException(404, "statement") from None
    return page(
        request,
        "why.html.j2",
        title=title(statement_id, language),
        text=text(statement_id, language),
        tree=branch(explanation(opened.consultation, entry), opened.consultation, language),
        marks=MARKS,
        remarks=[ambiguity(name, language) for name in entry.statement.ambiguities],
    )


def _updated(request: Request, opened: OpenCase, named: frozenset[str] = frozenset()) -> Response:
    language = language_of(request)
    shown: dict[str, Any] = case_view(opened, language)
    fields = changed_fields(opened, named, shown["groups"])
    return page(request, "update.html.j2", **shown, changed=fields)


def _fact(name: str) -> Fact:
    fact = BY_NAME.get(name)
    if fact is None:
        raise HTTPException(422, f"fact {name!r}")
    return fact


def _base(form: FormData) -> int:
    return revision_of(str(form.get("revision", "")))
