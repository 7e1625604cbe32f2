"""Algorithm 2: what to do before peritoneal metastases of unknown primary (24.8.2)."""

from __future__ import annotations

from ariane.facts.board import RENAPE_BOARD_VALIDATED
from ariane.facts.disease_extent import (
    EXTRAPERITONEAL_DISEASE,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_METASTASES,
    PERITONEAL_RESECTABILITY,
    PRIMARY_IDENTIFIED,
)
from ariane.facts.exams import Exam
from ariane.facts.person import DISEASE_TEMPO, ECOG_PS
from ariane.facts.surgery import PERITONEAL_EXPLORATION_PERFORMED, PERITONEAL_HISTOLOGY_FAVOURABLE
from ariane.facts.thresholds import PS_EXPLORATION_BELOW, PS_LATER_LINES, PS_SUPPORTIVE_CARE
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_FEASIBLE, PERCUTANEOUS_BIOPSY_RESULT
from ariane.guideline.statement import Action, OnUnknown, Statement, Strength
from ariane.logic.expression import ALWAYS

ENTRY = PERITONEAL_METASTASES & ~PRIMARY_IDENTIFIED

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.8.2-D1",
        section="24.8.2",
        lines=(
            (943, 944),
            (982, 988),
        ),
        strength=Strength.ALGORITHM,
        action=Action.ALGORITHM,
        when=ENTRY,
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.8.2-D2",
        section="24.8.2",
        lines=((987, 991),),
        strength=Strength.ALGORITHM,
        action=Action.PROCEDURE,
        when=ENTRY & EXTRAPERITONEAL_DISEASE,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A01",
            "A85",
        ),
    ),
    Statement(
        id="S24.8.2-D3",
        section="24.8.2",
        lines=((989, 995),),
        strength=Strength.ALGORITHM,
        action=Action.PROCEDURE,
        when=PERITONEAL_DISEASE_ISOLATED
        & (
            (ECOG_PS > PS_LATER_LINES)
            | DISEASE_TEMPO.is_("rapid")
            | PERITONEAL_RESECTABILITY.is_("unresectable_at_outset")
        ),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A13",
            "A01",
            "A81",
            "A85",
        ),
    ),
    Statement(
        id="S24.8.2-D4",
        section="24.8.2",
        lines=((996, 1000),),
        strength=Strength.ALGORITHM,
        action=Action.PROCEDURE,
        when=PERITONEAL_METASTASES
        & (PERCUTANEOUS_BIOPSY_RESULT.is_("failed") | ~PERCUTANEOUS_BIOPSY_FEASIBLE),
        exams=(Exam.BIOPSY_SURGICAL,),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.8.2-D5",
        section="24.8.2",
        lines=((1001, 1009),),
        strength=Strength.ALGORITHM,
        action=Action.EXAM,
        when=PERITONEAL_DISEASE_ISOLATED
        & (ECOG_PS < PS_EXPLORATION_BELOW)
        & PERITONEAL_RESECTABILITY.is_("potentially_resectable")
        & DISEASE_TEMPO.is_not("rapid"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A10",
            "A22",
            "A13",
        ),
    ),
    Statement(
        id="S24.8.2-W1",
        section="24.8.2",
        lines=(
            (346, 349),
            (992, 1003),
        ),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=PERITONEAL_DISEASE_ISOLATED & ECOG_PS.equals(2),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A01",),
    ),
    Statement(
        id="S24.8.2-W2",
        section="24.8.2",
        lines=(
            (888, 888),
            (989, 995),
        ),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=ENTRY & (ECOG_PS >= PS_SUPPORTIVE_CARE),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A81",),
    ),
    Statement(
        id="S24.8.2-D6",
        section="24.8.2",
        lines=((1009, 1013),),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=PERITONEAL_DISEASE_ISOLATED
        & RENAPE_BOARD_VALIDATED
        & PERITONEAL_HISTOLOGY_FAVOURABLE
        & PERITONEAL_RESECTABILITY.is_("resectable_confirmed"),
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A11",
            "A41",
        ),
    ),
    Statement(
        id="S24.8.2-D7",
        section="24.8.2",
        lines=((1014, 1016),),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=PERITONEAL_DISEASE_ISOLATED
        & (
            ~PERITONEAL_HISTOLOGY_FAVOURABLE
            | PERITONEAL_RESECTABILITY.is_("unresectable_confirmed")
        ),
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=("A11",),
    ),
    Statement(
        id="S24.8.2-D8",
        section="24.8.2",
        lines=((1007, 1011),),
        strength=Strength.ALGORITHM,
        action=Action.REFERRAL,
        when=PERITONEAL_DISEASE_ISOLATED & PERITONEAL_EXPLORATION_PERFORMED,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A10",),
    ),
    Statement(
        id="S24.8.2-L1",
        section="24.8.2",
        lines=((941, 1016),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=("A21",),
    ),
)
