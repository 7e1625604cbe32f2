"""Molecular biology and the origin or target that it points to."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DecimalFact, EnumFact, IntFact, TextFact

MolecularProfileStatus = Literal["not_requested", "pending", "available", "not_available"]
MOLECULAR_PROFILE_STATUS = EnumFact[MolecularProfileStatus](
    "molecular_profile_status",
    source=Source.MOLECULAR_BIOLOGY,
    allowed=get_args(MolecularProfileStatus),
)
DNA_PANEL_DONE = BoolFact("dna_panel_done", source=Source.MOLECULAR_BIOLOGY)
DNA_PANEL_GENE_COUNT = IntFact(
    "dna_panel_gene_count", source=Source.MOLECULAR_BIOLOGY, unit="genes"
)
RnaseqDone = Literal["not_done", "targeted_panel", "whole_transcriptome"]
RNASEQ_DONE = EnumFact[RnaseqDone](
    "rnaseq_done",
    source=Source.MOLECULAR_BIOLOGY,
    allowed=get_args(RnaseqDone),
    no_result=("not_done",),
)
MsiStatus = Literal["msi_h_dmmr", "mss_pmmr"]
MSI_STATUS = EnumFact[MsiStatus](
    "msi_status", source=Source.MOLECULAR_BIOLOGY, allowed=get_args(MsiStatus)
)
TMB_MUT_PER_MB = DecimalFact("tmb_mut_per_mb", source=Source.MOLECULAR_BIOLOGY, unit="mutations/Mb")
MutationStatus = Literal["mutated", "wild_type"]


def _gene(name: str) -> EnumFact[MutationStatus]:
    return EnumFact[MutationStatus](
        name, source=Source.MOLECULAR_BIOLOGY, allowed=get_args(MutationStatus)
    )


KRAS_STATUS = _gene("kras_status")
NRAS_STATUS = _gene("nras_status")
BRAF_STATUS = _gene("braf_status")
BRCA1_STATUS = _gene("brca1_status")
BRCA2_STATUS = _gene("brca2_status")
BAP1_STATUS = _gene("bap1_status")
SMAD4_STATUS = _gene("smad4_status")
IDH1_STATUS = _gene("idh1_status")
BRCA_GERMLINE_TESTED = BoolFact("brca_germline_tested", source=Source.MOLECULAR_BIOLOGY)
BRCA_SOMATIC_TESTED = BoolFact("brca_somatic_tested", source=Source.MOLECULAR_BIOLOGY)
Her2Amplified = Literal["yes", "no"]
HER2_AMPLIFIED = EnumFact[Her2Amplified](
    "her2_amplified", source=Source.MOLECULAR_BIOLOGY, allowed=get_args(Her2Amplified)
)
HrdStatus = Literal["hrd", "hrp"]
HRD_STATUS = EnumFact[HrdStatus](
    "hrd_status", source=Source.MOLECULAR_BIOLOGY, allowed=get_args(HrdStatus)
)
FgfrFusion = Literal["none", "fgfr2", "other_fgfr"]
FGFR_FUSION = EnumFact[FgfrFusion](
    "fgfr_fusion", source=Source.MOLECULAR_BIOLOGY, allowed=get_args(FgfrFusion)
)
MOLECULAR_SIGNATURE_COLORECTAL = BoolFact(
    "molecular_signature_colorectal", source=Source.MOLECULAR_BIOLOGY
)
PROBABLE_TISSUE_OF_ORIGIN = TextFact("probable_tissue_of_origin", source=Source.MOLECULAR_BIOLOGY)
TISSUE_OF_ORIGIN_IDENTIFIED = BoolFact(
    "tissue_of_origin_identified", source=Source.MOLECULAR_BIOLOGY
)
ACTIONABLE_ALTERATION = BoolFact("actionable_alteration", source=Source.MOLECULAR_BIOLOGY)
PATHOLOGICAL_ORIENTATION = BoolFact("pathological_orientation", source=Source.PATHOLOGY)
