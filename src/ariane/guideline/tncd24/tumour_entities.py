"""The tumours and origins that the pathology sections name, as slugs that are worded elsewhere.

The chapter prints names of very different width ("ovary (mucinous)", "Müllerian tumours"). How they
lie within each other, and the codes and origins they correspond to, is Ariane's own ordering.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.disease_extent import Origin

TumourSlug = Literal[
    "adrenal_cortex",
    "appendix",
    "bladder",
    "breast",
    "carcinoma",
    "cholangiocarcinoma",
    "colon",
    "colorectal",
    "colorectal_dmmr_msi",
    "desmoplastic_small_cell",
    "digestive",
    "endometrium",
    "gastrointestinal",
    "germ_cell_tumour",
    "gynaecological",
    "intrahepatic_cholangiocarcinoma",
    "kidney",
    "kidney_clear_cell",
    "kidney_papillary",
    "liver_hcc",
    "lung",
    "lung_adenocarcinoma",
    "lung_mucinous_enteric",
    "lymphoma",
    "melanoma",
    "merkel_cell",
    "mesothelioma",
    "mesothelioma_epithelioid",
    "metastatic_carcinoma",
    "midline_carcinoma",
    "muellerian",
    "neuroendocrine_poorly_differentiated",
    "neuroendocrine_tumour",
    "non_epithelial_tumour",
    "oesophagus",
    "other_metastasis",
    "other_origin",
    "ovary",
    "ovary_mucinous",
    "ovary_non_mucinous",
    "ovary_serous",
    "pancreas",
    "pancreas_bile_ducts",
    "prostate",
    "salivary_gland",
    "sarcoma",
    "serous_peritoneal_ovarian_tubal",
    "sinonasal",
    "small_bowel",
    "stomach",
    "thyroid",
    "urachus",
    "urothelial",
    "uterus",
]
OriginCode = Literal[
    "ADRENAL",
    "APPENDIX",
    "BILIARY",
    "BRCA",
    "CERVIX",
    "COADREAD",
    "DSRCT",
    "ENDOMETRIUM",
    "GEA",
    "GERM_CELL",
    "GINET",
    "HCC",
    "HGNEC",
    "KIDNEY",
    "LUNGNET",
    "LYMPHOMA",
    "MELANOMA",
    "MERKEL",
    "MESOTHELIOMA",
    "NSCLC",
    "NUT",
    "OVARY",
    "PAAD",
    "PANET",
    "PRAD",
    "SALIVARY",
    "SARCOMA",
    "SMALL_BOWEL",
    "THYROID",
    "UROTHELIAL",
]
"""Codes of the tissue-of-origin vocabulary that every kind of evidence shares."""


class TumourEntity(NamedTuple):
    """A tumour as the chapter names it.

    `codes` are those of the shared tissue-of-origin vocabulary, `suspected_as` the values of the
    fact `suspected_origins` that record it; both are empty where there is none. `within` are the
    next wider entities.
    """

    codes: tuple[OriginCode, ...] = ()
    suspected_as: tuple[Origin, ...] = ()
    within: tuple[TumourSlug, ...] = ()


ENTITIES: dict[TumourSlug, TumourEntity] = {
    "adrenal_cortex": TumourEntity(("ADRENAL",), ("adrenal",)),
    "appendix": TumourEntity(("APPENDIX",), ("appendiceal",), ("gastrointestinal",)),
    "bladder": TumourEntity(("UROTHELIAL",), ("urothelial",), ("urothelial",)),
    "breast": TumourEntity(("BRCA",), ("breast",)),
    "carcinoma": TumourEntity(),
    "cholangiocarcinoma": TumourEntity(("BILIARY",), ("biliary",), ("pancreas_bile_ducts",)),
    "colon": TumourEntity(("COADREAD",), ("colorectal",), ("colorectal",)),
    "colorectal": TumourEntity(("COADREAD",), ("colorectal",), ("gastrointestinal",)),
    "colorectal_dmmr_msi": TumourEntity(("COADREAD",), ("colorectal",), ("colorectal",)),
    "desmoplastic_small_cell": TumourEntity(("DSRCT",)),
    "digestive": TumourEntity(
        ("APPENDIX", "BILIARY", "COADREAD", "GEA", "PAAD", "SMALL_BOWEL"), ("digestive",)
    ),
    "endometrium": TumourEntity(("ENDOMETRIUM",), ("gynaecological",), ("muellerian", "uterus")),
    "gastrointestinal": TumourEntity(
        ("APPENDIX", "COADREAD", "GEA", "SMALL_BOWEL"),
        ("upper_gi", "small_bowel", "colorectal", "appendiceal"),
        ("digestive",),
    ),
    "germ_cell_tumour": TumourEntity(("GERM_CELL",)),
    "gynaecological": TumourEntity(("CERVIX", "ENDOMETRIUM", "OVARY"), ("gynaecological",)),
    "intrahepatic_cholangiocarcinoma": TumourEntity(
        ("BILIARY",), ("biliary",), ("cholangiocarcinoma",)
    ),
    "kidney": TumourEntity(("KIDNEY",), ("kidney",)),
    "kidney_clear_cell": TumourEntity(("KIDNEY",), ("kidney",), ("kidney",)),
    "kidney_papillary": TumourEntity(("KIDNEY",), ("kidney",), ("kidney",)),
    "liver_hcc": TumourEntity(("HCC",), ("hcc",)),
    "lung": TumourEntity(("NSCLC",), ("lung",)),
    "lung_adenocarcinoma": TumourEntity(("NSCLC",), ("lung",), ("lung",)),
    "lung_mucinous_enteric": TumourEntity(("NSCLC",), ("lung",), ("lung",)),
    "lymphoma": TumourEntity(("LYMPHOMA",), (), ("non_epithelial_tumour",)),
    "melanoma": TumourEntity(("MELANOMA",), (), ("non_epithelial_tumour",)),
    "merkel_cell": TumourEntity(("MERKEL",)),
    "mesothelioma": TumourEntity(("MESOTHELIOMA",), ("mesothelioma",)),
    "mesothelioma_epithelioid": TumourEntity(
        ("MESOTHELIOMA",), ("mesothelioma",), ("mesothelioma",)
    ),
    "metastatic_carcinoma": TumourEntity(),
    "midline_carcinoma": TumourEntity(("NUT",)),
    "muellerian": TumourEntity(("ENDOMETRIUM", "OVARY"), ("gynaecological",), ("gynaecological",)),
    "neuroendocrine_poorly_differentiated": TumourEntity(("HGNEC",), ("neuroendocrine",)),
    "neuroendocrine_tumour": TumourEntity(
        ("GINET", "HGNEC", "LUNGNET", "PANET"), ("neuroendocrine",)
    ),
    "non_epithelial_tumour": TumourEntity(("LYMPHOMA", "MELANOMA", "SARCOMA")),
    "oesophagus": TumourEntity(("GEA",), ("upper_gi",), ("gastrointestinal",)),
    "other_metastasis": TumourEntity(),
    "other_origin": TumourEntity((), ("other",)),
    "ovary": TumourEntity(("OVARY",), ("ovarian",), ("muellerian",)),
    "ovary_mucinous": TumourEntity(("OVARY",), ("ovarian",), ("ovary",)),
    "ovary_non_mucinous": TumourEntity(("OVARY",), ("ovarian",), ("ovary",)),
    "ovary_serous": TumourEntity(("OVARY",), ("ovarian",), ("ovary_non_mucinous",)),
    "pancreas": TumourEntity(("PAAD",), ("pancreatic",), ("pancreas_bile_ducts",)),
    "pancreas_bile_ducts": TumourEntity(
        ("BILIARY", "PAAD"), ("pancreatic", "biliary"), ("digestive",)
    ),
    "prostate": TumourEntity(("PRAD",), ("prostate",)),
    "salivary_gland": TumourEntity(("SALIVARY",), ("head_and_neck",)),
    "sarcoma": TumourEntity(("SARCOMA",), (), ("non_epithelial_tumour",)),
    "serous_peritoneal_ovarian_tubal": TumourEntity(("OVARY",), ("ovarian",), ("muellerian",)),
    "sinonasal": TumourEntity((), ("head_and_neck",)),
    "small_bowel": TumourEntity(("SMALL_BOWEL",), ("small_bowel",), ("gastrointestinal",)),
    "stomach": TumourEntity(("GEA",), ("gastric",), ("gastrointestinal",)),
    "thyroid": TumourEntity(("THYROID",), ("thyroid",)),
    "urachus": TumourEntity(),
    "urothelial": TumourEntity(("UROTHELIAL",), ("urothelial",)),
    "uterus": TumourEntity(("CERVIX", "ENDOMETRIUM"), ("gynaecological",), ("gynaecological",)),
}
"""By slug. `midline_carcinoma` is read as NUT carcinoma; the chapter does not say so (A29)."""


def wider(slug: TumourSlug) -> frozenset[TumourSlug]:
    """Return an entity and all that contain it: what supports it supports those too."""
    found = {slug}
    for parent in ENTITIES[slug].within:
        found |= wider(parent)
    return frozenset(found)
