"""Where the disease is, how much of it there is, and what it is suspected to come from."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.facts.thresholds import OLIGOMETASTATIC_FROM, OLIGOMETASTATIC_TO
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, IntFact, SetFact, TextFact

CapiStatus = Literal["suspected", "confirmed", "excluded"]
CAPI_STATUS = EnumFact[CapiStatus](
    "capi_status", source=Source.CLINICIAN, allowed=get_args(CapiStatus)
)
METASTATIC_AT_DIAGNOSIS = BoolFact("metastatic_at_diagnosis", source=Source.RADIOLOGY)
PRIMARY_IDENTIFIED = BoolFact("primary_identified", source=Source.RECORD)
INCIDENT_CASE = BoolFact("incident_case", source=Source.CLINICIAN)
OBVIOUS_CLINICAL_ORIENTATION = BoolFact("obvious_clinical_orientation", source=Source.CLINICIAN)
Origin = Literal[
    "digestive",
    "upper_gi",
    "gastric",
    "small_bowel",
    "colorectal",
    "appendiceal",
    "pancreatic",
    "biliary",
    "hcc",
    "gynaecological",
    "ovarian",
    "testicular",
    "breast",
    "lung",
    "prostate",
    "thyroid",
    "kidney",
    "adrenal",
    "urothelial",
    "head_and_neck",
    "neuroendocrine",
    "digestive_neuroendocrine",
    "midgut_net",
    "mesothelioma",
    "supradiaphragmatic",
    "subdiaphragmatic",
    "other",
]
ORIGIN_HIERARCHY: dict[str, tuple[str, ...]] = {
    "digestive": (
        "upper_gi",
        "gastric",
        "small_bowel",
        "colorectal",
        "appendiceal",
        "pancreatic",
        "biliary",
        "hcc",
        "digestive_neuroendocrine",
        "midgut_net",
    ),
    "upper_gi": ("gastric",),
    "neuroendocrine": ("digestive_neuroendocrine", "midgut_net"),
    "digestive_neuroendocrine": ("midgut_net",),
    "gynaecological": ("ovarian",),
}
SUSPECTED_ORIGINS = SetFact[Origin](
    "suspected_origins",
    source=Source.CLINICIAN,
    allowed=get_args(Origin),
    narrower=ORIGIN_HIERARCHY,
)
LIVER_METASTASES = BoolFact("liver_metastases", source=Source.RADIOLOGY)
PERITONEAL_METASTASES = BoolFact("peritoneal_metastases", source=Source.RADIOLOGY)
LUNG_METASTASES = BoolFact("lung_metastases", source=Source.RADIOLOGY)
BONE_METASTASES = BoolFact("bone_metastases", source=Source.RADIOLOGY)
NODE_METASTASES = BoolFact("node_metastases", source=Source.RADIOLOGY)
OVARIAN_METASTASES_SUSPECTED = BoolFact("ovarian_metastases_suspected", source=Source.RADIOLOGY)
GYNAECOLOGICAL_LESIONS = BoolFact("gynaecological_lesions", source=Source.RADIOLOGY)
EXTRAPERITONEAL_DISEASE = BoolFact("extraperitoneal_disease", source=Source.RADIOLOGY)
EXTRAHEPATIC_DISEASE = BoolFact("extrahepatic_disease", source=Source.RADIOLOGY)
SEROSAL_INVOLVEMENT = BoolFact("serosal_involvement", source=Source.RADIOLOGY)
HYPERVASCULAR_LESIONS = BoolFact("hypervascular_lesions", source=Source.RADIOLOGY)
PERITONEAL_DISEASE_ISOLATED = DerivedFact(
    "peritoneal_disease_isolated",
    source=Source.DERIVED,
    definition=PERITONEAL_METASTASES & ~EXTRAPERITONEAL_DISEASE,
)
LIVER_DISEASE_ISOLATED = DerivedFact(
    "liver_disease_isolated",
    source=Source.DERIVED,
    definition=LIVER_METASTASES & ~EXTRAHEPATIC_DISEASE,
)
PERITONEAL_DISEASE_DIFFUSE = BoolFact("peritoneal_disease_diffuse", source=Source.RADIOLOGY)
OVARIAN_INVOLVEMENT_PREDOMINANT = BoolFact(
    "ovarian_involvement_predominant", source=Source.RADIOLOGY
)
PredominantSite = Literal["liver", "peritoneum", "other"]
PREDOMINANT_SITE = EnumFact[PredominantSite](
    "predominant_site", source=Source.RADIOLOGY, allowed=get_args(PredominantSite)
)
METASTASIS_COUNT = IntFact("metastasis_count", source=Source.RADIOLOGY, unit="lesions")
ALL_LESIONS_LOCALLY_TREATABLE = BoolFact("all_lesions_locally_treatable", source=Source.SURGEON)
OLIGOMETASTATIC = DerivedFact(
    "oligometastatic",
    source=Source.DERIVED,
    definition=(METASTASIS_COUNT >= OLIGOMETASTATIC_FROM)
    & (METASTASIS_COUNT <= OLIGOMETASTATIC_TO)
    & ~SEROSAL_INVOLVEMENT,
)
PeritonealResectability = Literal[
    "not_assessed",
    "unresectable_at_outset",
    "potentially_resectable",
    "resectable_confirmed",
    "unresectable_confirmed",
]
PERITONEAL_RESECTABILITY = EnumFact[PeritonealResectability](
    "peritoneal_resectability",
    source=Source.SURGEON,
    allowed=get_args(PeritonealResectability),
    no_result=("not_assessed",),
)
NODAL_MAX_BASIN = TextFact("nodal_max_basin", source=Source.RADIOLOGY)
MULTIFOCAL_NODAL_DISEASE = BoolFact("multifocal_nodal_disease", source=Source.RADIOLOGY)
DRAINAGE_SPARED_ORGANS = SetFact[str]("drainage_spared_organs", source=Source.RADIOLOGY)
RETROPERITONEAL_NODES = BoolFact("retroperitoneal_nodes", source=Source.RADIOLOGY)
INGUINAL_PELVIC_NODES_SPARED = BoolFact("inguinal_pelvic_nodes_spared", source=Source.RADIOLOGY)
VISIBLE_LESION_CANDIDATE_PRIMARY = BoolFact(
    "visible_lesion_candidate_primary", source=Source.RADIOLOGY
)
LIVER_MAIN_LESION_COUNT = IntFact(
    "liver_main_lesion_count", source=Source.RADIOLOGY, unit="lesions"
)
LIVER_LESION_COUNT = IntFact("liver_lesion_count", source=Source.RADIOLOGY, unit="lesions")
LIVER_SATELLITE_LESIONS = BoolFact("liver_satellite_lesions", source=Source.RADIOLOGY)
LIVER_NODULES_MULTIPLE_DOUBTFUL = BoolFact(
    "liver_nodules_multiple_doubtful", source=Source.RADIOLOGY
)
