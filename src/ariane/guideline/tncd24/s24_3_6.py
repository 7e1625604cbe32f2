"""Sections 24.3.6 and 24.3.6.1: the tumour sample, and biopsy of the liver."""

from __future__ import annotations

from ariane.facts.disease_extent import LIVER_METASTASES
from ariane.facts.exams import Exam
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_FEASIBLE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.printed_content import Items
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.6-D1",
        section="24.3.6",
        lines=((317, 319),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=CUP,
        fulfilled_when=HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.ASK,
        printed="indispensable",
    ),
    Statement(
        id="S24.3.6-D2",
        section="24.3.6",
        lines=((319, 321),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=~HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.ASK,
    ),
    Statement(
        id="S24.3.6-P1",
        section="24.3.6",
        lines=((322, 323),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.6-P2",
        section="24.3.6",
        lines=((324, 325),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=ALWAYS,
        printed="devrait ... autant que possible",
        ambiguities=("A17",),
    ),
    Statement(
        id="S24.3.6-D3",
        section="24.3.6",
        lines=((326, 327),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=~PERCUTANEOUS_BIOPSY_FEASIBLE,
        exams=(Exam.BIOPSY_SURGICAL,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="biopsy-surgical",
    ),
    Statement(
        id="S24.3.6-C1",
        section="24.3.6",
        lines=((328, 330),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.CHECKLIST,
        when=ALWAYS,
        data=Items(("stains", "molecular_biology")),
    ),
    Statement(
        id="S24.3.6.1-D1",
        section="24.3.6.1",
        lines=((331, 334),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=LIVER_METASTASES & ~HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.ASK,
    ),
    Statement(
        id="S24.3.6.1-D2",
        section="24.3.6.1",
        lines=((335, 335),),
        strength=Strength.STATEMENT,
        action=Action.PROCEDURE,
        when=LIVER_METASTASES & PERCUTANEOUS_BIOPSY_FEASIBLE,
        exams=(Exam.BIOPSY_PERCUTANEOUS,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="biopsy-percutaneous",
    ),
    Statement(
        id="S24.3.6.1-D3",
        section="24.3.6.1",
        lines=((336, 338),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.PROCEDURE,
        when=LIVER_METASTASES & ~PERCUTANEOUS_BIOPSY_FEASIBLE,
        exams=(Exam.BIOPSY_SURGICAL,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="biopsy-surgical",
    ),
)
