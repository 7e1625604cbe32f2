"""Section 24.3: the four parts of the work-up."""

from __future__ import annotations

from ariane.facts.person import (
    PRIOR_HISTOLOGY_REPORTS_RETRIEVED,
    PRIOR_OPERATIVE_REPORTS_RETRIEVED,
    PRIOR_PROCEDURES,
)
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.printed_content import Items
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3-C1",
        section="24.3",
        lines=((106, 113),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.CHECKLIST,
        when=CUP,
        on_unknown=OnUnknown.ASK,
        citations=("Kramer2023",),
        data=Items(("history_and_examination", "standard_biology", "imaging", "tumour_sample")),
    ),
    Statement(
        id="S24.3-C2",
        section="24.3",
        lines=((114, 116),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.DOCUMENTATION,
        when=PRIOR_PROCEDURES.not_empty(),
        fulfilled_when=PRIOR_OPERATIVE_REPORTS_RETRIEVED & PRIOR_HISTOLOGY_REPORTS_RETRIEVED,
        on_unknown=OnUnknown.ASK,
        printed="il est important",
        ambiguities=("A68",),
        data=Items(
            (
                "naevus",
                "morcellated_uterine_fibroid",
                "appendiceal_mucocele_or_tumour",
                "recurrent_lipoma",
            ),
            open_ended=True,
        ),
    ),
    Statement(
        id="S24.3-L1",
        section="24.3",
        lines=(
            (106, 107),
            (339, 339),
            (840, 840),
        ),
        strength=Strength.STATEMENT,
        action=Action.LINK,
        when=ALWAYS,
    ),
)
