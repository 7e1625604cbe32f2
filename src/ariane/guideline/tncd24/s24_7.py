"""The printed regimens, CISGEM, GEMOX and modified GEMOX, and what may be computed (24.7)."""

from __future__ import annotations

from ariane.facts.person import BSA_M2
from ariane.facts.treatment import REGIMEN
from ariane.guideline.statement import Action, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.regimens import CISGEM, COVERAGE, DOSE_RULE, GEMOX, GEMOX_MODIFIED
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.7-P1",
        section="24.7",
        lines=((925, 931),),
        strength=Strength.STATEMENT,
        action=Action.REGIMEN,
        when=REGIMEN.is_("CISGEM"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A02",
            "A61",
        ),
        data=CISGEM,
    ),
    Statement(
        id="S24.7-P2",
        section="24.7",
        lines=((932, 935),),
        strength=Strength.STATEMENT,
        action=Action.REGIMEN,
        when=REGIMEN.is_("GEMOX"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A62",
            "A86",
        ),
        data=GEMOX,
    ),
    Statement(
        id="S24.7-P3",
        section="24.7",
        lines=((936, 939),),
        strength=Strength.STATEMENT,
        action=Action.REGIMEN,
        when=REGIMEN.is_("GEMOX_MODIFIED"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A62",),
        data=GEMOX_MODIFIED,
    ),
    Statement(
        id="S24.7-C1",
        section="24.7",
        lines=((925, 939),),
        strength=Strength.SAFETY,
        action=Action.CALCULATOR,
        when=REGIMEN.one_of("CISGEM", "GEMOX", "GEMOX_MODIFIED") & BSA_M2.is_known(),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A61",),
        data=DOSE_RULE,
    ),
    Statement(
        id="S24.7-W1",
        section="24.7",
        lines=((925, 939),),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=ALWAYS,
        ambiguities=("A61",),
        data=COVERAGE,
    ),
)
