"""From the names that published series use to the tissues of origin and the facts of a case."""

from __future__ import annotations

MARKERS = {
    "ihc_pan_ck": ("AE1/AE3", "Pancytokeratin"),
    "ihc_s100": ("S100",),
    "ihc_melana": ("MelanA",),
    "ihc_hmb45": ("HMB45",),
    "ihc_ck7": ("CK7",),
    "ihc_ck20": ("CK20",),
    "ihc_cdx2": ("CDX2",),
    "ihc_satb2": ("SATB2",),
    "ihc_gata3": ("GATA3",),
    "ihc_pax8": ("PAX8",),
    "ihc_wt1_nterm": ("WT1",),
    "ihc_ttf1": ("TTF1",),
    "ihc_psa": ("PSA",),
    "ihc_psap": ("PSAP",),
    "ihc_p501s": ("p501s",),
    "ihc_psma": ("PSMA",),
    "ihc_nkx3_1": ("NKX3.1",),
    "ihc_vimentin": ("Vimentin",),
    "ihc_rcc_marker": ("RCC",),
    "ihc_cd10": ("CD10",),
    "ihc_caix": ("CAIX",),
    "ihc_calretinin": ("Calretinin",),
    "ihc_ck5_6": ("CK5/6", "CK5"),
    "ihc_berep4": ("BerEP4",),
    "ihc_b72_3": ("B72.3",),
}
"""Facts of a case, and what the series call the same stain.

A cytoplasmic or C-terminal WT1 is another stain; so is a high cut-off of CAIX."""

OTHER_STAINS = {
    "heppar1": ("HepPar1",),
    "arginase1": ("Arginase1",),
    "glypican3": ("Glypican3",),
    "afp": ("AFP",),
    "albumin_ish": ("Albumin_ISH",),
    "ck17": ("CK17",),
    "ck18": ("CK18",),
    "ck19": ("CK19",),
    "muc1": ("MUC1",),
    "muc2": ("MUC2",),
    "muc5ac": ("MUC5AC",),
    "muc6": ("MUC6",),
    "cea_mono": ("CEA_mono",),
    "cea_poly": ("CEA_poly",),
    "ca125": ("CA125",),
    "ca19_9": ("CA19-9",),
    "maspin": ("Maspin",),
    "p63": ("p63",),
    "p40": ("p40",),
    "cd56": ("CD56",),
    "chromogranin": ("Chromogranin",),
    "synaptophysin": ("Synaptophysin",),
    "insm1": ("INSM1",),
    "cdh17": ("CDH17",),
    "villin": ("Villin",),
    "napsin_a": ("NapsinA",),
    "thyroglobulin": ("Thyroglobulin",),
    "er": ("ER",),
    "pr": ("PR",),
    "mammaglobin": ("Mammaglobin",),
    "sall4": ("SALL4",),
    "oct4": ("OCT4",),
    "cd117": ("CD117",),
    "dog1": ("DOG1",),
    "sf1": ("SF1",),
    "inhibin": ("Inhibin",),
    "sox10": ("SOX10",),
}
"""Stains that series exist for and that no fact of a case records: given beside the case."""

NAMES = MARKERS | OTHER_STAINS

TUMOURS = {
    "NSCLC": "lung_adenoca lung_scc lung_nsclc lung_adenoca_met lung_mucinous_bac",
    "HGNEC": "lung_nec small_cell_lung small_cell_ca small_cell_ca_met small_cell_bladder nec_any "
    "nec_pancreas colorectal_nec",
    "COADREAD": "colorectal colorectal_liver_met colorectal_pmmr colorectal_medullary "
    "colorectal_poorly_diff colorectal_mucinous rectum colorectal_mss colorectal_hypermutant",
    "BRCA": "breast_any breast_lobular breast_nst breast_ductal breast_mucinous breast_met "
    "breast_triple_negative breast_er_or_her2_pos breast_met_cns breast_hrneg_her2pos "
    "breast_hrpos_her2neg breast_hrpos_her2pos",
    "PRAD": "prostate prostate_met prostate_bone_met prostate_crpc",
    "PAAD": "pancreas_adenoca",
    "BILIARY": "cholangiocarcinoma cholangiocarcinoma_intrahepatic cholangiocarcinoma_perihilar "
    "cholangiocarcinoma_extrahepatic cholangiocarcinoma_intrahepatic_small_duct "
    "cholangiocarcinoma_intrahepatic_large_duct gallbladder biliary_adenoca",
    "HCC": "hcc hcc_well_diff",
    "GEA": "gastric_adenoca gastric_diffuse gastric_intestinal oesophagus_adenoca",
    "UROTHELIAL": "urothelial urothelial_invasive urothelial_bladder urothelial_upper_tract",
    "ENDOMETRIUM": "endometrium endometrium_endometrioid endometrium_serous endometrium_clear_cell "
    "endometrium_type1 endometrium_type2 uterine_carcinosarcoma endometrium_hypermutant",
    "OVARY": "ovary_epithelial ovary_serous ovary_serous_hg ovary_serous_lg ovary_nonserous "
    "ovary_mucinous ovary_nonmucinous ovary_clear_cell ovary_endometrioid ovary_adenoca "
    "ovary_peritoneum_serous ovary_undifferentiated",
    "CERVIX": "cervix cervix_scc cervix_adenoca_endocervical cervix_carcinoma_invasive",
    "MELANOMA": "melanoma melanoma_any melanoma_cutaneous melanoma_uveal melanoma_mucosal",
    "THYROID": "thyroid thyroid_any thyroid_papillary thyroid_follicular thyroid_medullary "
    "thyroid_anaplastic thyroid_differentiated thyroid_papillary_met thyroid_follicular_origin "
    "thyroid_poorly_differentiated",
    "KIDNEY": "rcc_any rcc_clear_cell rcc_papillary rcc_chromophobe rcc_non_clear_cell rcc_met",
    "GIST": "gist",
    "PANET": "net_pancreas_wd",
    "GINET": "net_intestinal_wd net_gi",
    "LUNGNET": "lung_net net_lung",
    "SMALL_BOWEL": "small_bowel_adenoca",
    "APPENDIX": "appendix_mucinous appendix_goblet appendix_adenoca",
    "ANAL": "anal_scc",
    "HNSC": "hn_scc larynx_scc",
    "SALIVARY": "salivary_adenoca salivary_carcinoma adenoid_cystic",
    "SKIN_SCC": "skin_scc",
    "MESOTHELIOMA": "mesothelioma mesothelioma_epithelioid mesothelioma_peritoneal "
    "mesothelioma_pleural",
    "GERM_CELL": "germ_cell seminoma embryonal_ca yolk_sac choriocarcinoma germ_cell_nonseminoma "
    "germ_cell_seminoma embryonal_ca_extragonadal "
    "seminoma_extragonadal germ_cell_met_retroperitoneum",
    "SARCOMA": "sarcoma leiomyosarcoma liposarcoma ups_mfs",
    "ADRENAL": "adrenal_cortex",
    "THYMUS": "thymoma",
    "LYMPHOMA": "lymphoma t_cell_lymphoma",
    "MERKEL": "merkel",
    "NUT": "nut_carcinoma",
    "DSRCT": "dsrct dsrct_intraabdominal",
}
"""The names of tumours in the series that belong to each origin, parted by spaces."""

BY_TUMOUR = {name: code for code, names in TUMOURS.items() for name in names.split()}
"""The origin that the name of a tumour belongs to."""

UNMAPPED = frozenset(
    [
        "all_15424_tumours",
        "ampulla_adenoca",
        "biliopancreatic_adenoca",
        "bladder_adenoca",
        "ewing",
        "gi_adenoca_other",
        "gist_kit_negative",
        "gynaecological_any",
        "gynaecological_carcinoma",
        "liver_carcinoma_undetermined_origin",
        "liver_metastasis_any",
        "lower_gi_mucinous",
        "lung_any",
        "lung_nongyn_panel",
        "mullerian_any",
        "mullerian_met",
        "nec_colorectal_manec",
        "nen_colorectal_appendix",
        "nen_mixed_series",
        "net_any",
        "net_extra_gi",
        "neuroendocrine_any",
        "non_gyn_non_breast_any",
        "non_gyn_non_breast_female",
        "non_gyn_non_breast_male",
        "non_neuroendocrine_any",
        "non_rcc_any",
        "nonhepatic_carcinoma_any",
        "nonhepatic_tumour_any",
        "nonprostatic_met_any",
        "nonsteroidogenic_any",
        "oesophagus",
        "oesophagus_scc",
        "osteosarcoma",
        "other_nonmullerian_nonrenal_nonthyroid",
        "ovary_mucinous_neoplasm_any",
        "pancreas_acinar",
        "pancreatobiliary",
        "poorly_diff_carcinoma_met",
        "prostate_small_cell",
        "renal_oncocytoma",
        "scc_any",
        "skin_basal_cell",
        "testicular_non_germ_cell",
        "upper_gi_adenoca",
        "upper_gi_mucinous",
        "urothelial_papillary_noninvasive",
        "uterine_carcinoma_any",
    ]
)
"""Names that are left out: mixtures of origins, benign or selected tumours, other entities."""
