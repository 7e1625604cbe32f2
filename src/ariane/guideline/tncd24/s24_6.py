"""Surveillance during systemic treatment and after local treatment with curative intent (24.6)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.person import GENERAL_CONDITION
from ariane.facts.treatment import (
    BIOLOGY_COMPATIBLE_WITH_TREATMENT,
    CURATIVE_LOCAL_TREATMENT_DONE,
    ON_SYSTEMIC_TREATMENT,
)
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.logic.expression import ALWAYS

Imaging = Literal["ct", "mri"]


class Schedule(NamedTuple):
    """How often to look, in months (both ends included), and for at least how many years.

    `imaging` lists the techniques of which one will do, empty where the chapter only says
    "radiological". `at_least_years` is `None` where no duration is printed. `anchor_printed` says
    whether the chapter tells from when the interval is counted, `afterwards_printed` whether it
    tells what comes after the duration.
    """

    every_from_months: int
    every_to_months: int
    at_least_years: int | None
    clinical_examination: bool
    imaging: tuple[Imaging, ...]
    anchor_printed: bool
    afterwards_printed: bool


DURING_TREATMENT_IN_TEXT = Schedule(
    every_from_months=2,
    every_to_months=3,
    at_least_years=None,
    clinical_examination=True,
    imaging=("ct", "mri"),
    anchor_printed=False,
    afterwards_printed=False,
)
DURING_TREATMENT_IN_BOX = Schedule(
    every_from_months=2,
    every_to_months=3,
    at_least_years=None,
    clinical_examination=False,
    imaging=("ct", "mri"),
    anchor_printed=False,
    afterwards_printed=False,
)
AFTER_CURATIVE_TREATMENT = Schedule(
    every_from_months=3,
    every_to_months=3,
    at_least_years=5,
    clinical_examination=False,
    imaging=(),
    anchor_printed=False,
    afterwards_printed=False,
)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.6-K1",
        section="24.6",
        lines=((905, 906),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.6-D1",
        section="24.6",
        lines=((907, 910),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.SURVEILLANCE,
        when=ON_SYSTEMIC_TREATMENT
        & GENERAL_CONDITION.is_("preserved")
        & BIOLOGY_COMPATIBLE_WITH_TREATMENT,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="le plus souvent recommandée",
        subject="surveillance-systemic",
        citations=("Kramer2023",),
        ambiguities=("A39",),
        data=DURING_TREATMENT_IN_TEXT,
    ),
    Statement(
        id="S24.6-K2",
        section="24.6",
        lines=((911, 914),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Culine2002",),
    ),
    Statement(
        id="S24.6-D2",
        section="24.6",
        lines=((915, 918),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.SURVEILLANCE,
        when=CURATIVE_LOCAL_TREATMENT_DONE,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="classiquement recommandée",
        subject="surveillance-curative",
        ambiguities=("A39",),
        data=AFTER_CURATIVE_TREATMENT,
    ),
    Statement(
        id="S24.6-R1",
        section="24.6",
        lines=((919, 920),),
        strength=Strength.REFERENCE,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.6-O1",
        section="24.6",
        lines=((921, 922),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.SURVEILLANCE,
        when=ON_SYSTEMIC_TREATMENT,
        on_unknown=OnUnknown.LIST_MISSING,
        subject="surveillance-systemic",
        ambiguities=("A39",),
        data=DURING_TREATMENT_IN_BOX,
    ),
    Statement(
        id="S24.6-O2",
        section="24.6",
        lines=((923, 924),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.SURVEILLANCE,
        when=CURATIVE_LOCAL_TREATMENT_DONE,
        on_unknown=OnUnknown.LIST_MISSING,
        subject="surveillance-curative",
        ambiguities=("A39",),
        data=AFTER_CURATIVE_TREATMENT,
    ),
)
