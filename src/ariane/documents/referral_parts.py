"""Parts that several documents of a referral share."""

from __future__ import annotations

from ariane.calculators.board_calendar import next_session
from ariane.case.case import Case
from ariane.documents.case_rows import (
    EXTENT,
    MATERIAL,
    MOLECULAR,
    PATHOLOGY,
    SITUATION,
    TREATMENT,
    exam_rows,
    fact_rows,
    known_rows,
)
from ariane.documents.dates import session_words
from ariane.documents.sheet import Part, Row
from ariane.wording.catalogue import Speaker, say
from ariane.wording.language import Language
from ariane.wording.phrases import date_words

PATIENT = ("last-name", "first-name", "birth", "number")
CLINICIAN = ("name", "hospital", "telephone", "mail", "presenter")


def of_case(case: Case, language: Language) -> str:
    """Return which case a document is of, and its date."""
    if case.as_of is None:
        return say("board:doc.of-case-undated", language, case=case.id)
    day = date_words(case.as_of, language)
    return say("board:doc.of-case", language, case=case.id, date=day)


def next_session_words(case: Case, language: Language) -> str | None:
    """Return the next session of the CUP board for a case; `None` for a case without a date."""
    session = next_session(case.as_of).session
    return session_words(session.start, language) if session else None


def people(words: Speaker, *, presenter: bool = True) -> tuple[Part, Part]:
    """Return room for who the patient and the physician are: a case does not hold it."""
    of_clinician = CLINICIAN if presenter else CLINICIAN[:-1]
    return (
        Part(
            words("board:doc.patient"),
            rows=tuple(Row(words(f"board:doc.patient.{k}"), None) for k in PATIENT),
        ),
        Part(
            words("board:doc.clinician"),
            rows=tuple(Row(words(f"board:doc.clinician.{k}"), None) for k in of_clinician),
        ),
    )


def case_parts(case: Case, language: Language, elsewhere: tuple[str, ...]) -> tuple[Part, ...]:
    """Return the case itself: what a board needs, blank where unknown, then what else is known.

    `elsewhere` names facts that stand in another part, and need not stand twice.
    """

    def part(name: str, needed: tuple[str, ...], *domains: str) -> Part:
        names = tuple(fact for fact in needed if fact not in elsewhere)
        rest = known_rows(case, domains, (*needed, *elsewhere), language)
        return Part(
            say(f"board:doc.{name}", language), rows=(*fact_rows(case, names, language), *rest)
        )

    exams = exam_rows(case, language)
    none = () if exams else (say("board:doc.exams.none", language),)
    notes = Part(say("board:doc.notes", language), tuple((case.notes or "").splitlines()))
    return (
        part("situation", SITUATION, "person"),
        part("extent", EXTENT, "disease_extent"),
        Part(say("board:doc.exams", language), none, exams),
        part("pathology", PATHOLOGY, "pathology", "stains"),
        part("molecular", MOLECULAR, "molecular"),
        part("material", MATERIAL),
        part("treatment", TREATMENT, "treatment"),
        *((notes,) if case.notes else ()),
    )
