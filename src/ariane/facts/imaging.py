"""What imaging and nuclear medicine showed."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DecimalFact, EnumFact, IntFact

MRI_LIVER_DONE = BoolFact("mri_liver_done", source=Source.RADIOLOGY)
MriContrastAgent = Literal["extracellular", "hepatospecific", "none"]
MRI_CONTRAST_AGENT = EnumFact[MriContrastAgent](
    "mri_contrast_agent", source=Source.RADIOLOGY, allowed=get_args(MriContrastAgent)
)
MRI_BILE_DUCT_INFILTRATION = BoolFact("mri_bile_duct_infiltration", source=Source.LIVER_MRI)
MRI_CAPSULAR_RETRACTION = BoolFact("mri_capsular_retraction", source=Source.LIVER_MRI)
MRI_BILIARY_DILATATION = BoolFact("mri_biliary_dilatation", source=Source.LIVER_MRI)
MRI_BILIARY_DILATATION_MONILIFORM = BoolFact(
    "mri_biliary_dilatation_moniliform", source=Source.LIVER_MRI
)
MRI_NODES_MAX_HILAR_COELIAC = BoolFact("mri_nodes_max_hilar_coeliac", source=Source.LIVER_MRI)
MRI_LOCAL_NODES_PRESENT = BoolFact("mri_local_nodes_present", source=Source.LIVER_MRI)
MRI_MAIN_LESION_WITH_SATELLITES = BoolFact(
    "mri_main_lesion_with_satellites", source=Source.LIVER_MRI
)
MRI_LESIONS_DIFFUSE = BoolFact("mri_lesions_diffuse", source=Source.LIVER_MRI)
MRI_LESIONS_ROUND = BoolFact("mri_lesions_round", source=Source.LIVER_MRI)
MRI_CENTRE_LATE_ENHANCEMENT = BoolFact("mri_centre_late_enhancement", source=Source.LIVER_MRI)
MriCentreSignal = Literal["hypovascular", "fibrous", "necrotic", "other"]
MRI_CENTRE_SIGNAL = EnumFact[MriCentreSignal](
    "mri_centre_signal", source=Source.LIVER_MRI, allowed=get_args(MriCentreSignal)
)
MriCentreT2 = Literal["hypo", "iso", "hyper"]
MRI_CENTRE_T2 = EnumFact[MriCentreT2](
    "mri_centre_t2", source=Source.LIVER_MRI, allowed=get_args(MriCentreT2)
)
MriPeripheralVascularity = Literal["hypo", "iso", "hyper"]
MRI_PERIPHERAL_VASCULARITY = EnumFact[MriPeripheralVascularity](
    "mri_peripheral_vascularity",
    source=Source.LIVER_MRI,
    allowed=get_args(MriPeripheralVascularity),
)
PELVIC_MRI_OVARIAN_METASTASIS_SUSPECTED = BoolFact(
    "pelvic_mri_ovarian_metastasis_suspected", source=Source.PELVIC_MRI
)
ORADS_MRI_SCORE = IntFact("orads_mri_score", source=Source.PELVIC_MRI, allowed=(1, 2, 3, 4, 5))
OVARY_BILATERAL = BoolFact("ovary_bilateral", source=Source.PELVIC_MRI)
OVARY_LOCULE_SIGNAL_UNIFORM = BoolFact("ovary_locule_signal_uniform", source=Source.PELVIC_MRI)
OVARY_OUTER_CONTOUR_IRREGULAR = BoolFact("ovary_outer_contour_irregular", source=Source.PELVIC_MRI)
OVARY_SURFACE_NODULES = BoolFact("ovary_surface_nodules", source=Source.PELVIC_MRI)
OVARY_MILLEFEUILLE_SIGN = BoolFact("ovary_millefeuille_sign", source=Source.PELVIC_MRI)
OVARY_MUCINOUS_ASPECT = BoolFact("ovary_mucinous_aspect", source=Source.PELVIC_MRI)
OVARY_MAX_SIZE_CM = DecimalFact("ovary_max_size_cm", source=Source.PELVIC_MRI, unit="cm")
OvarySolidEnhancement = Literal["mild_moderate", "marked"]
OVARY_SOLID_ENHANCEMENT = EnumFact[OvarySolidEnhancement](
    "ovary_solid_enhancement", source=Source.PELVIC_MRI, allowed=get_args(OvarySolidEnhancement)
)
OvaryPhenotype = Literal["solid", "cystic_mucinous", "cystic_endometrioid", "mixed"]
OVARY_PHENOTYPE = EnumFact[OvaryPhenotype](
    "ovary_phenotype", source=Source.PELVIC_MRI, allowed=get_args(OvaryPhenotype)
)
BreastDensity = Literal["a", "b", "c", "d"]
BREAST_DENSITY = EnumFact[BreastDensity](
    "breast_density", source=Source.BREAST_RADIOLOGY, allowed=get_args(BreastDensity)
)
BREAST_WORKUP_AXILLARY_NODE_ONLY = BoolFact(
    "breast_workup_axillary_node_only", source=Source.BREAST_RADIOLOGY
)
DotatocResult = Literal["not_done", "negative", "positive"]
DOTATOC_RESULT = EnumFact[DotatocResult](
    "dotatoc_result",
    source=Source.NUCLEAR_MEDICINE,
    allowed=get_args(DotatocResult),
    no_result=("not_done",),
)
FDG_PET_DONE = BoolFact("fdg_pet_done", source=Source.NUCLEAR_MEDICINE)
BRAIN_MRI_DONE = BoolFact("brain_mri_done", source=Source.RADIOLOGY)
NET_SUSPECTED_ON_IMAGING = BoolFact("net_suspected_on_imaging", source=Source.RADIOLOGY)
