"""Every statement for a case, with its truth; what a box of an algorithm says; molecular biology.

What a consultation leaves out for good reason can be looked up here, and asked why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from ariane.consult.consultation import Assessed, Consultation, Pathway, Step
from ariane.documents.places import printed_place
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.guideline.algorithm import Node
from ariane.logic.structure import base_facts
from ariane.logic.truth import Truth
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page
from ariane.wording.catalogue import heading, label, say, table, text, title
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, known_words, whole_condition

router = APIRouter(prefix="/cases/{case_id}")
MOLECULAR = frozenset(fact.name for fact in BY_DOMAIN["molecular"])
TRUTHS = ("holds", "unknown", "fails")


class Line(NamedTuple):
    """One statement: `missing` are the names and labels of the facts that can still turn it."""

    id: str
    title: str
    truth: str
    strength: str
    place: str
    missing: tuple[tuple[str, str], ...]


class Way(NamedTuple):
    """One arrow out of a box: where to, on what condition, and the facts that it waits for."""

    target: str
    condition: str
    truth: str
    missing: tuple[tuple[str, str], ...]


@router.get("/statements")
def statements(request: Request, case_id: str, q: str = "", truth: str = "") -> Response:
    """Show all statements by section; only those of one truth, or with some words, where asked."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    words = _bare(q[:200]).split()
    lines = [
        _line(entry, language)
        for entry in opened.consultation
        if truth not in TRUTHS or entry.settled_truth == Truth(truth)
        if all(word in _searched(entry, language) for word in words)
    ]
    return page(
        request,
        "statements.html.j2",
        stored=opened.stored,
        q=q,
        truth=truth,
        truths=TRUTHS,
        total=len(lines),
        sections=_by_section(lines, opened.consultation, language),
    )


@router.get("/pathway/{algorithm}/{box}")
def box(request: Request, case_id: str, algorithm: str, box: str) -> Response:
    """Show one box of an algorithm: the facts that it waits for, the passages it stands on."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    pathway, node = _box(opened.consultation, algorithm, box)
    return page(
        request,
        "box.html.j2",
        stored=opened.stored,
        name=table(language, "algorithms")[node.id],
        figure=table(language, "algorithms")[algorithm],
        visited=node.id in pathway.visited,
        ways=[_way(step, language) for step in pathway.steps if step.edge.source == node.id],
        lines=_lines(_passages(opened.consultation, pathway, node), language),
    )


@router.get("/molecular")
def molecular(request: Request, case_id: str) -> Response:
    """Show what is known of the molecular biology, what follows from it, and what waits for it."""
    language = language_of(request)
    opened = casework_of(request).open(case_id, request.state.person)
    known = opened.consultation.case.known
    about = [entry for entry in opened.consultation if _names_molecular(entry)]
    follows = [e for e in about if e.settled_truth is Truth.HOLDS and _rests_on(e, known)]
    waits = [e for e in about if e.settled_truth is Truth.UNKNOWN and set(e.missing) & MOLECULAR]
    return page(
        request,
        "molecular.html.j2",
        stored=opened.stored,
        known=[
            known_words(fact, known[fact.name], language)
            for fact in BY_DOMAIN["molecular"]
            if known.get(fact.name) is not None
        ],
        follows=_lines(follows, language),
        waits=_lines(waits, language),
    )


def _names_molecular(entry: Assessed) -> bool:
    return any(fact.name in MOLECULAR for fact in base_facts(entry.statement.when))


def _rests_on(entry: Assessed, known: Mapping[str, Any]) -> bool:
    """Return whether a molecular fact that is known is among those that the statement names."""
    names = {fact.name for fact in base_facts(entry.statement.when)} & MOLECULAR
    return any(known.get(name) is not None for name in names)


def _box(consultation: Consultation, algorithm: str, box: str) -> tuple[Pathway, Node]:
    for pathway in consultation.pathways:
        for node in pathway.algorithm.nodes:
            if pathway.algorithm.id == algorithm and node.id == box:
                return pathway, node
    raise HTTPException(404, "box")


def _passages(consultation: Consultation, pathway: Pathway, node: Node) -> list[Assessed]:
    """Return the statements on the lines that print a box, else the one that enters its figure."""
    first, last = node.lines
    found = [
        entry
        for entry in consultation
        if any(start <= last and first <= end for start, end in entry.statement.lines)
    ]
    return found or [consultation[pathway.algorithm.entered_by]]


def _way(step: Step, language: Language) -> Way:
    return Way(
        table(language, "algorithms")[step.edge.target],
        capitalised(whole_condition(step.edge.when, language)),
        step.truth.value,
        _labels(step.missing, language),
    )


def _lines(entries: Iterable[Assessed], language: Language) -> list[Line]:
    return [_line(entry, language) for entry in entries]


def _line(entry: Assessed, language: Language) -> Line:
    return Line(
        entry.id,
        title(entry.id, language),
        entry.settled_truth.value,
        say(f"strength.{entry.statement.strength}", language),
        printed_place(entry.statement, language),
        _labels(entry.missing, language) if entry.settled_truth is Truth.UNKNOWN else (),
    )


def _labels(names: Iterable[str], language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((name, label(BY_NAME[name], language)) for name in names)


def _by_section(
    lines: list[Line], consultation: Consultation, language: Language
) -> list[tuple[str, list[Line]]]:
    section = {entry.id: entry.statement.section for entry in consultation}
    return [
        (f"{number} {heading(number, language)}", list(group))
        for number, group in groupby(lines, key=lambda line: section[line.id])
    ]


def _searched(entry: Assessed, language: Language) -> str:
    return _bare(f"{entry.id} {title(entry.id, language)} {text(entry.id, language)}")


def _bare(said: str) -> str:
    """Return text without capitals and accents, as people type it."""
    return "".join(c for c in normalize("NFKD", said.lower()) if not combining(c))
