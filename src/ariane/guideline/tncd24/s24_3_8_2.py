"""RNA sequencing, and the national plan PFMG 2025 (24.3.8.2 and 24.3.8.3)."""

from __future__ import annotations

from ariane.facts.board import CAPI_INDICATION_VALIDATED, CUP_BOARD_PRESENTED
from ariane.facts.disease_extent import SUSPECTED_ORIGINS
from ariane.facts.molecular import FGFR_FUSION, RNASEQ_DONE
from ariane.facts.pathology import (
    HISTOLOGY_COMPATIBLE_CHOLANGIOCARCINOMA,
    IHC_BILIOPANCREATIC_COMPATIBLE,
)
from ariane.facts.tissue import CRYO_MATERIAL, FFPE_MATERIAL
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.molecular_indications import (
    FGFR_FUSIONS,
    NATIONAL_PATHWAY,
    NATIONAL_PROFILE,
    PARAFFIN_ACCESS,
    RNA_SEQUENCING,
)
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.8.2-K1",
        section="24.3.8.2",
        lines=((587, 589),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.8.2-P1",
        section="24.3.8.2",
        lines=((590, 592),),
        strength=Strength.STATEMENT,
        action=Action.PROCEDURE,
        when=ALWAYS,
        data=RNA_SEQUENCING,
    ),
    Statement(
        id="S24.3.8.2-D1",
        section="24.3.8.2",
        lines=((593, 595),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("biliary")
        | IHC_BILIOPANCREATIC_COMPATIBLE
        | HISTOLOGY_COMPATIBLE_CHOLANGIOCARCINOMA,
        fulfilled_when=FGFR_FUSION.one_of("none", "fgfr2", "other_fgfr"),
        on_unknown=OnUnknown.ASK,
        printed="doit",
        citations=(
            "Goyal2023",
            "Katoh2024",
        ),
        ambiguities=(
            "A37",
            "A07",
        ),
        data=FGFR_FUSIONS,
    ),
    Statement(
        id="S24.3.8.2-D2",
        section="24.3.8.2",
        lines=((596, 600),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=RNASEQ_DONE.is_("whole_transcriptome"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="rna",
        citations=(
            "Zhao2020",
            "Vibert2021",
            "Mohrmann2022",
        ),
    ),
    Statement(
        id="S24.3.8.3-A1",
        section="24.3.8.3",
        lines=((601, 606),),
        strength=Strength.STATEMENT,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=CUP,
        on_unknown=OnUnknown.LIST_MISSING,
        subject="exome-genome",
        ambiguities=(
            "A16",
            "A18",
        ),
        data=NATIONAL_PROFILE,
    ),
    Statement(
        id="S24.3.8.3-A2",
        section="24.3.8.3",
        lines=((607, 609),),
        strength=Strength.STATEMENT,
        action=Action.BOARD_WORKFLOW,
        when=CUP & CUP_BOARD_PRESENTED,
        fulfilled_when=CAPI_INDICATION_VALIDATED,
        ambiguities=("A17",),
        data=NATIONAL_PATHWAY,
    ),
    Statement(
        id="S24.3.8.3-K1",
        section="24.3.8.3",
        lines=((610, 611),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.8.3-P1",
        section="24.3.8.3",
        lines=((612, 613),),
        strength=Strength.STATEMENT,
        action=Action.PROCEDURE,
        when=FFPE_MATERIAL & ~CRYO_MATERIAL,
        on_unknown=OnUnknown.LIST_MISSING,
        subject="exome-genome",
        ambiguities=("A17",),
        data=PARAFFIN_ACCESS,
    ),
    Statement(
        id="S24.3.8.3-A3",
        section="24.3.8.3",
        lines=((614, 616),),
        strength=Strength.STATEMENT,
        action=Action.BOARD_WORKFLOW,
        when=CUP_BOARD_PRESENTED,
        citations=("Jacquin2022",),
    ),
)
