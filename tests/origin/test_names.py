"""The names of the origins, whole, in both languages."""

from __future__ import annotations

import pytest

from ariane.documents.origin_words import origin_name, reason_words
from ariane.origin.codes import BY_CODE
from ariane.origin.report import Reason
from ariane.wording.language import Language

NAMES = """
NSCLC|Poumon non à petites cellules|Non-small-cell lung
HGNEC|Carcinome neuroendocrine de haut grade (dont poumon à petites cellules)|High-grade neuroendocrine carcinoma (small-cell lung included)
COADREAD|Côlon-rectum|Colorectal
BRCA|Sein|Breast
PRAD|Prostate|Prostate
PAAD|Pancréas (adénocarcinome)|Pancreatic adenocarcinoma
BILIARY|Voies biliaires et vésicule (cholangiocarcinome)|Biliary tract and gallbladder (cholangiocarcinoma)
HCC|Carcinome hépatocellulaire|Hepatocellular carcinoma
GEA|Estomac et œsophage (adénocarcinome)|Gastro-oesophageal adenocarcinoma
UROTHELIAL|Urothélium (vessie, voies hautes)|Urothelial
ENDOMETRIUM|Endomètre|Endometrial
OVARY|Ovaire, trompe, péritoine|Ovary, tube, peritoneum
CERVIX|Col utérin|Cervix
MELANOMA|Mélanome|Melanoma
THYROID|Thyroïde|Thyroid
KIDNEY|Rein|Kidney
GIST|Tumeur stromale gastro-intestinale|Gastrointestinal stromal tumour
PANET|Tumeur neuroendocrine bien différenciée du pancréas|Pancreatic neuroendocrine tumour, well differentiated
GINET|Tumeur neuroendocrine bien différenciée du tube digestif|Gastrointestinal neuroendocrine tumour, well differentiated
LUNGNET|Tumeur carcinoïde bronchique|Lung carcinoid
SMALL_BOWEL|Intestin grêle (adénocarcinome)|Small-bowel adenocarcinoma
APPENDIX|Appendice|Appendix
ANAL|Canal anal|Anal canal
HNSC|Voies aérodigestives supérieures (épidermoïde)|Head and neck squamous
SALIVARY|Glandes salivaires|Salivary gland
SKIN_SCC|Peau (épidermoïde)|Cutaneous squamous
MESOTHELIOMA|Mésothéliome|Mesothelioma
GERM_CELL|Tumeur germinale|Germ-cell tumour
SARCOMA|Sarcome des tissus mous|Soft-tissue sarcoma
ADRENAL|Corticosurrénale|Adrenal cortex
PHEO|Phéochromocytome et paragangliome|Phaeochromocytoma and paraganglioma
THYMUS|Thymus|Thymus
GLIOMA|Gliome|Glioma
LYMPHOMA|Lymphome|Lymphoma
MERKEL|Carcinome à cellules de Merkel|Merkel-cell carcinoma
NUT|Carcinome de la ligne médiane (NUT)|NUT (midline) carcinoma
DSRCT|Tumeur desmoplastique à petites cellules rondes|Desmoplastic small round-cell tumour
"""  # noqa: E501 - one origin a line


def test_every_origin_has_its_whole_name_in_both_languages() -> None:
    rows = [line.split("|") for line in NAMES.split("\n") if line]
    assert {code for code, *_ in rows} == BY_CODE.keys()
    for code, french, english in rows:
        assert origin_name(code, Language.FR) == french
        assert origin_name(code, Language.EN) == english
        for name in (french, english):
            assert name.count("(") == name.count(")")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            Reason("discordant", "dna PAAD, rna BRCA"),
            "panel ADN Pancréas (adénocarcinome)\u00a0; ARN Sein",
        ),
        (Reason("prior-decides", "BRCA, ENDOMETRIUM"), "(Sein\u00a0; Endomètre)"),
        (Reason("weight-not-fitted", "rna (x 1)"), "ARN (x 1)"),
        (Reason("build-hg38", "BRCA 7:1 A>T"), "BRCA 7:1 A>T"),
        (Reason("not-sure-enough", "0.40 < 0.61"), "0,40 < 0,61"),
        (Reason("foreign", "as it is"), "foreign: as it is"),
    ],
)
def test_reasons_name_origins_and_kinds_but_leave_genes_alone(reason: Reason, words: str) -> None:
    assert words in reason_words(reason, Language.FR)
