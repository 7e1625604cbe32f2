"""Locoregional treatments: peritoneal and liver metastases (24.4.4 to 24.4.4.2)."""

from __future__ import annotations

from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    EXTRAPERITONEAL_DISEASE,
    LIVER_METASTASES,
    METASTASIS_COUNT,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_METASTASES,
    PERITONEAL_RESECTABILITY,
    SEROSAL_INVOLVEMENT,
)
from ariane.facts.exams import Exam
from ariane.facts.imaging import BRAIN_MRI_DONE, FDG_PET_DONE
from ariane.facts.person import GENERAL_CONDITION, NUTRITIONAL_STATUS, SEX
from ariane.facts.surgery import INTRAOPERATIVE_PRIMARY, SMALL_BOWEL_RUN
from ariane.facts.thresholds import OLIGOMETASTATIC_BELOW
from ariane.facts.treatment import (
    CYTOREDUCTION_PLANNED,
    LOCAL_LIVER_TREATMENT_PLANNED,
    TREATMENT_INTENT,
)
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.treatment_evidence import HIPEC_MITOMYCIN, FractionInWords
from ariane.logic.expression import ALWAYS

ISOLATED_AND_RESECTABLE = PERITONEAL_DISEASE_ISOLATED & PERITONEAL_RESECTABILITY.is_(
    "resectable_confirmed"
)
PALLIATIVE_PERITONEAL = PERITONEAL_METASTASES & TREATMENT_INTENT.is_("palliative")


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.4.4-A1",
        section="24.4.4",
        lines=((837, 839),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=OLIGOMETASTATIC | PERITONEAL_DISEASE_ISOLATED,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="doivent",
    ),
    Statement(
        id="S24.4.4.1-D1",
        section="24.4.4.1",
        lines=((840, 845),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=ISOLATED_AND_RESECTABLE
        & GENERAL_CONDITION.is_("preserved")
        & NUTRITIONAL_STATUS.is_("preserved"),
        on_unknown=OnUnknown.STAY_SILENT,
        printed="potentiellement éligibles",
        tentative=True,
        subject="cytoreduction",
        ambiguities=("A10",),
    ),
    Statement(
        id="S24.4.4.1-W1",
        section="24.4.4.1",
        lines=((841, 843),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=PERITONEAL_METASTASES
        & (
            EXTRAPERITONEAL_DISEASE
            | PERITONEAL_RESECTABILITY.one_of("unresectable_at_outset", "unresectable_confirmed")
            | GENERAL_CONDITION.is_("deteriorated")
            | NUTRITIONAL_STATUS.is_("altered")
        ),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="ne doit s'envisager qu'en cas de",
    ),
    Statement(
        id="S24.4.4.1-K1",
        section="24.4.4.1",
        lines=((845, 847),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.4.4.1-K2",
        section="24.4.4.1",
        lines=((848, 850),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Sugarbaker2020",),
        ambiguities=("A56",),
        data=FractionInWords(1, 3),
    ),
    Statement(
        id="S24.4.4.1-D2",
        section="24.4.4.1",
        lines=((850, 851),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=INTRAOPERATIVE_PRIMARY.is_("appendix") & ISOLATED_AND_RESECTABLE,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="doit être proposée",
        subject="cytoreduction",
        citations=("Delhorme2022",),
        ambiguities=("A41",),
    ),
    Statement(
        id="S24.4.4.1-D3",
        section="24.4.4.1",
        lines=((852, 855),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=INTRAOPERATIVE_PRIMARY.is_("none") & SMALL_BOWEL_RUN & ISOLATED_AND_RESECTABLE,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="il faut",
        subject="cytoreduction",
        ambiguities=("A42",),
    ),
    Statement(
        id="S24.4.4.1-P1",
        section="24.4.4.1",
        lines=((856, 858),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=CYTOREDUCTION_PLANNED,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="doit être discutée",
        ambiguities=("A41",),
        data=HIPEC_MITOMYCIN,
    ),
    Statement(
        id="S24.4.4.1-W2",
        section="24.4.4.1",
        lines=((859, 862),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=PALLIATIVE_PERITONEAL,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="aucune recommandation ne peut être formulée",
        ambiguities=("A40",),
    ),
    Statement(
        id="S24.4.4.1-D4",
        section="24.4.4.1",
        lines=(
            (859, 859),
            (863, 863),
        ),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=PALLIATIVE_PERITONEAL & SEX.is_("female"),
        on_unknown=OnUnknown.STAY_SILENT,
        printed="peut être proposée",
        tentative=True,
    ),
    Statement(
        id="S24.4.4.2-K1",
        section="24.4.4.2",
        lines=((864, 867),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=LIVER_METASTASES,
    ),
    Statement(
        id="S24.4.4.2-D1",
        section="24.4.4.2",
        lines=((868, 871),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=LIVER_METASTASES
        & (METASTASIS_COUNT < OLIGOMETASTATIC_BELOW)
        & ~SEROSAL_INVOLVEMENT
        & ALL_LESIONS_LOCALLY_TREATABLE,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="peuvent bénéficier",
        tentative=True,
        subject="local-liver-treatment",
        citations=(
            "Pavlidis2012Petrakis",
            "Pouyiourou2021",
        ),
        ambiguities=("A08",),
    ),
    Statement(
        id="S24.4.4.2-W1",
        section="24.4.4.2",
        lines=((872, 875),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=LOCAL_LIVER_TREATMENT_PLANNED,
        fulfilled_when=FDG_PET_DONE & BRAIN_MRI_DONE,
        exams=(Exam.PET_FDG, Exam.MRI_BRAIN),
        on_unknown=OnUnknown.BLOCK,
        printed="dans tous les cas ... devra",
        citations=("Kramer2023",),
        ambiguities=(
            "A75",
            "A63",
        ),
    ),
)
