"""The registration with the national CUP board (24.9.1)."""

from __future__ import annotations

from ariane.board.boards import Board
from ariane.board.eligibility import eligibility
from ariane.board.paperwork import papers
from ariane.case.case import Case
from ariane.documents.case_rows import (
    fact_value,
)
from ariane.documents.referral_parts import case_parts, next_session_words, of_case, people
from ariane.documents.referral_words import criterion_words, paper_words
from ariane.documents.sheet import Part, Row, Sheet
from ariane.facts.board import NON_OPPOSITION
from ariane.guideline.tncd24.cup_board import REGISTRATION, REGISTRATION_FORM
from ariane.logic.truth import Truth
from ariane.wording.catalogue import say, speaker
from ariane.wording.language import Language

CRITERIA = ("metastatic_at_diagnosis", "primary_identified", "incident_case")
ROOM = 4


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
            *people(words),
            Part(
                words("board:doc.session"),
                rows=(Row(words("board:doc.session.next"), next_session_words(case, language)),),
            ),
            Part(words("board:doc.criteria"), rows=_criteria(case, Board.CUP, language)),
            *case_parts(case, language, CRITERIA),
            Part(words("board:doc.enclosures"), rows=_enclosures(case, language)),
            Part(words("board:doc.consents"), rows=_consents(case, language)),
            Part(words("board:doc.question"), room=ROOM),
            Part(words("board:doc.signature"), room=1),
        ),
    )


def _criteria(case: Case, board: Board, language: Language) -> tuple[Row, ...]:
    return tuple(
        Row(
            criterion_words(criterion.name, language),
            None if criterion.truth is Truth.UNKNOWN else say(f"truth.{criterion.truth}", language),
        )
        for criterion in eligibility(case, board).criteria
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
