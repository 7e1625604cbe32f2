"""Section 24.3.2.1: the initial CT and what the distribution of metastases tells."""

from __future__ import annotations

from ariane.facts.disease_extent import (
    DRAINAGE_SPARED_ORGANS,
    INGUINAL_PELVIC_NODES_SPARED,
    LIVER_METASTASES,
    LUNG_METASTASES,
    MULTIFOCAL_NODAL_DISEASE,
    NODAL_MAX_BASIN,
    NODE_METASTASES,
    OBVIOUS_CLINICAL_ORIENTATION,
    RETROPERITONEAL_NODES,
    VISIBLE_LESION_CANDIDATE_PRIMARY,
)
from ariane.facts.exams import Exam
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.facts.person import CLINICAL_CERVICAL_ADENOPATHY
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.printed_content import Items
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.2.1-D1",
        section="24.3.2.1",
        lines=((125, 128),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=CUP,
        exams=(Exam.CT_TAP,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ct-tap",
        citations=("Kramer2023",),
    ),
    Statement(
        id="S24.3.2.1-D2",
        section="24.3.2.1",
        lines=((129, 131),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=CLINICAL_CERVICAL_ADENOPATHY
        | HISTOLOGY_TYPE.one_of(
            "squamous_cell_carcinoma",
            "poorly_differentiated_carcinoma",
            "undifferentiated_carcinoma",
        ),
        exams=(Exam.CT_NECK,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ct-neck",
        ambiguities=(
            "A24",
            "A07",
        ),
    ),
    Statement(
        id="S24.3.2.1-I1",
        section="24.3.2.1",
        lines=((132, 135),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=LIVER_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.2.1-I2",
        section="24.3.2.1",
        lines=((135, 136),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=LUNG_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.2.1-C1",
        section="24.3.2.1",
        lines=((137, 141),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.CHECKLIST,
        when=~OBVIOUS_CLINICAL_ORIENTATION,
        fulfilled_when=VISIBLE_LESION_CANDIDATE_PRIMARY.is_known(),
        on_unknown=OnUnknown.ASK,
        printed="doit",
        data=Items(
            (
                "size",
                "site",
                "imaging_features",
                "associated_signs",
                "local_infiltration",
                "distribution_of_metastases",
            ),
            open_ended=True,
        ),
    ),
    Statement(
        id="S24.3.2.1-I3",
        section="24.3.2.1",
        lines=((142, 143),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=NODE_METASTASES & NODAL_MAX_BASIN.is_known(),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A70",),
    ),
    Statement(
        id="S24.3.2.1-I4",
        section="24.3.2.1",
        lines=((143, 144),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=MULTIFOCAL_NODAL_DISEASE
        & DRAINAGE_SPARED_ORGANS.is_known()
        & DRAINAGE_SPARED_ORGANS.not_empty(),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A70",),
    ),
    Statement(
        id="S24.3.2.1-I5",
        section="24.3.2.1",
        lines=((145, 147),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=RETROPERITONEAL_NODES & INGUINAL_PELVIC_NODES_SPARED,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=(
            "Thelissen2022",
            "Yu2023",
        ),
        ambiguities=("A70",),
    ),
    Statement(
        id="S24.3.2.1-W1",
        section="24.3.2.1",
        lines=((148, 151),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=CUP,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Neumann1982",),
    ),
    Statement(
        id="S24.3.2.1-C2",
        section="24.3.2.1",
        lines=((152, 153),),
        strength=Strength.STATEMENT,
        action=Action.DOCUMENTATION,
        when=ALWAYS,
        ambiguities=("A08",),
    ),
)
