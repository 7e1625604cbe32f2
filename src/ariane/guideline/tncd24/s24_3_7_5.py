"""The box on the indications of pathology (24.3.7.5)."""

from __future__ import annotations

from ariane.facts.pathology import HISTOLOGY_AVAILABLE, HISTOLOGY_TYPE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.7.5-R1",
        section="24.3.7.5",
        lines=((552, 554),),
        strength=Strength.REFERENCE,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.ASK,
    ),
    Statement(
        id="S24.3.7.5-R2",
        section="24.3.7.5",
        lines=((555, 556),),
        strength=Strength.REFERENCE,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.ASK,
        subject="immunohistochemistry",
    ),
    Statement(
        id="S24.3.7.5-O1",
        section="24.3.7.5",
        lines=((557, 558),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=HISTOLOGY_TYPE.one_of("adenocarcinoma", "poorly_differentiated_carcinoma"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ck7-ck20-profile",
    ),
)
