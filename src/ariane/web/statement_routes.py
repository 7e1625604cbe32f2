"""The whole chapter for one case: every statement by section, with a filter by truth."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response

from ariane.consult.consultation import Assessed
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.truth import Truth
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page
from ariane.wording.catalogue import heading, label, say, title
from ariane.wording.language import Language

router = APIRouter(prefix="/cases/{case_id}")


class Line(NamedTuple):
    """A statement in one line; `missing` names the facts that can still turn it."""

    id: str
    title: str
    truth: str
    strength: str
    strength_label: str
    grade: str
    missing: str


class SectionLines(NamedTuple):
    """A section of the chapter with its statements."""

    number: str
    heading: str
    lines: tuple[Line, ...]


@router.get("/statements")
def statements(request: Request, case_id: str, truth: Truth | None = None) -> Response:
    """Show every statement, or those of one truth."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    everything = list(opened.consultation)
    shown = [entry for entry in everything if truth in (None, entry.settled_truth)]
    counts = {kind.value: sum(e.settled_truth is kind for e in everything) for kind in Truth}
    return page(
        request,
        "statements.html.j2",
        stored=opened.stored,
        chosen="" if truth is None else truth.value,
        counts={"": len(everything), **counts},
        sections=_sections(shown, language),
    )


def _sections(shown: Iterable[Assessed], language: Language) -> list[SectionLines]:
    return [
        SectionLines(
            number, heading(number, language), tuple(_line(entry, language) for entry in found)
        )
        for number, found in groupby(shown, key=lambda entry: entry.statement.section)
    ]


def _line(entry: Assessed, language: Language) -> Line:
    statement = entry.statement
    open_facts = entry.missing if entry.settled_truth is Truth.UNKNOWN else ()
    return Line(
        entry.id,
        title(entry.id, language),
        entry.settled_truth.value,
        statement.strength.value,
        say(f"strength.{statement.strength}", language),
        say(f"grade.{statement.grade}", language) if statement.grade else "",
        ", ".join(label(BY_NAME[name], language) for name in open_facts),
    )
