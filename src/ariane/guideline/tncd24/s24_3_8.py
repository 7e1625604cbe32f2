"""Molecular biology: routine use, scarce material, and DNA analyses (24.3.8 and 24.3.8.1)."""

from __future__ import annotations

from ariane.facts.disease_extent import LIVER_METASTASES, PERITONEAL_METASTASES, SUSPECTED_ORIGINS
from ariane.facts.molecular import (
    BAP1_STATUS,
    BRAF_STATUS,
    BRCA1_STATUS,
    BRCA2_STATUS,
    DNA_PANEL_DONE,
    DNA_PANEL_GENE_COUNT,
    HER2_AMPLIFIED,
    HRD_STATUS,
    KRAS_STATUS,
    MSI_STATUS,
    NRAS_STATUS,
    SMAD4_STATUS,
    TMB_MUT_PER_MB,
)
from ariane.facts.pathology import HISTOLOGY_AVAILABLE, IHC_GASTRIC_OR_COLORECTAL_COMPATIBLE
from ariane.facts.thresholds import LARGE_PANEL_GENES
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.molecular_indications import (
    BILIARY_OR_PANCREATIC_GENES,
    DNA_PANEL_OF_THE_TEXT,
    GASTRIC_OR_COLORECTAL_GENES,
    HOMOLOGOUS_RECOMBINATION,
    IMMUNOTHERAPY_MARKERS,
)
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.8-D1",
        section="24.3.8",
        lines=((559, 562),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=CUP & HISTOLOGY_AVAILABLE,
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Kramer2023",),
    ),
    Statement(
        id="S24.3.8-W1",
        section="24.3.8",
        lines=((563, 566),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=ALWAYS,
        printed="doit ... autant que possible",
    ),
    Statement(
        id="S24.3.8.1-K1",
        section="24.3.8.1",
        lines=((567, 570),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.8.1-D1",
        section="24.3.8.1",
        lines=((571, 574),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=CUP & HISTOLOGY_AVAILABLE,
        fulfilled_when=DNA_PANEL_DONE & (DNA_PANEL_GENE_COUNT >= LARGE_PANEL_GENES),
        on_unknown=OnUnknown.ASK,
        subject="dna-panel",
        citations=("Kato2017",),
        ambiguities=("A20",),
        data=DNA_PANEL_OF_THE_TEXT,
    ),
    Statement(
        id="S24.3.8.1-C1",
        section="24.3.8.1",
        lines=((571, 572),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=DNA_PANEL_DONE & (DNA_PANEL_GENE_COUNT < LARGE_PANEL_GENES),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A20",),
    ),
    Statement(
        id="S24.3.8.1-D2",
        section="24.3.8.1",
        lines=((575, 577),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=CUP & HISTOLOGY_AVAILABLE,
        fulfilled_when=MSI_STATUS.one_of("msi_h_dmmr", "mss_pmmr") & TMB_MUT_PER_MB.is_known(),
        on_unknown=OnUnknown.ASK,
        citations=("Gatalica2018",),
        ambiguities=(
            "A07",
            "A06",
        ),
        data=IMMUNOTHERAPY_MARKERS,
    ),
    Statement(
        id="S24.3.8.1-D3",
        section="24.3.8.1",
        lines=((578, 580),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=(LIVER_METASTASES | PERITONEAL_METASTASES)
        & (SUSPECTED_ORIGINS.contains("biliary") | SUSPECTED_ORIGINS.contains("pancreatic")),
        fulfilled_when=BAP1_STATUS.one_of("mutated", "wild_type")
        & KRAS_STATUS.one_of("mutated", "wild_type")
        & SMAD4_STATUS.one_of("mutated", "wild_type"),
        on_unknown=OnUnknown.ASK,
        printed="peut orienter",
        tentative=True,
        ambiguities=("A31",),
        data=BILIARY_OR_PANCREATIC_GENES,
    ),
    Statement(
        id="S24.3.8.1-D4",
        section="24.3.8.1",
        lines=((581, 583),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=IHC_GASTRIC_OR_COLORECTAL_COMPATIBLE,
        fulfilled_when=KRAS_STATUS.one_of("mutated", "wild_type")
        & NRAS_STATUS.one_of("mutated", "wild_type")
        & BRAF_STATUS.one_of("mutated", "wild_type")
        & HER2_AMPLIFIED.one_of("yes", "no"),
        on_unknown=OnUnknown.ASK,
        printed="au minimum ... doivent",
        ambiguities=(
            "A59",
            "A15",
        ),
        data=GASTRIC_OR_COLORECTAL_GENES,
    ),
    Statement(
        id="S24.3.8.1-D5",
        section="24.3.8.1",
        lines=((584, 586),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=PERITONEAL_METASTASES,
        fulfilled_when=HRD_STATUS.one_of("hrd", "hrp")
        & BRCA1_STATUS.one_of("mutated", "wild_type")
        & BRCA2_STATUS.one_of("mutated", "wild_type"),
        on_unknown=OnUnknown.ASK,
        printed="peuvent aider",
        tentative=True,
        citations=("Moschetta2016",),
        ambiguities=("A38",),
        data=HOMOLOGOUS_RECOMBINATION,
    ),
    Statement(
        id="S24.3.8.1-I1",
        section="24.3.8.1",
        lines=((584, 586),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=PERITONEAL_METASTASES
        & (HRD_STATUS.is_("hrd") | BRCA1_STATUS.is_("mutated") | BRCA2_STATUS.is_("mutated")),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Moschetta2016",),
        ambiguities=("A38",),
    ),
)
