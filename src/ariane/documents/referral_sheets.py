"""The documents that send a case to a board: registration form, RENAPE letter, information note."""

from __future__ import annotations

from ariane.board.boards import Board
from ariane.board.eligibility import eligibility
from ariane.board.paperwork import papers
from ariane.calculators.board_calendar import next_session
from ariane.calculators.pci_reading import PciReading, readings
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
    fact_value,
    known_rows,
)
from ariane.documents.dates import session_words
from ariane.documents.referral_words import criterion_words, paper_words
from ariane.documents.sheet import Part, Row, Sheet
from ariane.facts.board import NON_OPPOSITION
from ariane.guideline.tncd24.cup_board import INFORMATION_NOTE, REGISTRATION, REGISTRATION_FORM
from ariane.logic.truth import Truth
from ariane.wording.catalogue import Speaker, say, speaker
from ariane.wording.language import Language
from ariane.wording.phrases import date_words

FIVE = (
    "op_quadrant_description",
    "op_biopsy_proof",
    "op_ascites_stated",
    "op_photos_or_video",
    "op_small_bowel_stated",
    "op_right_dome_stated",
)
"""The five items of the operative report (24.3.6.2), the first of them in two facts."""
CRITERIA = ("metastatic_at_diagnosis", "primary_identified", "incident_case")
PERITONEUM = (
    "peritoneal_metastases",
    "extraperitoneal_disease",
    "peritoneal_resectability",
    "symptom_burden",
    "disease_tempo",
)
ROOM = 4
PATIENT = ("last-name", "first-name", "birth", "number")
CLINICIAN = ("name", "hospital", "telephone", "mail", "presenter")


def registration_sheet(case: Case, language: Language) -> Sheet:
    """Return the registration with the national CUP board (24.9.1)."""
    words = speaker(language)
    url, address = REGISTRATION_FORM.url, REGISTRATION.address
    return Sheet(
        words("board:doc.registration.title"),
        of_case(case, language),
        (
            words("board:doc.registration.notice", url=url),
            words("board:doc.registration.send", address=address),
        ),
        (
            *_people(words),
            Part(words("board:doc.session"), rows=(_session_row(case, language),)),
            Part(words("board:doc.criteria"), rows=_criteria(case, Board.CUP, language)),
            *_case_parts(case, language, CRITERIA),
            Part(words("board:doc.enclosures"), rows=_enclosures(case, language)),
            Part(words("board:doc.consents"), rows=_consents(case, language)),
            Part(words("board:doc.question"), room=ROOM),
            Part(words("board:doc.signature"), room=1),
        ),
    )


def renape_letter(case: Case, language: Language) -> Sheet:
    """Return the letter that refers a case to a RENAPE board (24.9.2)."""
    words = speaker(language)
    reason, route = (fact_value(case, n, language) for n in ("referral_reason", "referral_route"))
    return Sheet(
        words("board:doc.renape.title"),
        of_case(case, language),
        (),
        (
            Part(words("board:doc.renape.to"), room=1),
            *_people(words, presenter=False),
            Part(
                words("board:doc.renape.reason"),
                (words("board:doc.renape.dear"), words("board:doc.renape.ask")),
                (
                    Row(words("board:doc.renape.reason.row"), reason),
                    Row(words("board:doc.renape.route.row"), route),
                ),
            ),
            Part(words("board:doc.renape.peritoneum"), rows=_peritoneum(case, language)),
            _operative_report(case, language),
            *_case_parts(case, language, (*PERITONEUM, *FIVE)),
            Part(words("board:doc.question"), room=ROOM),
            Part(words("board:doc.signature"), room=1),
        ),
    )


def information_note(case: Case, language: Language) -> Sheet:
    """Return the page that points to the published note; the note itself is not ours to copy."""
    words = speaker(language)
    return Sheet(
        words("board:doc.note.title"),
        of_case(case, language),
        (words("board:doc.note.notice"),),
        (
            Part(words("board:doc.note.where"), (INFORMATION_NOTE.url,)),
            Part(
                words("board:doc.note.purpose"),
                tuple(words(f"board:doc.note.{k}") for k in ("purpose.text", "never", "genetic")),
            ),
            Part(
                words("board:doc.note.state"),
                rows=(
                    Row(
                        words("board:doc.note.state"),
                        fact_value(case, NON_OPPOSITION.name, language),
                    ),
                    Row(words("board:doc.note.day"), None),
                ),
            ),
            Part(words("board:doc.signature"), room=1),
        ),
    )


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


def _people(words: Speaker, *, presenter: bool = True) -> tuple[Part, Part]:
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


def _session_row(case: Case, language: Language) -> Row:
    return Row(say("board:doc.session.next", language), next_session_words(case, language))


def _criteria(case: Case, board: Board, language: Language) -> tuple[Row, ...]:
    return tuple(
        Row(
            criterion_words(criterion.name, language),
            None if criterion.truth is Truth.UNKNOWN else say(f"truth.{criterion.truth}", language),
        )
        for criterion in eligibility(case, board).criteria
    )


def _case_parts(case: Case, language: Language, elsewhere: tuple[str, ...]) -> tuple[Part, ...]:
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


def _enclosures(case: Case, language: Language) -> tuple[Row, ...]:
    states = {Truth.HOLDS: "doc.enclosed", Truth.FAILS: "doc.not-enclosed"}
    return tuple(
        Row(
            paper_words(paper.kind, language),
            say(f"board:{states[paper.attached]}", language) if paper.attached in states else None,
        )
        for paper in papers(case, Board.CUP)
        if paper.obligatory and not paper.made_here
    )


def _consents(case: Case, language: Language) -> tuple[Row, ...]:
    said = fact_value(case, NON_OPPOSITION.name, language)
    return (
        Row(say("board:doc.consents.research", language), said),
        Row(say("board:doc.consents.genetic", language), None),
    )


def _peritoneum(case: Case, language: Language) -> tuple[Row, ...]:
    found = tuple(_index_row(reading, language) for reading in readings(case))
    unknown = (Row(say("board:doc.renape.pci", language, kind="").strip(), None),)
    return (*fact_rows(case, PERITONEUM, language), *(found or unknown))


def _index_row(reading: PciReading, language: Language) -> Row:
    kind = say(f"pci:kind.{reading.kind or 'unstated'}", language)
    index = reading.index
    if index.total is not None:
        said = say("board:doc.renape.pci.value", language, total=index.total)
    else:
        said = say(
            "board:doc.renape.pci.interval",
            language,
            lowest=index.lowest,
            highest=index.highest,
            seen=len(index.scores),
        )
    return Row(say("board:doc.renape.pci", language, kind=kind), said)


def _operative_report(case: Case, language: Language) -> Part:
    heading = say("board:doc.renape.five", language)
    if case.known.get("peritoneal_exploration_performed") is False:
        return Part(heading, (say("board:doc.renape.five.not-explored", language),))
    return Part(heading, rows=fact_rows(case, FIVE, language))
