"""Section 24.2.2: prognostic groups, and why treatment must not wait."""

from __future__ import annotations

from ariane.facts.disease_extent import LIVER_METASTASES, PERITONEAL_METASTASES
from ariane.facts.pathology import DIFFERENTIATED_DISEASE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.printed_content import PrognosticGroup, SurvivalBelow
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.2.2-M1",
        section="24.2.2",
        lines=((85, 89),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=DIFFERENTIATED_DISEASE,
        ambiguities=("A33",),
        data=PrognosticGroup(share_percent=(15, 20), control_percent=(30, 60)),
    ),
    Statement(
        id="S24.2.2-M2",
        section="24.2.2",
        lines=((90, 93),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=~DIFFERENTIATED_DISEASE,
        citations=("Pavlidis2012Pentheroudakis",),
        ambiguities=(
            "A33",
            "A34",
        ),
        data=SurvivalBelow(6, median=False),
    ),
    Statement(
        id="S24.2.2-K1",
        section="24.2.2",
        lines=((94, 95),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=LIVER_METASTASES | PERITONEAL_METASTASES,
        citations=("Qi2023",),
    ),
    Statement(
        id="S24.2.2-K2",
        section="24.2.2",
        lines=((95, 97),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.2.2-W1",
        section="24.2.2",
        lines=((98, 100),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=CUP,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A47",
            "A12",
            "A85",
        ),
    ),
    Statement(
        id="S24.2.2-M3",
        section="24.2.2",
        lines=((101, 105),),
        strength=Strength.STATEMENT,
        action=Action.DEFINITION,
        when=LIVER_METASTASES | PERITONEAL_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
    ),
)
