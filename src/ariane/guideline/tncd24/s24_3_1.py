"""Section 24.3.1: blood work-up and serum markers."""

from __future__ import annotations

from ariane.facts.disease_extent import (
    GYNAECOLOGICAL_LESIONS,
    PERITONEAL_METASTASES,
    SUSPECTED_ORIGINS,
)
from ariane.facts.exams import Exam
from ariane.facts.laboratory import STANDARD_BIOLOGY_DONE
from ariane.facts.treatment import ON_SYSTEMIC_TREATMENT
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.1-C1",
        section="24.3.1",
        lines=((117, 118),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=CUP,
        fulfilled_when=STANDARD_BIOLOGY_DONE,
        exams=(Exam.STANDARD_BIOLOGY,),
        on_unknown=OnUnknown.ASK,
        printed="impérative",
        subject="standard-biology",
        ambiguities=("A32",),
    ),
    Statement(
        id="S24.3.1-D1",
        section="24.3.1",
        lines=((119, 119),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("digestive"),
        exams=(Exam.MARKERS_CEA_CA19_9,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="markers-cea-ca19-9",
    ),
    Statement(
        id="S24.3.1-D2",
        section="24.3.1",
        lines=((120, 120),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=PERITONEAL_METASTASES | GYNAECOLOGICAL_LESIONS,
        exams=(Exam.MARKER_CA125,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="marker-ca125",
        ambiguities=("A32",),
    ),
    Statement(
        id="S24.3.1-D3",
        section="24.3.1",
        lines=((121, 121),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("neuroendocrine")
        | SUSPECTED_ORIGINS.contains("digestive_neuroendocrine"),
        exams=(Exam.MARKERS_NSE_CGA,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="markers-nse-cga",
    ),
    Statement(
        id="S24.3.1-W1",
        section="24.3.1",
        lines=((122, 123),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=CUP,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Choi2017Nahm",),
        ambiguities=("A32",),
    ),
    Statement(
        id="S24.3.1-K1",
        section="24.3.1",
        lines=((122, 123),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ON_SYSTEMIC_TREATMENT,
        citations=("Choi2017Nahm",),
        ambiguities=("A39",),
    ),
)
