"""Pelvic MRI: ovarian metastases, how frequent, from where, and how they look (24.3.2.2.4)."""

from __future__ import annotations

from ariane.facts.disease_extent import (
    OVARIAN_INVOLVEMENT_PREDOMINANT,
    OVARIAN_METASTASES_SUSPECTED,
    PERITONEAL_METASTASES,
)
from ariane.facts.exams import Exam
from ariane.facts.imaging import (
    ORADS_MRI_SCORE,
    OVARY_BILATERAL,
    OVARY_LOCULE_SIGNAL_UNIFORM,
    OVARY_MAX_SIZE_CM,
    OVARY_MILLEFEUILLE_SIGN,
    OVARY_MUCINOUS_ASPECT,
    OVARY_OUTER_CONTOUR_IRREGULAR,
    OVARY_PHENOTYPE,
    OVARY_SOLID_ENHANCEMENT,
    OVARY_SURFACE_NODULES,
    PELVIC_MRI_OVARIAN_METASTASIS_SUSPECTED,
)
from ariane.facts.thresholds import ORADS_MALIGNANT, OVARIAN_METASTASIS_SIZE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.ovarian_metastases import (
    LARGEST_SERIES,
    REVEALING_THE_PRIMARY,
    SHARE_OF_MALIGNANT_OVARIAN_TUMOURS,
    SIGNS_OF_METASTASIS,
)
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.2.2.4-K1",
        section="24.3.2.2.4",
        lines=((206, 208),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        data=SHARE_OF_MALIGNANT_OVARIAN_TUMOURS,
    ),
    Statement(
        id="S24.3.2.2.4-K2",
        section="24.3.2.2.4",
        lines=((208, 211),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=OVARIAN_METASTASES_SUSPECTED,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Zhang2020",),
        ambiguities=("A51",),
        data=LARGEST_SERIES,
    ),
    Statement(
        id="S24.3.2.2.4-K3",
        section="24.3.2.2.4",
        lines=((212, 214),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=(
            "Skirnisdottir2007",
            "Lobo2017",
        ),
        data=REVEALING_THE_PRIMARY,
    ),
    Statement(
        id="S24.3.2.2.4-D1",
        section="24.3.2.2.4",
        lines=((215, 219),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=OVARIAN_INVOLVEMENT_PREDOMINANT & PERITONEAL_METASTASES,
        exams=(Exam.MRI_PELVIC,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="mri-pelvic",
        citations=(
            "Taylor2021",
            "Bourgioti2023",
        ),
        ambiguities=(
            "A28",
            "A07",
        ),
    ),
    Statement(
        id="S24.3.2.2.4-D2",
        section="24.3.2.2.4",
        lines=((219, 220),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=PELVIC_MRI_OVARIAN_METASTASIS_SUSPECTED,
        exams=(Exam.CT_TAP,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ct-tap",
    ),
    Statement(
        id="S24.3.2.2.4-I1",
        section="24.3.2.2.4",
        lines=((220, 223),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=(ORADS_MRI_SCORE >= ORADS_MALIGNANT),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("ThomassinNaggara2021",),
        ambiguities=("A52",),
    ),
    Statement(
        id="S24.3.2.2.4-I2",
        section="24.3.2.2.4",
        lines=((224, 229),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=OVARY_BILATERAL
        | (OVARY_MAX_SIZE_CM < OVARIAN_METASTASIS_SIZE)
        | OVARY_LOCULE_SIGNAL_UNIFORM
        | OVARY_OUTER_CONTOUR_IRREGULAR
        | OVARY_SURFACE_NODULES
        | OVARY_SOLID_ENHANCEMENT.is_("mild_moderate"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=(
            "Xu2015",
            "Ackroyd2019",
            "Taylor2021",
        ),
        ambiguities=("A50",),
        data=SIGNS_OF_METASTASIS,
    ),
    Statement(
        id="S24.3.2.2.4-I3",
        section="24.3.2.2.4",
        lines=((230, 231),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=OVARIAN_METASTASES_SUSPECTED & OVARY_PHENOTYPE.is_("solid"),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.2.2.4-I4",
        section="24.3.2.2.4",
        lines=((232, 234),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=OVARIAN_METASTASES_SUSPECTED
        & OVARY_PHENOTYPE.one_of("cystic_mucinous", "cystic_endometrioid"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=(
            "Lobo2017",
            "Kato2020",
        ),
    ),
    Statement(
        id="S24.3.2.2.4-I5",
        section="24.3.2.2.4",
        lines=((235, 237),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=OVARIAN_METASTASES_SUSPECTED & OVARY_MILLEFEUILLE_SIGN,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Kurokawa2020",),
    ),
    Statement(
        id="S24.3.2.2.4-I6",
        section="24.3.2.2.4",
        lines=((238, 240),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=OVARIAN_METASTASES_SUSPECTED & OVARY_MUCINOUS_ASPECT,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Ackroyd2019",),
    ),
)
