"""Section 24.2.1: what a CUP is, and the boards that see it."""

from __future__ import annotations

from ariane.facts.board import CUP_BOARD_PRESENTED, RENAPE_BOARD_VALIDATED
from ariane.facts.disease_extent import (
    METASTATIC_AT_DIAGNOSIS,
    PERITONEAL_DISEASE_ISOLATED,
    PRIMARY_IDENTIFIED,
)
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.printed_content import Items, Mailbox, MeetingFrequency, SurvivalBelow
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.2.1-M1",
        section="24.2.1",
        lines=((46, 48),),
        strength=Strength.STATEMENT,
        action=Action.DEFINITION,
        when=METASTATIC_AT_DIAGNOSIS & ~PRIMARY_IDENTIFIED,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A16",),
    ),
    Statement(
        id="S24.2.1-K1",
        section="24.2.1",
        lines=((48, 52),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Rassy2020",),
    ),
    Statement(
        id="S24.2.1-W1",
        section="24.2.1",
        lines=((52, 55),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=ALWAYS,
    ),
    Statement(
        id="S24.2.1-K2",
        section="24.2.1",
        lines=((56, 59),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=("A44",),
    ),
    Statement(
        id="S24.2.1-K3",
        section="24.2.1",
        lines=((59, 61),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Varadhachary2014",),
        ambiguities=("A33",),
        data=SurvivalBelow(12, median=True),
    ),
    Statement(
        id="S24.2.1-A1",
        section="24.2.1",
        lines=((62, 65),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=CUP,
        on_unknown=OnUnknown.ASK,
        printed="doivent",
        data=Items(
            (
                "medical_oncologist",
                "surgeon",
                "organ_specialist",
                "pathologist",
                "molecular_biologist",
            )
        ),
    ),
    Statement(
        id="S24.2.1-A2",
        section="24.2.1",
        lines=((66, 69),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=CUP,
        fulfilled_when=CUP_BOARD_PRESENTED,
        on_unknown=OnUnknown.ASK,
        ambiguities=(
            "A16",
            "A60",
        ),
    ),
    Statement(
        id="S24.2.1-L1",
        section="24.2.1",
        lines=(
            (67, 67),
            (736, 737),
            (1097, 1097),
        ),
        strength=Strength.STATEMENT,
        action=Action.CONTACT,
        when=ALWAYS,
        data=Mailbox("RCPmolCurieSeqoia@curie.fr"),
    ),
    Statement(
        id="S24.2.1-A3",
        section="24.2.1",
        lines=((69, 71),),
        strength=Strength.STATEMENT,
        action=Action.BOARD_WORKFLOW,
        when=ALWAYS,
        ambiguities=("A64",),
        data=MeetingFrequency(2),
    ),
    Statement(
        id="S24.2.1-A4",
        section="24.2.1",
        lines=((71, 74),),
        strength=Strength.STATEMENT,
        action=Action.BOARD_WORKFLOW,
        when=CUP_BOARD_PRESENTED,
    ),
    Statement(
        id="S24.2.1-A5",
        section="24.2.1",
        lines=((74, 75),),
        strength=Strength.STATEMENT,
        action=Action.BOARD_WORKFLOW,
        when=CUP_BOARD_PRESENTED,
        ambiguities=(
            "A16",
            "A17",
        ),
    ),
    Statement(
        id="S24.2.1-A6",
        section="24.2.1",
        lines=((75, 79),),
        strength=Strength.STATEMENT,
        action=Action.BOARD_WORKFLOW,
        when=CUP_BOARD_PRESENTED,
        data=Items(
            (
                "possible_tissue_of_origin",
                "treatment_by_probable_primary",
                "treatment_by_targetable_alteration",
            )
        ),
    ),
    Statement(
        id="S24.2.1-A7",
        section="24.2.1",
        lines=((80, 83),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=PERITONEAL_DISEASE_ISOLATED & CUP,
        fulfilled_when=RENAPE_BOARD_VALIDATED,
        on_unknown=OnUnknown.ASK,
        ambiguities=("A10",),
    ),
    Statement(
        id="S24.2.1-K4",
        section="24.2.1",
        lines=((65, 65),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
)
