"""Nuclear imaging: FDG, DOTATOC and DOPA PET/CT (24.3.3)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    OLIGOMETASTATIC,
    PERITONEAL_METASTASES,
    PREDOMINANT_SITE,
    SUSPECTED_ORIGINS,
    Origin,
)
from ariane.facts.exams import Exam
from ariane.facts.imaging import DOTATOC_RESULT, FDG_PET_DONE, NET_SUSPECTED_ON_IMAGING
from ariane.facts.pathology import HISTOLOGY_TYPE, INDEPENDENT_CELLS, MUCINOUS_CARCINOMATOSIS
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.logic.expression import ALWAYS

FdgLimit = Literal[
    "small_primary",
    "colonic_uptake",
    "urinary_activity",
    "mucinous_tumour",
    "signet_ring_cells",
    "low_grade_neuroendocrine_tumour",
]


class PrimaryDetection(NamedTuple):
    """Sensitivity of FDG PET/CT for an occult primary, in percent, and the primaries concerned."""

    sensitivity_percent: int
    primaries: tuple[Origin, ...]


class PrimaryYield(NamedTuple):
    """How often the occult primary is identified, in percent of cases."""

    percent: int


class FdgLimits(NamedTuple):
    """What may hide a primary from FDG PET/CT, and which of it diabetes makes worse."""

    limits: tuple[FdgLimit, ...]
    worse_with_diabetes: tuple[FdgLimit, ...]


LIVER_PREDOMINANT = PrimaryDetection(
    sensitivity_percent=54, primaries=("colorectal", "lung", "upper_gi")
)
PERITONEUM_PREDOMINANT = PrimaryDetection(
    sensitivity_percent=38, primaries=("colorectal", "gynaecological", "upper_gi")
)
LIMITS_OF_FDG = FdgLimits(
    limits=(
        "small_primary",
        "colonic_uptake",
        "urinary_activity",
        "mucinous_tumour",
        "signet_ring_cells",
        "low_grade_neuroendocrine_tumour",
    ),
    worse_with_diabetes=("colonic_uptake",),
)
DOTATOC_YIELD = PrimaryYield(percent=60)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.3-W1",
        section="24.3.3",
        lines=((249, 252),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=CUP,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="non recommandée en routine",
        subject="pet-fdg",
        citations=(
            "Salaun2019",
            "Kramer2023",
        ),
        ambiguities=("A22",),
    ),
    Statement(
        id="S24.3.3-K1",
        section="24.3.3",
        lines=((253, 254),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.3-K2",
        section="24.3.3",
        lines=((255, 258),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=PREDOMINANT_SITE.is_("liver"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Willemse2024",),
        ambiguities=("A63",),
        data=LIVER_PREDOMINANT,
    ),
    Statement(
        id="S24.3.3-K3",
        section="24.3.3",
        lines=((259, 260),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=PREDOMINANT_SITE.is_("peritoneum"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Willemse2024",),
        data=PERITONEUM_PREDOMINANT,
    ),
    Statement(
        id="S24.3.3-I1",
        section="24.3.3",
        lines=((261, 265),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=PERITONEAL_METASTASES
        | MUCINOUS_CARCINOMATOSIS
        | INDEPENDENT_CELLS
        | HISTOLOGY_TYPE.is_("net_well_differentiated"),
        on_unknown=OnUnknown.LIST_MISSING,
        data=LIMITS_OF_FDG,
    ),
    Statement(
        id="S24.3.3-D1",
        section="24.3.3",
        lines=((266, 268),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=OLIGOMETASTATIC & ALL_LESIONS_LOCALLY_TREATABLE,
        fulfilled_when=FDG_PET_DONE,
        exams=(Exam.PET_FDG,),
        on_unknown=OnUnknown.ASK,
        printed="toujours",
        subject="pet-fdg",
        citations=("Kramer2023",),
        ambiguities=(
            "A07",
            "A22",
            "A75",
        ),
    ),
    Statement(
        id="S24.3.3-D2",
        section="24.3.3",
        lines=((269, 273),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=HISTOLOGY_TYPE.is_("net_well_differentiated") | NET_SUSPECTED_ON_IMAGING,
        fulfilled_when=DOTATOC_RESULT.one_of("negative", "positive"),
        exams=(Exam.PET_DOTATOC,),
        on_unknown=OnUnknown.ASK,
        subject="pet-dotatoc",
        citations=("Ma2021",),
        ambiguities=("A23",),
        data=DOTATOC_YIELD,
    ),
    Statement(
        id="S24.3.3-D3",
        section="24.3.3",
        lines=((274, 276),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("midgut_net") & DOTATOC_RESULT.is_("negative"),
        exams=(Exam.PET_FDOPA,),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="peut être proposée",
        tentative=True,
        subject="pet-fdopa",
        citations=("Bozkurt2017",),
        ambiguities=("A23",),
    ),
)
