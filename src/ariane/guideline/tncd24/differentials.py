"""What to consider in peritoneal carcinomatosis and in liver tumours (24.3.7.3 and 24.3.7.4)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.guideline.tncd24.stain_evidence import Printed
from ariane.guideline.tncd24.tumour_entities import TumourSlug

Setting = Literal[
    "peritoneal_carcinomatosis",
    "liver_epithelial_aspect",
    "liver_obvious_adenocarcinoma",
    "liver_obvious_non_adenocarcinoma",
]
Rank = Literal["main", "less_frequent", "even", "not_to_be_missed"]
"""`even` where the chapter adds a diagnosis as the far end of a list, without a frequency."""


class Candidate(NamedTuple):
    """A diagnosis to consider, and the rank that the chapter gives it."""

    entity: TumourSlug
    rank: Rank = "main"


class Differential(NamedTuple):
    """The diagnoses to consider in a setting, in the order of the chapter."""

    setting: Setting
    candidates: tuple[Candidate, ...]
    printed: Printed


PERITONEAL_CARCINOMATOSIS = Differential(
    "peritoneal_carcinomatosis",
    (
        Candidate("serous_peritoneal_ovarian_tubal"),
        Candidate("gastrointestinal"),
        Candidate("lung", "less_frequent"),
        Candidate("breast", "less_frequent"),
        Candidate("uterus", "less_frequent"),
    ),
    Printed("S24.3.7.3-D1", ((523, 528),)),
)
PERITONEAL_MESOTHELIOMA = Differential(
    "peritoneal_carcinomatosis",
    (Candidate("mesothelioma_epithelioid", "not_to_be_missed"),),
    Printed("S24.3.7.3-W1", ((529, 529),)),
)
LIVER_EPITHELIAL_ASPECT = Differential(
    "liver_epithelial_aspect",
    (
        Candidate("liver_hcc"),
        Candidate("cholangiocarcinoma"),
        Candidate("metastatic_carcinoma"),
        Candidate("other_metastasis"),
    ),
    Printed("S24.3.7.4-D1", ((533, 534),)),
)
LIVER_OBVIOUS_ADENOCARCINOMA = Differential(
    "liver_obvious_adenocarcinoma",
    (
        Candidate("digestive"),
        Candidate("breast"),
        Candidate("lung"),
        Candidate("gynaecological"),
        Candidate("other_origin"),
        Candidate("cholangiocarcinoma", "even"),
    ),
    Printed("S24.3.7.4-I1", ((535, 537),)),
)
LIVER_OBVIOUS_NON_ADENOCARCINOMA = Differential(
    "liver_obvious_non_adenocarcinoma",
    (
        Candidate("liver_hcc"),
        Candidate("kidney"),
        Candidate("adrenal_cortex"),
        Candidate("neuroendocrine_tumour"),
        Candidate("non_epithelial_tumour", "less_frequent"),
    ),
    Printed("S24.3.7.4-I2", ((538, 541),)),
)
DIFFERENTIALS: tuple[Differential, ...] = (
    PERITONEAL_CARCINOMATOSIS,
    PERITONEAL_MESOTHELIOMA,
    LIVER_EPITHELIAL_ASPECT,
    LIVER_OBVIOUS_ADENOCARCINOMA,
    LIVER_OBVIOUS_NON_ADENOCARCINOMA,
)
