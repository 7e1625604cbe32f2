"""What the page of a case shows, from the case as it stands on the desk."""

from __future__ import annotations

from typing import Any, NamedTuple

from ariane.consult.consultation import Consultation, Question
from ariane.consult.stains import read_stains
from ariane.documents.answers import answer_effect
from ariane.documents.origin_attached import DependentRow, attached_lines, dependent_rows
from ariane.documents.pathway_svg import pathway_svg
from ariane.documents.question_view import question_view
from ariane.documents.stain_reading import stain_lines
from ariane.documents.viewing import view
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.vocabulary import BY_DOMAIN
from ariane.logic.truth import Truth
from ariane.web.casework import OpenCase
from ariane.web.drawing_links import drawing_links
from ariane.web.entries import Field, FieldGroup, field, field_groups
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import known_words

KEYS = "123456789"


class Asked(NamedTuple):
    """The question on top: its field, and what each of its values would settle."""

    field: Field
    source: str
    settles: int
    effects: dict[str, str]


class Origin(NamedTuple):
    """Reports on the origin in a line each, and the statements beside them, by id."""

    lines: tuple[str, ...]
    beside: dict[str, DependentRow]


class ExamRow(NamedTuple):
    """One examination with its record."""

    exam: str
    label: str
    status: str
    date: str


def case_view(opened: OpenCase, language: Language) -> dict[str, Any]:
    """Return the values of `case.html.j2` and of the parts that it is made of."""
    consultation = opened.consultation
    reading = read_stains(opened.case)
    return {
        "stored": opened.stored,
        "document": {"as_of": "", "notes": "", **opened.document},
        "v": view(consultation, language, full=False),
        "groups": field_groups(opened.document, consultation, language),
        "asked": _asked(opened, language),
        "exams": _exams(opened, language),
        "statuses": [(s.value, say(f"status.{s}", language)) for s in ExamStatus],
        "keys": KEYS,
        "stains": [line.plain.strip() for line in stain_lines(reading, language)]
        if reading.results
        else [],
        "molecular": _known_in("molecular", consultation, language),
        "drawings": drawings(opened.stored.id, consultation, language),
        "origin": _origin(consultation, language),
    }


def changed_fields(
    opened: OpenCase, named: frozenset[str], groups: tuple[FieldGroup, ...]
) -> list[Field]:
    """Return the fields that a change touches: those named, and those that follow otherwise now."""
    before = opened.before or {}
    now = opened.case.recorded
    return [
        entry
        for group in groups
        for entry in group.fields
        if entry.name in named or before.get(entry.name) != now.get(entry.name)
    ]


def drawings(case_id: str, consultation: Consultation, language: Language) -> list[tuple[str, str]]:
    """Return the algorithms that this patient enters, as SVG without a style of its own.

    Their boxes lead to the facts that they wait for, or to the statements.
    """
    return [
        (
            pathway.algorithm.id,
            pathway_svg(
                pathway,
                language,
                styled=False,
                links=drawing_links(pathway, case_id, language),
            ),
        )
        for pathway in consultation.pathways
        if pathway.entered is Truth.HOLDS
    ]


def _origin(consultation: Consultation, language: Language) -> Origin:
    """Return the reports that the case carries, and the statements that they stand beside."""
    lines = attached_lines(consultation, language)
    if not lines:
        return Origin((), {})
    beside = {row[0]: row for row in dependent_rows(consultation, language)}
    return Origin(tuple(lines[1:-1]), beside)


def _known_in(domain: str, consultation: Consultation, language: Language) -> list[str]:
    recorded = consultation.case.recorded
    return [
        known_words(fact, recorded[fact.name], language)
        for fact in BY_DOMAIN[domain]
        if fact.name in recorded
    ]


def _asked(opened: OpenCase, language: Language) -> Asked | None:
    questions = opened.consultation.questions
    if not questions:
        return None
    first = questions[0]
    shown = question_view(first, language)
    return Asked(
        field(first.fact, opened.document, opened.consultation, language),
        shown.source,
        shown.count,
        _effects(first, language),
    )


def _effects(asked: Question, language: Language) -> dict[str, str]:
    """Return, for each value that a form can send, what it would settle."""
    shown = question_view(asked, language)
    return {
        str(value).lower() if isinstance(value, bool) else str(value): answer_effect(said, language)
        for answer, said in zip(asked.answers, shown.answers, strict=True)
        for value in answer.values
    }


def _exams(opened: OpenCase, language: Language) -> list[ExamRow]:
    rows = []
    for exam in Exam:
        record = opened.case.exams.get(exam)
        status = record.status.value if record else ""
        day = record.date.isoformat() if record and record.date else ""
        rows.append(ExamRow(exam.value, say(f"exam.{exam}", language), status, day))
    return rows
