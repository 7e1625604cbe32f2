"""Paste a pathology report: stains are proposed with their words, and accepted one by one."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from ariane.case.reports.reading import read_report
from ariane.case.reports.stain import Stain
from ariane.facts.vocabulary import BY_NAME
from ariane.web.case_routes import casework_of
from ariane.web.form_schema import form_of
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form
from ariane.wording.catalogue import label
from ariane.wording.language import Language
from ariane.wording.phrases import value_words

router = APIRouter(prefix="/cases/{case_id}/report")
Form = Annotated[FormData, Depends(checked_form)]
LONGEST = 100_000


class Proposed(NamedTuple):
    """One stain as read; `value` is empty where nothing may be accepted."""

    number: int
    fact: str
    label: str
    value: str
    result: str
    words: str
    contradicted: bool


class Piece(NamedTuple):
    """A stretch of the report; `number` names the stain that was read in it, 0 for none."""

    text: str
    number: int


@router.get("")
def blank(request: Request, case_id: str) -> Response:
    """Show the page for pasting."""
    return _shown(request, case_id, "")


@router.post("", openapi_extra=form_of("text"))
def read(request: Request, case_id: str, form: Form) -> Response:
    """Show what was read in a report, each stain to be accepted, and what was not read."""
    return _shown(request, case_id, str(form.get("text", ""))[:LONGEST].replace("\r\n", "\n"))


def _shown(request: Request, case_id: str, text: str) -> Response:
    language = language_of(request)
    stored = casework_of(request).stored(case_id, request.state.person)
    reading = read_report(text)
    return page(
        request,
        "report.html.j2",
        stored=stored,
        text=text,
        proposed=[_proposed(i, s, language) for i, s in enumerate(reading.stains, start=1)],
        pieces=list(_pieces(text, reading.stains)),
        unread=reading.unread,
    )


def _proposed(number: int, stain: Stain, language: Language) -> Proposed:
    fact = BY_NAME[stain.fact]
    result = "" if stain.result is None else value_words(fact, stain.result, language)
    return Proposed(
        number,
        stain.fact,
        label(fact, language),
        stain.result or "",
        result,
        stain.text,
        stain.contradicted,
    )


def _pieces(text: str, stains: tuple[Stain, ...]) -> list[Piece]:
    """Cut a report where stains were read; where two overlap, the first is marked."""
    pieces, reached = [], 0
    numbered = enumerate(stains, start=1)
    for number, stain in sorted(numbered, key=lambda pair: pair[1].start):
        if stain.start < reached:
            continue
        pieces += [Piece(text[reached : stain.start], 0), Piece(stain.text, number)]
        reached = stain.end
    return [*pieces, Piece(text[reached:], 0)]
