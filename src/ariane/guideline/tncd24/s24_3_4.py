"""Section 24.3.4: digestive endoscopy."""

from __future__ import annotations

from ariane.facts.disease_extent import LIVER_METASTASES, PERITONEAL_METASTASES, PRIMARY_IDENTIFIED
from ariane.facts.exams import Exam
from ariane.facts.pathology import (
    COLORECTAL_PROFILE,
    HISTOLOGY_TYPE,
    IHC_UPPER_GI_COMPATIBLE,
    INDEPENDENT_CELLS,
)
from ariane.facts.stains import IHC_CDX2, IHC_CK7, IHC_CK20
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.printed_content import Items
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.4-D1",
        section="24.3.4",
        lines=((278, 281),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.INFORMATION,
        when=LIVER_METASTASES | PERITONEAL_METASTASES,
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.4-D2",
        section="24.3.4",
        lines=((282, 284),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=IHC_CK7.is_("pos") & IHC_CK20.is_("pos") | IHC_UPPER_GI_COMPATIBLE,
        exams=(Exam.UPPER_ENDOSCOPY,),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="classiquement recommandée",
        subject="upper-endoscopy",
        ambiguities=(
            "A26",
            "A07",
        ),
    ),
    Statement(
        id="S24.3.4-D3",
        section="24.3.4",
        lines=((285, 287),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=INDEPENDENT_CELLS,
        exams=(Exam.GASTRIC_EUS,),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="doit",
        subject="gastric-eus",
        citations=("Zhou2015",),
        ambiguities=(
            "A25",
            "A07",
        ),
    ),
    Statement(
        id="S24.3.4-D4",
        section="24.3.4",
        lines=((288, 289),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=(LIVER_METASTASES | PERITONEAL_METASTASES)
        & HISTOLOGY_TYPE.is_("adenocarcinoma")
        & IHC_CK7.is_("neg")
        & IHC_CK20.is_("pos")
        & IHC_CDX2.is_("pos"),
        exams=(Exam.COLONOSCOPY,),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="généralement recommandée",
        subject="colonoscopy",
        ambiguities=(
            "A14",
            "A07",
        ),
    ),
    Statement(
        id="S24.3.4-C1",
        section="24.3.4",
        lines=((289, 290),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.DOCUMENTATION,
        when=ALWAYS,
        data=Items(("complete", "appendix_seen")),
    ),
    Statement(
        id="S24.3.4-W1",
        section="24.3.4",
        lines=((291, 294),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=COLORECTAL_PROFILE & ~PRIMARY_IDENTIFIED,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Varadhachary2008",),
    ),
)
