"""Which gene or signature, in whom, what for, and what is sequenced from which material."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.disease_extent import Origin
from ariane.facts.molecular import (
    BAP1_STATUS,
    BRAF_STATUS,
    BRCA1_STATUS,
    BRCA2_STATUS,
    FGFR_FUSION,
    HER2_AMPLIFIED,
    HRD_STATUS,
    KRAS_STATUS,
    MSI_STATUS,
    NRAS_STATUS,
    SMAD4_STATUS,
    TMB_MUT_PER_MB,
)

Gene = Literal["BAP1", "BRAF", "BRCA1", "BRCA2", "FGFR", "HER2", "KRAS", "NRAS", "SMAD4"]
"""`FGFR` stands for the genes of the family: the chapter does not name one here."""
Alteration = Literal["mutation", "amplification", "fusion_transcript"]
Signature = Literal["tumour_mutational_burden", "microsatellite_status", "hrd_status"]
Setting = Literal[
    "any_cup",
    "liver_or_peritoneal_metastases_biliary_or_pancreatic_doubt",
    "metastases_with_gastric_or_colorectal_profile",
    "peritoneal_carcinomatosis_of_unknown_primary",
    "cup_compatible_with_biliary_primary",
]
Purpose = Literal["tissue_of_origin", "systemic_treatment", "immunotherapy", "fgfr_inhibitor"]
Method = Literal[
    "large_dna_panel",
    "targeted_rna_panel",
    "whole_transcriptome",
    "exome",
    "genome",
    "tumour_genome",
    "constitutional_genome",
]
Material = Literal["frozen_tumour", "paraffin_tumour", "circulating_tumour_dna"]
Platform = Literal["SeqOIA", "AURAGEN"]


class GeneTarget(NamedTuple):
    """An alteration of one gene to look for, and the name of the fact that records the result."""

    gene: Gene
    alteration: Alteration
    fact: str


class SignatureTarget(NamedTuple):
    """A signature to evaluate, and the name of the fact that records the result."""

    signature: Signature
    fact: str


class MolecularIndication(NamedTuple):
    """Which genes and signatures to look at, in whom, and what for.

    `origins` are those in question; `minimum` says that the chapter prints the list as a minimum,
    `direction_missing` that it does not say which result speaks for which of the origins.
    """

    setting: Setting
    purpose: Purpose
    genes: tuple[GeneTarget, ...] = ()
    signatures: tuple[SignatureTarget, ...] = ()
    origins: tuple[Origin, ...] = ()
    minimum: bool = False
    direction_missing: bool = False


class Sequencing(NamedTuple):
    """What is sequenced, from which material.

    Any one of the `materials` will do; `methods` go together, or one of them is chosen where
    `one_of` says so.
    """

    methods: tuple[Method, ...]
    materials: tuple[Material, ...] = ()
    one_of: bool = False


class NationalPathway(NamedTuple):
    """The platforms that sequence for the national plan, and the material that they work from."""

    platforms: tuple[Platform, ...]
    material: Material


class MaterialAccess(NamedTuple):
    """Since which year a material is accepted, and whether for all the analyses or only some.

    The chapter does not list which analyses.
    """

    material: Material
    since_year: int
    all_analyses: bool


IMMUNOTHERAPY_MARKERS = MolecularIndication(
    signatures=(
        SignatureTarget("tumour_mutational_burden", TMB_MUT_PER_MB.name),
        SignatureTarget("microsatellite_status", MSI_STATUS.name),
    ),
    setting="any_cup",
    purpose="immunotherapy",
)
BILIARY_OR_PANCREATIC_GENES = MolecularIndication(
    genes=(
        GeneTarget("BAP1", "mutation", BAP1_STATUS.name),
        GeneTarget("KRAS", "mutation", KRAS_STATUS.name),
        GeneTarget("SMAD4", "mutation", SMAD4_STATUS.name),
    ),
    setting="liver_or_peritoneal_metastases_biliary_or_pancreatic_doubt",
    purpose="tissue_of_origin",
    origins=("biliary", "pancreatic"),
    direction_missing=True,
)
GASTRIC_OR_COLORECTAL_GENES = MolecularIndication(
    genes=(
        GeneTarget("KRAS", "mutation", KRAS_STATUS.name),
        GeneTarget("NRAS", "mutation", NRAS_STATUS.name),
        GeneTarget("BRAF", "mutation", BRAF_STATUS.name),
        GeneTarget("HER2", "amplification", HER2_AMPLIFIED.name),
    ),
    setting="metastases_with_gastric_or_colorectal_profile",
    purpose="systemic_treatment",
    origins=("gastric", "colorectal"),
    minimum=True,
)
HOMOLOGOUS_RECOMBINATION = MolecularIndication(
    genes=(
        GeneTarget("BRCA1", "mutation", BRCA1_STATUS.name),
        GeneTarget("BRCA2", "mutation", BRCA2_STATUS.name),
    ),
    signatures=(SignatureTarget("hrd_status", HRD_STATUS.name),),
    setting="peritoneal_carcinomatosis_of_unknown_primary",
    purpose="tissue_of_origin",
    origins=("gynaecological",),
)
FGFR_FUSIONS = MolecularIndication(
    genes=(GeneTarget("FGFR", "fusion_transcript", FGFR_FUSION.name),),
    setting="cup_compatible_with_biliary_primary",
    purpose="fgfr_inhibitor",
    origins=("biliary",),
)

DNA_PANEL_OF_THE_TEXT = Sequencing(
    methods=("large_dna_panel",),
    materials=("frozen_tumour", "paraffin_tumour", "circulating_tumour_dna"),
)
DNA_PANEL_ON_TUMOUR = Sequencing(
    methods=("large_dna_panel",), materials=("paraffin_tumour", "frozen_tumour")
)
DNA_PANEL_ON_CTDNA = Sequencing(methods=("large_dna_panel",), materials=("circulating_tumour_dna",))
RNA_SEQUENCING = Sequencing(
    methods=("targeted_rna_panel", "whole_transcriptome"),
    materials=("paraffin_tumour", "frozen_tumour"),
    one_of=True,
)
NATIONAL_PROFILE = Sequencing(
    methods=("tumour_genome", "constitutional_genome", "exome", "whole_transcriptome")
)
NATIONAL_PROFILE_OF_THE_BOX = Sequencing(
    methods=("exome", "genome", "whole_transcriptome"),
    materials=("paraffin_tumour", "frozen_tumour"),
)
NATIONAL_PATHWAY = NationalPathway(platforms=("SeqOIA", "AURAGEN"), material="frozen_tumour")
PARAFFIN_ACCESS = MaterialAccess("paraffin_tumour", since_year=2024, all_analyses=False)
