"""Breast work-up of women: mammography, ultrasound, MRI (24.3.2.2.5)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.exams import Exam
from ariane.facts.imaging import BREAST_DENSITY, BREAST_WORKUP_AXILLARY_NODE_ONLY, BreastDensity
from ariane.facts.person import SEX
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP


class DensityClasses(NamedTuple):
    """The classes of breast density that call for ultrasound.

    `inferred` says that the chapter names the density and prints no threshold.
    """

    classes: tuple[BreastDensity, ...]
    inferred: bool


DENSE_BREASTS = DensityClasses(classes=("c", "d"), inferred=True)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.2.2.5-D1",
        section="24.3.2.2.5",
        lines=((241, 243),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SEX.is_("female") & CUP,
        exams=(Exam.MAMMOGRAPHY,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="mammography",
        citations=("Kramer2023",),
        ambiguities=("A53",),
    ),
    Statement(
        id="S24.3.2.2.5-D2",
        section="24.3.2.2.5",
        lines=((244, 245),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SEX.is_("female") & BREAST_DENSITY.one_of("c", "d"),
        exams=(Exam.BREAST_ULTRASOUND,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="breast-ultrasound",
        ambiguities=("A53",),
        data=DENSE_BREASTS,
    ),
    Statement(
        id="S24.3.2.2.5-D3",
        section="24.3.2.2.5",
        lines=((246, 247),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=BREAST_WORKUP_AXILLARY_NODE_ONLY,
        exams=(Exam.BREAST_MRI,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="breast-mri",
        ambiguities=("A23",),
    ),
)
