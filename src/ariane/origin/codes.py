"""The tissues of origin: one list for every kind of evidence.

Classes are merged where the treatment is the same or the data cannot tell them apart. Names that a
person reads stand in the wording table `origin`, under `name.CODE`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """One tissue of origin.

    `oncotree` are the OncoTree codes and `tcga` the TCGA studies that belong to it; an origin
    without either has no training data of that kind. `table1` is its name in Table 1 of 24.3.7.2.
    """

    code: str
    oncotree: tuple[str, ...] = ()
    tcga: tuple[str, ...] = ()
    table1: tuple[str, ...] = ()


ORIGINS = (
    Origin("NSCLC", oncotree=("LUAD", "LUSC"), tcga=("LUAD", "LUSC"), table1=("Poumon",)),
    Origin("HGNEC", oncotree=("SCLC", "LUNE", "HGNEC", "CSCLC")),
    Origin(
        "COADREAD",
        oncotree=("CRC",),
        tcga=("COAD", "READ"),
        table1=("Colorectal", "Colorectal dMMR/MSI"),
    ),
    Origin("BRCA", oncotree=("BRCA",), tcga=("BRCA",), table1=("Sein",)),
    Origin("PRAD", oncotree=("PRAD",), tcga=("PRAD",), table1=("Prostate",)),
    Origin("PAAD", oncotree=("PAAD",), tcga=("PAAD",), table1=("Pancréas-voies biliaires",)),
    Origin("BILIARY", oncotree=("CHOL",), tcga=("CHOL",), table1=("Pancréas-voies biliaires",)),
    Origin("HCC", oncotree=("HCC",), tcga=("LIHC",), table1=("Foie (CHC)",)),
    Origin("GEA", oncotree=("STAD", "ESCA"), tcga=("STAD", "ESCA"), table1=("Estomac", "Œsophage")),
    Origin("UROTHELIAL", oncotree=("BLCA",), tcga=("BLCA",), table1=("Vessie",)),
    Origin("ENDOMETRIUM", oncotree=("UCEC", "UCS"), tcga=("UCEC", "UCS"), table1=("Endomètre",)),
    Origin(
        "OVARY",
        oncotree=("OV", "CCOV", "LGSOC"),
        tcga=("OV",),
        table1=("Ovaire (non mucineux)", "Ovaire (mucineux)"),
    ),
    Origin("CERVIX", oncotree=("CESC",), tcga=("CESC",)),
    Origin("MELANOMA", oncotree=("MEL", "URMM"), tcga=("SKCM", "UVM")),
    Origin("THYROID", oncotree=("THCA",), tcga=("THCA",), table1=("Thyroïde",)),
    Origin(
        "KIDNEY",
        oncotree=("CCRCC",),
        tcga=("KIRC", "KIRP", "KICH"),
        table1=("Rein (carcinome papillaire)", "Rein (K cellules claires)"),
    ),
    Origin("GIST", oncotree=("GIST",)),
    Origin("PANET", oncotree=("PANET",)),
    Origin("GINET", oncotree=("SBWDNET", "RWDNET", "SWDNET", "AWDNET", "GINET")),
    Origin("LUNGNET", oncotree=("LNET",)),
    Origin("SMALL_BOWEL", oncotree=("SBC", "DA", "SIC")),
    Origin("APPENDIX", oncotree=("MAAP", "APAD")),
    Origin("ANAL", oncotree=("ANSC",)),
    Origin(
        "HNSC",
        oncotree=("HNSC", "OCSC", "OPHSC", "LXSC", "HPHSC", "SNSC", "HNSCUP"),
        tcga=("HNSC",),
    ),
    Origin("SALIVARY", oncotree=("ACYC",), table1=("Glandes salivaires",)),
    Origin("SKIN_SCC", oncotree=("CSCC",)),
    Origin(
        "MESOTHELIOMA",
        oncotree=("PLEMESO", "PLMESO", "PLBMESO", "PLSMESO"),
        tcga=("MESO",),
        table1=("Mésothéliome",),
    ),
    Origin(
        "GERM_CELL",
        oncotree=(
            "SEM",
            "MGCT",
            "BMGCT",
            "EMBCA",
            "TYST",
            "GCTSTM",
            "BEC",
            "TCCA",
            "TT",
            "BCCA",
            "BYST",
            "VMGCT",
        ),
        tcga=("TGCT",),
        table1=("Tumeur germinale",),
    ),
    Origin(
        "SARCOMA", oncotree=("ULMS", "MFH", "DDLS", "LMS", "WDLS", "MFS", "LIPO"), tcga=("SARC",)
    ),
    Origin("ADRENAL", tcga=("ACC",), table1=("Cortex surrénalien",)),
    Origin("PHEO", tcga=("PCPG",)),
    Origin("THYMUS", tcga=("THYM",)),
    Origin("GLIOMA", tcga=("GBM", "LGG")),
    Origin("LYMPHOMA", tcga=("DLBC",)),
    Origin("MERKEL", table1=("K à cellules de Merkel",)),
    Origin("NUT", table1=("Carcinome de ligne médiane",)),
    Origin("DSRCT"),
)
"""Every origin, the code of each unique."""

BY_CODE = {origin.code: origin for origin in ORIGINS}

BY_ONCOTREE = {code: origin.code for origin in ORIGINS for code in origin.oncotree}
"""The origin that an OncoTree code belongs to."""

BY_TCGA = {study: origin.code for origin in ORIGINS for study in origin.tcga}
"""The origin that a TCGA study belongs to."""
