"""The fields that an official form can be filled with, by name, as text."""

from __future__ import annotations

from collections.abc import Callable

from ariane.case.case import Case
from ariane.documents.case_rows import exam_rows, exam_value, fact_value, known_rows
from ariane.documents.referral_parts import next_session_words
from ariane.documents.sheet import Row
from ariane.facts.exams import Exam
from ariane.facts.vocabulary import BY_NAME, VOCABULARY
from ariane.wording.language import Language
from ariane.wording.phrases import date_words

BLANK = "_" * 12
"""What stands where the case does not know."""


def _date(case: Case, language: Language) -> str | None:
    return date_words(case.as_of, language) if case.as_of else None


def _all_of(*domains: str) -> Callable[[Case, Language], str | None]:
    def lines(case: Case, language: Language) -> str | None:
        return _joined(known_rows(case, domains, (), language), language)

    return lines


def _joined(rows: tuple[Row, ...], language: Language) -> str | None:
    colon = "\N{NO-BREAK SPACE}:" if language is Language.FR else ":"
    return "\n".join(f"{row.label}{colon} {row.value}" for row in rows) or None


_WHOLE: dict[str, Callable[[Case, Language], str | None]] = {
    "case_id": lambda case, _: case.id,
    "as_of": _date,
    "notes": lambda case, _: case.notes,
    "next_session": next_session_words,
    "all.person": _all_of("person"),
    "all.disease_extent": _all_of("disease_extent"),
    "all.pathology": _all_of("pathology", "stains"),
    "all.molecular": _all_of("molecular"),
    "all.tissue": _all_of("tissue"),
    "all.treatment": _all_of("treatment"),
    "all.exams": lambda case, language: _joined(exam_rows(case, language), language),
}
FIELDS: tuple[str, ...] = (
    *_WHOLE,
    *(f"exam.{exam}" for exam in Exam),
    *(fact.name for fact in VOCABULARY),
)
"""Every name that a map may use: the case, whole domains, one examination, one fact."""


def field_text(case: Case, name: str, language: Language) -> str:
    """Return what a field holds for a case, a blank where it is not known."""
    if name in _WHOLE:
        said = _WHOLE[name](case, language)
    elif name in BY_NAME:
        said = fact_value(case, name, language)
    else:
        said = exam_value(case, Exam(name.removeprefix("exam.")), language)
    return said or BLANK
