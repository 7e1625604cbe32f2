"""What a board asks for before it can discuss a case: each thing, who owes it, whether it blocks.

Only what the chapter asks of a registration blocks it: the form, the reports and somebody who knows
the case for the CUP board (24.9.1); the five items of the operative report for RENAPE, where an
exploration has been made (24.3.6.2). All the rest is shown and blocks nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from ariane.board.boards import Board
from ariane.board.permissions import Role
from ariane.facts.board import (
    CUP_FORM_WORD_ATTACHED,
    CUP_MOLECULAR_REPORTS_ATTACHED,
    CUP_PATHOLOGY_REPORTS_ATTACHED,
    NON_OPPOSITION,
    PRESENTER_KNOWS_CASE,
    REFERRAL_REASON,
    REFERRAL_ROUTE,
)
from ariane.facts.molecular import DNA_PANEL_DONE, RNASEQ_DONE
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.facts.surgery import (
    OP_ASCITES_STATED,
    OP_BIOPSY_PROOF,
    OP_PHOTOS_OR_VIDEO,
    OP_QUADRANT_DESCRIPTION,
    OP_RIGHT_DOME_STATED,
    OP_SMALL_BOWEL_STATED,
    PERITONEAL_EXPLORATION_PERFORMED,
)
from ariane.facts.tissue import CRYO_MATERIAL, FFPE_MATERIAL
from ariane.logic.expression import ALWAYS, Expression

FIVE_ITEMS = ("S24.3.6.2-C7", "S24.3.6.2-K3", "S24.3.6.3-C1")


class Requirement(NamedTuple):
    """One thing that a board needs.

    `met` is the condition that says it is there; `due` when it is asked for at all: something that
    fails to be due is left out. It blocks only where it is known to be due.
    """

    name: str
    met: Expression
    owed_by: Role
    blocks: bool
    statements: tuple[str, ...]
    due: Expression = ALWAYS


def _five(name: str, met: Expression) -> Requirement:
    """Return one of the five items without which nobody is referred to a specialised centre."""
    return Requirement(
        name,
        met,
        Role.REFERRING_CLINICIAN,
        blocks=True,
        statements=FIVE_ITEMS,
        due=PERITONEAL_EXPLORATION_PERFORMED,
    )


_SOME_MOLECULAR_RESULT = DNA_PANEL_DONE | RNASEQ_DONE.one_of(
    "targeted_panel", "whole_transcriptome"
)

REQUIREMENTS: dict[Board, tuple[Requirement, ...]] = {
    Board.CUP: (
        Requirement(
            "registration-form",
            CUP_FORM_WORD_ATTACHED,
            Role.REFERRING_CLINICIAN,
            blocks=True,
            statements=("S24.9.1-A5",),
        ),
        Requirement(
            "pathology-reports",
            CUP_PATHOLOGY_REPORTS_ATTACHED,
            Role.PATHOLOGIST,
            blocks=True,
            statements=("S24.9.1-C1",),
        ),
        Requirement(
            "molecular-reports",
            CUP_MOLECULAR_REPORTS_ATTACHED,
            Role.MOLECULAR_BIOLOGIST,
            blocks=True,
            statements=("S24.9.1-C1",),
            due=_SOME_MOLECULAR_RESULT,
        ),
        Requirement(
            "presenter",
            PRESENTER_KNOWS_CASE,
            Role.REFERRING_CLINICIAN,
            blocks=True,
            statements=("S24.9.1-C2",),
        ),
        Requirement(
            "frozen-material",
            CRYO_MATERIAL.is_known(),
            Role.PATHOLOGIST,
            blocks=False,
            statements=("S24.3.8.3-A2", "S24.3.6-P2"),
        ),
        Requirement(
            "paraffin-material",
            FFPE_MATERIAL.is_known(),
            Role.PATHOLOGIST,
            blocks=False,
            statements=("S24.3.8.3-P1", "S24.3.8.4-O1"),
        ),
        Requirement(
            "non-opposition",
            NON_OPPOSITION.one_of("recorded", "refused"),
            Role.REFERRING_CLINICIAN,
            blocks=False,
            statements=("S24.9.1-A7", "S24.9.1-W1"),
        ),
    ),
    Board.RENAPE: (
        Requirement(
            "referral-reason",
            REFERRAL_REASON.is_known(),
            Role.REFERRING_CLINICIAN,
            blocks=False,
            statements=("S24.9.2-C1",),
        ),
        Requirement(
            "referral-route",
            REFERRAL_ROUTE.is_known(),
            Role.REFERRING_CLINICIAN,
            blocks=False,
            statements=("S24.9.2-C2",),
        ),
        Requirement(
            "histology",
            HISTOLOGY_AVAILABLE,
            Role.PATHOLOGIST,
            blocks=False,
            statements=("S24.9.2-A1",),
        ),
        Requirement(
            "exploration-known",
            PERITONEAL_EXPLORATION_PERFORMED.is_known(),
            Role.REFERRING_CLINICIAN,
            blocks=False,
            statements=("S24.3.6.2-K3",),
        ),
        _five("quadrants-and-biopsy", OP_QUADRANT_DESCRIPTION & OP_BIOPSY_PROOF),
        _five("ascites-stated", OP_ASCITES_STATED),
        _five("photographs-or-video", OP_PHOTOS_OR_VIDEO),
        _five("small-bowel-and-mesentery", OP_SMALL_BOWEL_STATED),
        _five("right-dome", OP_RIGHT_DOME_STATED),
    ),
}
