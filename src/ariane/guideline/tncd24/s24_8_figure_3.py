"""Algorithm 3. Liver or peritoneal metastases of unknown primary: medical care (24.8.3).

The arrows of the printed figure are lost in the text: only the boxes stand there.
"""

from __future__ import annotations

from ariane.facts.board import CUP_BOARD_VALIDATED, LOCAL_MOLECULAR_BOARD_VALIDATED
from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    OLIGOMETASTATIC,
)
from ariane.facts.molecular import (
    ACTIONABLE_ALTERATION,
    MOLECULAR_PROFILE_STATUS,
    TISSUE_OF_ORIGIN_IDENTIFIED,
)
from ariane.facts.pathology import (
    CLINICOPATHOLOGICAL_ENTITY,
    COLORECTAL_PROFILE,
    HISTOLOGY_TYPE,
)
from ariane.facts.person import ECOG_PS
from ariane.facts.thresholds import (
    PS_SUPPORTIVE_CARE,
)
from ariane.guideline.algorithm import Algorithm, Confidence, Edge, Node, NodeKind, Override
from ariane.guideline.tncd24.conditions import WITHOUT_LOCAL_LIVER_WORK_UP
from ariane.logic.expression import ALWAYS

ALG3 = Algorithm(
    id="ALG3",
    section="24.8.3",
    entered_by="S24.8.3-D1",
    ambiguities=(
        "A01",
        "A05",
        "A08",
        "A12",
        "A15",
        "A21",
        "A38",
        "A57",
        "A58",
        "A77",
        "A78",
        "A82",
        "A84",
    ),
    nodes=(
        Node("A3_start", NodeKind.START, (1019, 1021)),
        Node("A3_bx", NodeKind.EXAM, (1022, 1023)),
        Node("A3_fav", NodeKind.CONDITION, (1024, 1026)),
        Node("A3_oligo", NodeKind.CONDITION, (1027, 1028)),
        Node("A3_local", NodeKind.TREATMENT, (1029, 1030)),
        Node("A3_crc", NodeKind.CONDITION, (1031, 1032)),
        Node("A3_crc_tx", NodeKind.TREATMENT, (1033, 1037)),
        Node("A3_ser", NodeKind.CONDITION, (1038, 1040)),
        Node("A3_ser_tx", NodeKind.TREATMENT, (1042, 1047)),
        Node("A3_net", NodeKind.CONDITION, (1041, 1041)),
        Node("A3_net_tx", NodeKind.TREATMENT, (1048, 1052)),
        Node("A3_unf", NodeKind.CONDITION, (1053, 1055)),
        Node("A3_ps34", NodeKind.CONDITION, (1056, 1056)),
        Node("A3_bsc", NodeKind.TREATMENT, (1057, 1058)),
        Node("A3_pslt3", NodeKind.CONDITION, (1059, 1059)),
        Node("A3_mol", NodeKind.EXAM, (1060, 1063)),
        Node("A3_none", NodeKind.CONDITION, (1064, 1067)),
        Node("A3_to", NodeKind.CONDITION, (1068, 1069)),
        Node("A3_act", NodeKind.CONDITION, (1070, 1072)),
        Node("A3_emp", NodeKind.TREATMENT, (1073, 1074)),
        Node("A3_to_tx", NodeKind.TREATMENT, (1075, 1077)),
        Node("A3_act_tx", NodeKind.TREATMENT, (1078, 1079)),
        Node("A3_noprof", NodeKind.CONDITION, (1080, 1083)),
        Node("A3_nec", NodeKind.SAFETY, (699, 706)),
        Node("A3_meso", NodeKind.SAFETY, (721, 723)),
        Node("A3_ps2", NodeKind.SAFETY, (1059, 1059)),
        Node("A3_favps34", NodeKind.SAFETY, (1056, 1058)),
    ),
    edges=(
        Edge("A3_start", "A3_bx", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A3_bx",
            "A3_fav",
            CLINICOPATHOLOGICAL_ENTITY.is_not("unfavourable"),
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A3_bx",
            "A3_unf",
            CLINICOPATHOLOGICAL_ENTITY.is_("unfavourable"),
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge("A3_bx", "A3_oligo", OLIGOMETASTATIC, inferred=True, confidence=Confidence.MEDIUM),
        Edge(
            "A3_oligo",
            "A3_local",
            ALL_LESIONS_LOCALLY_TREATABLE,
            inferred=True,
            confidence=Confidence.HIGH,
            overridden_by=Override("A75", WITHOUT_LOCAL_LIVER_WORK_UP),
        ),
        Edge("A3_fav", "A3_crc", COLORECTAL_PROFILE, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A3_crc",
            "A3_crc_tx",
            ALWAYS,
            inferred=True,
            confidence=Confidence.HIGH,
            overridden_by=Override("A77", (ECOG_PS >= PS_SUPPORTIVE_CARE)),
        ),
        Edge(
            "A3_fav",
            "A3_ser",
            CLINICOPATHOLOGICAL_ENTITY.is_("serous_ovarian_peritoneal"),
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A3_ser",
            "A3_ser_tx",
            ALWAYS,
            inferred=True,
            confidence=Confidence.HIGH,
            overridden_by=Override("A77", (ECOG_PS >= PS_SUPPORTIVE_CARE)),
        ),
        Edge(
            "A3_fav",
            "A3_net",
            CLINICOPATHOLOGICAL_ENTITY.is_("net_profile"),
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A3_net",
            "A3_net_tx",
            ALWAYS,
            inferred=True,
            confidence=Confidence.HIGH,
            overridden_by=Override("A05", HISTOLOGY_TYPE.is_("nec_poorly_differentiated")),
        ),
        Edge(
            "A3_unf",
            "A3_ps34",
            (ECOG_PS >= PS_SUPPORTIVE_CARE),
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge("A3_ps34", "A3_bsc", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A3_unf",
            "A3_pslt3",
            (ECOG_PS < PS_SUPPORTIVE_CARE),
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge("A3_pslt3", "A3_mol", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A3_mol",
            "A3_none",
            MOLECULAR_PROFILE_STATUS.is_("available")
            & ~TISSUE_OF_ORIGIN_IDENTIFIED
            & ~ACTIONABLE_ALTERATION,
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A3_mol",
            "A3_to",
            TISSUE_OF_ORIGIN_IDENTIFIED,
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge("A3_mol", "A3_act", ACTIONABLE_ALTERATION, inferred=False, confidence=Confidence.HIGH),
        Edge("A3_none", "A3_emp", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A3_to",
            "A3_to_tx",
            CUP_BOARD_VALIDATED | LOCAL_MOLECULAR_BOARD_VALIDATED,
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A3_act",
            "A3_act_tx",
            CUP_BOARD_VALIDATED | LOCAL_MOLECULAR_BOARD_VALIDATED,
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A3_pslt3",
            "A3_noprof",
            MOLECULAR_PROFILE_STATUS.one_of("not_available", "pending", "not_requested"),
            inferred=True,
            confidence=Confidence.MEDIUM,
        ),
        Edge("A3_noprof", "A3_emp", ALWAYS, inferred=True, confidence=Confidence.MEDIUM),
        Edge(
            "A3_fav",
            "A3_nec",
            CLINICOPATHOLOGICAL_ENTITY.is_("nec_poorly_differentiated"),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
        Edge(
            "A3_fav",
            "A3_meso",
            CLINICOPATHOLOGICAL_ENTITY.is_("mesothelioma"),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
        Edge("A3_pslt3", "A3_ps2", ECOG_PS.equals(2), inferred=True, confidence=Confidence.SAFETY),
        Edge(
            "A3_fav",
            "A3_favps34",
            (ECOG_PS >= PS_SUPPORTIVE_CARE),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
    ),
)
