"""The documents that go with a referral: which, in what form, whether they are there."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ariane.board.boards import Board
from ariane.case.case import Case
from ariane.facts.board import (
    CUP_FORM_WORD_ATTACHED,
    CUP_MOLECULAR_REPORTS_ATTACHED,
    CUP_PATHOLOGY_REPORTS_ATTACHED,
)
from ariane.facts.surgery import OP_PHOTOS_OR_VIDEO
from ariane.guideline.tncd24.cup_board import CHARTER, INFORMATION_NOTE, REGISTRATION_FORM
from ariane.logic.fact import Fact
from ariane.logic.truth import Truth


class Kind(StrEnum):
    """What a document is."""

    REGISTRATION = "registration"
    PATHOLOGY_REPORTS = "pathology-reports"
    MOLECULAR_REPORTS = "molecular-reports"
    INFORMATION_NOTE = "information-note"
    CHARTER = "charter"
    RENAPE_LETTER = "renape-letter"
    OPERATIVE_REPORT = "operative-report"
    PHOTOGRAPHS_OR_VIDEO = "photographs-or-video"


class Paper(NamedTuple):
    """One document. `attached` is what the case says; `url` where the chapter publishes it.

    `made_here`: Ariane writes it from the case. `obligatory`: the chapter asks for it.
    """

    kind: Kind
    obligatory: bool
    made_here: bool
    attached: Truth
    statements: tuple[str, ...]
    url: str | None = None


def papers(case: Case, board: Board) -> tuple[Paper, ...]:
    """Return the documents of a referral to a board, in the order in which they are needed."""
    if board is Board.RENAPE:
        return (
            _paper(case, Kind.RENAPE_LETTER, None, ("S24.9.2-A2",), made_here=True),
            _paper(case, Kind.OPERATIVE_REPORT, None, ("S24.3.6.2-K3", "S24.3.6.3-C1")),
            _paper(case, Kind.PHOTOGRAPHS_OR_VIDEO, OP_PHOTOS_OR_VIDEO, ("S24.3.6.2-C7",)),
            _paper(case, Kind.PATHOLOGY_REPORTS, None, ("S24.9.2-A1",), obligatory=False),
        )
    return (
        _paper(
            case,
            Kind.REGISTRATION,
            CUP_FORM_WORD_ATTACHED,
            ("S24.9.1-A5", "S24.9.1-L1"),
            made_here=True,
            url=REGISTRATION_FORM.url,
        ),
        _paper(case, Kind.PATHOLOGY_REPORTS, CUP_PATHOLOGY_REPORTS_ATTACHED, ("S24.9.1-C1",)),
        _paper(case, Kind.MOLECULAR_REPORTS, CUP_MOLECULAR_REPORTS_ATTACHED, ("S24.9.1-C1",)),
        _paper(
            case,
            Kind.INFORMATION_NOTE,
            None,
            ("S24.9.1-L3", "S24.9.1-A6", "S24.9.1-W1"),
            obligatory=False,
            made_here=True,
            url=INFORMATION_NOTE.url,
        ),
        _paper(case, Kind.CHARTER, None, ("S24.9.1-L2",), obligatory=False, url=CHARTER.url),
    )


def _paper(
    case: Case,
    kind: Kind,
    fact: Fact | None,
    statements: tuple[str, ...],
    *,
    obligatory: bool = True,
    made_here: bool = False,
    url: str | None = None,
) -> Paper:
    attached = Truth.of(None if fact is None else case.known.get(fact.name))
    return Paper(kind, obligatory, made_here, attached, statements, url)
