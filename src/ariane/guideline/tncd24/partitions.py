"""Where the chapter divides patients: the statements between which it does, and how strictly.

This list is Ariane's own: a partition is claimed only where the text puts its cases side by side.
"""

from __future__ import annotations

from ariane.facts.disease_extent import (
    LIVER_METASTASES,
    OVARIAN_METASTASES_SUSPECTED,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_METASTASES,
    PERITONEAL_RESECTABILITY,
    PRIMARY_IDENTIFIED,
)
from ariane.facts.evidence import RECOMMENDATION_GRADED
from ariane.facts.pathology import CLINICOPATHOLOGICAL_ENTITY, COLORECTAL_PROFILE, HISTOLOGY_TYPE
from ariane.facts.person import ECOG_PS
from ariane.facts.surgery import PERITONEAL_EXPLORATION_PERFORMED
from ariane.facts.thresholds import PS_SUPPORTIVE_CARE
from ariane.facts.treatment import TREATMENT_PHASE
from ariane.guideline.lint.knowledge import Partition
from ariane.guideline.tncd24.conditions import CUP
from ariane.guideline.tncd24.s24_8_1 import ENTRY, ONE_OR_TWO_MAIN, THREE_OR_MORE_LIVER_ONLY

UNFAVOURABLE = CLINICOPATHOLOGICAL_ENTITY.is_("unfavourable")

PARTITIONS: tuple[Partition, ...] = (
    Partition(
        "levels-of-evidence",
        "24.1",
        ("S24.1-G1", "S24.1-G2", "S24.1-G3", "S24.1-G4"),
        scope=RECOMMENDATION_GRADED,
    ),
    Partition("differentiation", "24.2.2", ("S24.2.2-M1", "S24.2.2-M2")),
    Partition(
        "liver-centre",
        "24.3.2.2.2",
        ("S24.3.2.2.2-I1", "S24.3.2.2.2-I2"),
        complete=False,
    ),
    Partition(
        "ovarian-phenotype",
        "24.3.2.2.4",
        ("S24.3.2.2.4-I3", "S24.3.2.2.4-I4"),
        scope=OVARIAN_METASTASES_SUSPECTED,
    ),
    Partition(
        "liver-biopsy-route",
        "24.3.6.1",
        ("S24.3.6.1-D2", "S24.3.6.1-D3"),
        scope=LIVER_METASTASES,
    ),
    Partition(
        "peritoneal-biopsy-route",
        "24.3.6.2",
        ("S24.3.6.2-D1", "S24.3.6.2-D2"),
        scope=PERITONEAL_METASTASES,
    ),
    Partition(
        "biopsy-access",
        "24.3.6.3",
        ("S24.3.6-D3", "S24.3.6.3-R1"),
        scope=CUP,
    ),
    Partition(
        "biopsy-route",
        "24.3.6.3",
        ("S24.3.6.3-R1", "S24.3.6.3-O1"),
        complete=False,
    ),
    Partition(
        "lineage",
        "24.3.7.2",
        ("S24.3.7.2-I1", "S24.3.7.2-I2", "S24.3.7.2-I3"),
        complete=False,
    ),
    Partition(
        "ck7-ck20",
        "24.3.7.2",
        ("S24.3.7.2-I4", "S24.3.7.2-I5", "S24.3.7.2-I6", "S24.3.7.2-I7"),
        scope=HISTOLOGY_TYPE.one_of("adenocarcinoma", "poorly_differentiated_carcinoma"),
    ),
    Partition(
        "molecular-material",
        "24.3.8.4",
        ("S24.3.8.4-R1", "S24.3.8.4-O2"),
        scope=CUP,
    ),
    Partition(
        "performance-status",
        "24.4.1",
        ("S24.4.1-C1", "S24.4.1-W1", "S24.5.1-O3"),
    ),
    Partition(
        "later-lines",
        "24.4.1.2",
        ("S24.4.1.2-D1", "S24.4.1.2-W1"),
        scope=TREATMENT_PHASE.is_("second_line_or_later") & UNFAVOURABLE,
    ),
    Partition(
        "colorectal-addition",
        "24.4.2.1",
        ("S24.4.2.1-D2", "S24.4.2.1-D3"),
        scope=COLORECTAL_PROFILE,
    ),
    Partition(
        "colorectal-backbone",
        "24.4.2.1",
        ("S24.4.2.1-D1", "S24.4.2.1-D3"),
        scope=COLORECTAL_PROFILE,
    ),
    Partition(
        "peritoneal-local-treatment",
        "24.4.4.1",
        ("S24.4.4.1-D1", "S24.4.4.1-W1"),
        scope=PERITONEAL_METASTASES,
    ),
    Partition(
        "primary-at-exploration",
        "24.4.4.1",
        ("S24.4.4.1-D2", "S24.4.4.1-D3"),
        scope=PERITONEAL_EXPLORATION_PERFORMED
        & PERITONEAL_DISEASE_ISOLATED
        & PERITONEAL_RESECTABILITY.is_("resectable_confirmed"),
    ),
    Partition(
        "systemic-indications",
        "24.5.1",
        ("S24.5.1-R1", "S24.5.1-O1", "S24.5.1-O2", "S24.5.1-O3"),
    ),
    Partition(
        "liver-lesions",
        "24.8.1",
        ("S24.8.1-D2", "S24.8.1-D4", "S24.8.1-D5"),
        scope=ENTRY,
    ),
    Partition(
        "mri-one-or-two-lesions",
        "24.8.1",
        ("S24.8.1-D3", "S24.8.1-D8"),
        scope=ONE_OR_TWO_MAIN,
    ),
    Partition(
        "mri-three-or-more-lesions",
        "24.8.1",
        ("S24.8.1-D6", "S24.8.1-D7", "S24.8.1-D9"),
        scope=THREE_OR_MORE_LIVER_ONLY,
    ),
    Partition(
        "liver-conclusion",
        "24.8.1",
        ("S24.8.1-D3", "S24.8.1-D4", "S24.8.1-D7"),
        complete=False,
    ),
    Partition(
        "peritoneal-extent",
        "24.8.2",
        ("S24.8.2-D2", "S24.8.2-D3", "S24.8.2-D5"),
        scope=PERITONEAL_METASTASES & ~PRIMARY_IDENTIFIED,
    ),
    Partition(
        "after-exploration",
        "24.8.2",
        ("S24.8.2-D6", "S24.8.2-D7"),
        scope=PERITONEAL_DISEASE_ISOLATED & PERITONEAL_EXPLORATION_PERFORMED,
    ),
    Partition(
        "entities",
        "24.8.3",
        (
            "S24.8.3-D3",
            "S24.8.3-D4",
            "S24.8.3-D5",
            "S24.8.3-W2",
            "S24.4.2-D1",
            "S24.8.3-D6",
            "S24.8.3-D7",
        ),
    ),
    Partition(
        "molecular-result",
        "24.8.3",
        ("S24.8.3-D8", "S24.8.3-D9", "S24.8.3-D10", "S24.8.3-D11"),
        scope=UNFAVOURABLE & (ECOG_PS < PS_SUPPORTIVE_CARE),
    ),
)
