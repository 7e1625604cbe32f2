"""Histology and the entity retained."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts import molecular, stains
from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact

HistologyType = Literal[
    "adenocarcinoma",
    "poorly_differentiated_carcinoma",
    "undifferentiated_carcinoma",
    "squamous_cell_carcinoma",
    "net_well_differentiated",
    "nec_poorly_differentiated",
    "serous_papillary_carcinoma",
    "endometrial_adenocarcinoma",
    "mesothelioma",
    "hepatocellular_carcinoma",
    "cholangiocarcinoma",
    "germ_cell_tumour",
    "lymphoma",
    "melanoma",
    "sarcoma",
    "other",
]
HISTOLOGY_TYPE = EnumFact[HistologyType](
    "histology_type", source=Source.PATHOLOGY, allowed=get_args(HistologyType)
)
HISTOLOGY_AVAILABLE = BoolFact("histology_available", source=Source.PATHOLOGY)
MORPHOLOGY_SUFFICIENT = BoolFact("morphology_sufficient", source=Source.PATHOLOGY)
INDEPENDENT_CELLS = BoolFact("independent_cells", source=Source.PATHOLOGY)
MUCINOUS_CARCINOMATOSIS = BoolFact("mucinous_carcinomatosis", source=Source.PATHOLOGY)
EPITHELIAL_LOOKING = BoolFact("epithelial_looking", source=Source.PATHOLOGY)
LiverMorphologyGroup = Literal[
    "obvious_adenocarcinoma", "obvious_non_adenocarcinoma", "undetermined"
]
LIVER_MORPHOLOGY_GROUP = EnumFact[LiverMorphologyGroup](
    "liver_morphology_group", source=Source.PATHOLOGY, allowed=get_args(LiverMorphologyGroup)
)
IHC_BILIOPANCREATIC_COMPATIBLE = BoolFact("ihc_biliopancreatic_compatible", source=Source.PATHOLOGY)
IHC_UPPER_GI_COMPATIBLE = BoolFact("ihc_upper_gi_compatible", source=Source.PATHOLOGY)
IHC_GASTRIC_OR_COLORECTAL_COMPATIBLE = BoolFact(
    "ihc_gastric_or_colorectal_compatible", source=Source.PATHOLOGY
)
HISTOLOGY_COMPATIBLE_CHOLANGIOCARCINOMA = BoolFact(
    "histology_compatible_cholangiocarcinoma", source=Source.PATHOLOGY
)
DIFFERENTIATED_DISEASE = BoolFact("differentiated_disease", source=Source.PATHOLOGY)
COLORECTAL_PROFILE = DerivedFact(
    "colorectal_profile",
    source=Source.DERIVED,
    definition=HISTOLOGY_TYPE.is_("adenocarcinoma")
    & stains.IHC_CK7.is_("neg")
    & stains.IHC_CK20.is_("pos")
    & stains.IHC_CDX2.is_("pos")
    | molecular.MOLECULAR_SIGNATURE_COLORECTAL,
)
Entity = Literal[
    "colorectal_profile",
    "serous_ovarian_peritoneal",
    "net_profile",
    "nec_poorly_differentiated",
    "mesothelioma",
    "endometrial",
    "extragonadal_germ_cell",
    "axillary_node_adenocarcinoma",
    "bone_adenocarcinoma_high_psa",
    "cervical_node_squamous",
    "unfavourable",
]
CLINICOPATHOLOGICAL_ENTITY = EnumFact[Entity](
    "clinicopathological_entity", source=Source.PATHOLOGY, allowed=get_args(Entity)
)
