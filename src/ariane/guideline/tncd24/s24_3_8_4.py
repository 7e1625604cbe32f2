"""Box: indications of molecular biology (24.3.8.4)."""

from __future__ import annotations

from ariane.facts.exams import Exam
from ariane.facts.molecular import DNA_PANEL_DONE, DNA_PANEL_GENE_COUNT, RNASEQ_DONE
from ariane.facts.thresholds import LARGE_PANEL_GENES
from ariane.facts.tissue import CRYO_MATERIAL, CTDNA_SAMPLE, FFPE_MATERIAL
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.molecular_indications import (
    DNA_PANEL_ON_CTDNA,
    DNA_PANEL_ON_TUMOUR,
    NATIONAL_PROFILE_OF_THE_BOX,
    RNA_SEQUENCING,
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.8.4-R1",
        section="24.3.8.4",
        lines=((617, 620),),
        strength=Strength.REFERENCE,
        grade=Grade.B,
        action=Action.EXAM,
        when=CUP & (FFPE_MATERIAL | CRYO_MATERIAL),
        fulfilled_when=DNA_PANEL_DONE & (DNA_PANEL_GENE_COUNT >= LARGE_PANEL_GENES),
        on_unknown=OnUnknown.ASK,
        subject="dna-panel",
        ambiguities=("A20",),
        data=DNA_PANEL_ON_TUMOUR,
    ),
    Statement(
        id="S24.3.8.4-O1",
        section="24.3.8.4",
        lines=((621, 624),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=CUP & (FFPE_MATERIAL | CRYO_MATERIAL),
        exams=(Exam.EXOME_GENOME, Exam.RNA_WHOLE),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="exome-genome",
        ambiguities=(
            "A17",
            "A16",
        ),
        data=NATIONAL_PROFILE_OF_THE_BOX,
    ),
    Statement(
        id="S24.3.8.4-O2",
        section="24.3.8.4",
        lines=((625, 625),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=CTDNA_SAMPLE | ~FFPE_MATERIAL & ~CRYO_MATERIAL,
        exams=(Exam.CTDNA,),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ctdna",
        ambiguities=("A20",),
        data=DNA_PANEL_ON_CTDNA,
    ),
    Statement(
        id="S24.3.8.4-O3",
        section="24.3.8.4",
        lines=((626, 627),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.EXAM,
        when=FFPE_MATERIAL | CRYO_MATERIAL,
        fulfilled_when=RNASEQ_DONE.one_of("targeted_panel", "whole_transcriptome"),
        on_unknown=OnUnknown.ASK,
        subject="rna",
        ambiguities=("A37",),
        data=RNA_SEQUENCING,
    ),
)
