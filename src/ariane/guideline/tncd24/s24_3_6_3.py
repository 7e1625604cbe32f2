"""Section 24.3.6.3: the indication box of biopsy and exploration."""

from __future__ import annotations

from ariane.facts.disease_extent import PERITONEAL_DISEASE_ISOLATED, PERITONEAL_RESECTABILITY
from ariane.facts.exams import Exam
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.facts.person import ECOG_PS
from ariane.facts.surgery import (
    LAPAROSCOPY_PERFORMED,
    LAPAROSCOPY_PLANNED,
    OP_ASCITES_STATED,
    OP_BIOPSY_PROOF,
    OP_PHOTOS_OR_VIDEO,
    OP_QUADRANT_DESCRIPTION,
    OP_RIGHT_DOME_STATED,
    OP_SMALL_BOWEL_STATED,
    PCI_REGION_SCORES,
    PERITONEAL_EXPLORATION_PERFORMED,
    TROCAR_SITES,
)
from ariane.facts.thresholds import PS_EXPLORATION_BELOW
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_FEASIBLE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.printed_content import REPORT_IN_BOX

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.6.3-R1",
        section="24.3.6.3",
        lines=((400, 403),),
        strength=Strength.REFERENCE,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.PROCEDURE,
        when=CUP & PERCUTANEOUS_BIOPSY_FEASIBLE,
        fulfilled_when=HISTOLOGY_AVAILABLE,
        exams=(Exam.BIOPSY_PERCUTANEOUS,),
        on_unknown=OnUnknown.ASK,
        subject="biopsy-percutaneous",
        ambiguities=("A09",),
    ),
    Statement(
        id="S24.3.6.3-O1",
        section="24.3.6.3",
        lines=((404, 407),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.PROCEDURE,
        when=PERITONEAL_DISEASE_ISOLATED
        & PERITONEAL_RESECTABILITY.one_of("potentially_resectable", "resectable_confirmed")
        & (ECOG_PS < PS_EXPLORATION_BELOW),
        exams=(Exam.BIOPSY_SURGICAL,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="biopsy-surgical",
        ambiguities=(
            "A09",
            "A01",
        ),
    ),
    Statement(
        id="S24.3.6.3-W1",
        section="24.3.6.3",
        lines=((408, 408),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.WARNING,
        when=LAPAROSCOPY_PLANNED | LAPAROSCOPY_PERFORMED,
        fulfilled_when=~TROCAR_SITES.contains("flank") & ~TROCAR_SITES.contains("other"),
        on_unknown=OnUnknown.ASK,
        printed="impératif",
        subject="midline-trocars",
        ambiguities=("A19",),
    ),
    Statement(
        id="S24.3.6.3-C1",
        section="24.3.6.3",
        lines=((409, 416),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.CHECKLIST,
        when=PERITONEAL_EXPLORATION_PERFORMED,
        fulfilled_when=OP_QUADRANT_DESCRIPTION
        & OP_BIOPSY_PROOF
        & OP_ASCITES_STATED
        & OP_PHOTOS_OR_VIDEO
        & OP_SMALL_BOWEL_STATED
        & OP_RIGHT_DOME_STATED
        & PCI_REGION_SCORES.is_known(),
        on_unknown=OnUnknown.ASK,
        printed="doit comporter",
        subject="operative-report",
        ambiguities=(
            "A54",
            "A55",
        ),
        data=REPORT_IN_BOX,
    ),
)
