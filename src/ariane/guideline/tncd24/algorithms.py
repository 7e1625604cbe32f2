"""The three algorithms of 24.8 as graphs.

The arrows of the printed figures are lost in the text: only the boxes stand there. An edge is
`inferred` unless a printed condition box stands between two printed boxes and text backs it.
Nodes and edges of kind and confidence `safety` are Ariane's own: exits that the figures lack.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ariane.facts.board import CUP_BOARD_VALIDATED, LOCAL_MOLECULAR_BOARD_VALIDATED
from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    EXTRAHEPATIC_DISEASE,
    EXTRAPERITONEAL_DISEASE,
    LIVER_LESION_COUNT,
    LIVER_MAIN_LESION_COUNT,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_RESECTABILITY,
)
from ariane.facts.imaging import (
    MRI_BILE_DUCT_INFILTRATION,
    MRI_BILIARY_DILATATION,
    MRI_CAPSULAR_RETRACTION,
    MRI_CENTRE_SIGNAL,
    MRI_LESIONS_DIFFUSE,
    MRI_LESIONS_ROUND,
    MRI_LIVER_DONE,
    MRI_LOCAL_NODES_PRESENT,
    MRI_MAIN_LESION_WITH_SATELLITES,
    MRI_NODES_MAX_HILAR_COELIAC,
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
from ariane.facts.person import DISEASE_TEMPO, ECOG_PS
from ariane.facts.surgery import PERITONEAL_HISTOLOGY_FAVOURABLE
from ariane.facts.thresholds import (
    MULTIPLE_LIVER_LESIONS,
    PS_EXPLORATION_BELOW,
    PS_LATER_LINES,
    PS_SUPPORTIVE_CARE,
)
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_FEASIBLE, PERCUTANEOUS_BIOPSY_RESULT
from ariane.guideline.tncd24.conditions import WITHOUT_LOCAL_LIVER_WORK_UP
from ariane.logic.expression import ALWAYS, Expression


class NodeKind(StrEnum):
    """What a box of a figure is."""

    START = "start"
    CONDITION = "condition"
    EXAM = "exam"
    EXAM_WITH_SIGNS = "exam_with_signs"
    PROCEDURE = "procedure"
    BOARD = "board"
    TREATMENT = "treatment"
    CONCLUSION = "conclusion"
    SAFETY = "safety"


class Confidence(StrEnum):
    """How sure the place of an edge is; `SAFETY` edges are not in the guideline."""

    HIGH = "high"
    MEDIUM = "medium"
    SAFETY = "safety"


class Node(NamedTuple):
    """A box, with the lines of the source that print it (or that a safety exit stands on)."""

    id: str
    kind: NodeKind
    lines: tuple[int, int]


class Override(NamedTuple):
    """An ambiguity whose safest reading holds an edge back where its condition is met."""

    ambiguity: str
    when: Expression


class Edge(NamedTuple):
    """An arrow from one box to another, taken where its condition holds."""

    source: str
    target: str
    when: Expression
    inferred: bool
    confidence: Confidence
    overridden_by: Override | None = None

    @property
    def safety(self) -> bool:
        """Whether the edge is Ariane's own."""
        return self.confidence is Confidence.SAFETY


@dataclass(frozen=True, slots=True)
class Algorithm:
    """One figure: entered where its first decision statement holds."""

    id: str
    section: str
    entered_by: str
    ambiguities: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def __post_init__(self) -> None:
        known = {node.id for node in self.nodes}
        for edge in self.edges:
            if not {edge.source, edge.target} <= known:
                raise ValueError(f"{self.id}: {edge.source} -> {edge.target} joins no known boxes")

    @property
    def start(self) -> str:
        """The box at which a patient enters."""
        return next(node.id for node in self.nodes if node.kind is NodeKind.START)


ALG1 = Algorithm(
    id="ALG1",
    section="24.8.1",
    entered_by="S24.8.1-D1",
    ambiguities=(
        "A03",
        "A04",
        "A21",
        "A27",
        "A29",
    ),
    nodes=(
        Node("A1_start", NodeKind.START, (945, 948)),
        Node("A1_b12", NodeKind.CONDITION, (949, 951)),
        Node("A1_mri12", NodeKind.EXAM_WITH_SIGNS, (952, 959)),
        Node("A1_iCCA", NodeKind.CONCLUSION, (960, 961)),
        Node("A1_b3ext", NodeKind.CONDITION, (962, 963)),
        Node("A1_capi", NodeKind.CONCLUSION, (964, 964)),
        Node("A1_b3iso", NodeKind.CONDITION, (965, 967)),
        Node("A1_mriA", NodeKind.EXAM_WITH_SIGNS, (968, 976)),
        Node("A1_mriB", NodeKind.EXAM_WITH_SIGNS, (977, 981)),
        Node("A1_indet", NodeKind.SAFETY, (941, 981)),
    ),
    edges=(
        Edge(
            "A1_start",
            "A1_b12",
            LIVER_MAIN_LESION_COUNT.one_of(1, 2),
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A1_start",
            "A1_b3ext",
            (LIVER_LESION_COUNT >= MULTIPLE_LIVER_LESIONS) & EXTRAHEPATIC_DISEASE,
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A1_start",
            "A1_b3iso",
            (LIVER_LESION_COUNT >= MULTIPLE_LIVER_LESIONS) & ~EXTRAHEPATIC_DISEASE,
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge("A1_b12", "A1_mri12", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A1_mri12",
            "A1_iCCA",
            MRI_BILE_DUCT_INFILTRATION
            | MRI_CAPSULAR_RETRACTION
            | MRI_BILIARY_DILATATION
            | MRI_NODES_MAX_HILAR_COELIAC,
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge("A1_b3ext", "A1_capi", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge("A1_b3iso", "A1_mriA", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge("A1_b3iso", "A1_mriB", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A1_mriA",
            "A1_iCCA",
            MRI_MAIN_LESION_WITH_SATELLITES
            & (
                MRI_BILE_DUCT_INFILTRATION
                | MRI_CAPSULAR_RETRACTION
                | MRI_BILIARY_DILATATION
                | MRI_CENTRE_SIGNAL.is_("hypovascular")
                | MRI_NODES_MAX_HILAR_COELIAC
            ),
            inferred=True,
            confidence=Confidence.MEDIUM,
        ),
        Edge(
            "A1_mriB",
            "A1_capi",
            MRI_LESIONS_DIFFUSE
            & MRI_LESIONS_ROUND
            & MRI_CENTRE_SIGNAL.is_("necrotic")
            & ~MRI_LOCAL_NODES_PRESENT,
            inferred=True,
            confidence=Confidence.MEDIUM,
        ),
        Edge(
            "A1_mri12",
            "A1_indet",
            MRI_LIVER_DONE
            & ~(
                MRI_BILE_DUCT_INFILTRATION
                | MRI_CAPSULAR_RETRACTION
                | MRI_BILIARY_DILATATION
                | MRI_NODES_MAX_HILAR_COELIAC
            ),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
        Edge(
            "A1_b3iso",
            "A1_indet",
            MRI_LIVER_DONE
            & ~(
                MRI_MAIN_LESION_WITH_SATELLITES
                & (
                    MRI_BILE_DUCT_INFILTRATION
                    | MRI_CAPSULAR_RETRACTION
                    | MRI_BILIARY_DILATATION
                    | MRI_CENTRE_SIGNAL.is_("hypovascular")
                    | MRI_NODES_MAX_HILAR_COELIAC
                )
            )
            & ~(
                MRI_LESIONS_DIFFUSE
                & MRI_LESIONS_ROUND
                & MRI_CENTRE_SIGNAL.is_("necrotic")
                & ~MRI_LOCAL_NODES_PRESENT
            ),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
    ),
)

ALG2 = Algorithm(
    id="ALG2",
    section="24.8.2",
    entered_by="S24.8.2-D1",
    ambiguities=(
        "A01",
        "A81",
        "A09",
        "A10",
        "A11",
        "A13",
        "A21",
        "A22",
    ),
    nodes=(
        Node("A2_start", NodeKind.START, (982, 984)),
        Node("A2_iso", NodeKind.CONDITION, (985, 986)),
        Node("A2_ext", NodeKind.CONDITION, (987, 988)),
        Node("A2_perc", NodeKind.PROCEDURE, (989, 989)),
        Node("A2_cup", NodeKind.BOARD, (990, 990)),
        Node("A2_syst", NodeKind.TREATMENT, (991, 991)),
        Node("A2_unfit", NodeKind.CONDITION, (992, 995)),
        Node("A2_surgb", NodeKind.PROCEDURE, (996, 998)),
        Node("A2_fail", NodeKind.CONDITION, (999, 1000)),
        Node("A2_fit", NodeKind.CONDITION, (1001, 1003)),
        Node("A2_ext_wu", NodeKind.EXAM, (1004, 1006)),
        Node("A2_expl", NodeKind.PROCEDURE, (1007, 1008)),
        Node("A2_renape", NodeKind.BOARD, (1009, 1009)),
        Node("A2_fav", NodeKind.CONDITION, (1012, 1013)),
        Node("A2_unfav", NodeKind.CONDITION, (1014, 1016)),
        Node("A2_crs", NodeKind.TREATMENT, (1010, 1011)),
        Node("A2_ps2", NodeKind.SAFETY, (992, 1003)),
        Node("A2_bsc", NodeKind.SAFETY, (888, 888)),
    ),
    edges=(
        Edge(
            "A2_start",
            "A2_iso",
            PERITONEAL_DISEASE_ISOLATED,
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A2_start",
            "A2_ext",
            EXTRAPERITONEAL_DISEASE,
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge("A2_ext", "A2_perc", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A2_iso",
            "A2_unfit",
            (ECOG_PS > PS_LATER_LINES)
            | DISEASE_TEMPO.is_("rapid")
            | PERITONEAL_RESECTABILITY.is_("unresectable_at_outset"),
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge(
            "A2_iso",
            "A2_fit",
            (ECOG_PS < PS_EXPLORATION_BELOW)
            # Once explored, a patient has passed this arrow, and resectability is confirmed or not.
            & PERITONEAL_RESECTABILITY.one_of(
                "potentially_resectable", "resectable_confirmed", "unresectable_confirmed"
            )
            & DISEASE_TEMPO.is_not("rapid"),
            inferred=False,
            confidence=Confidence.HIGH,
        ),
        Edge("A2_unfit", "A2_perc", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A2_perc",
            "A2_fail",
            PERCUTANEOUS_BIOPSY_RESULT.is_("failed") | ~PERCUTANEOUS_BIOPSY_FEASIBLE,
            inferred=False,
            confidence=Confidence.MEDIUM,
        ),
        Edge("A2_fail", "A2_surgb", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge(
            "A2_perc",
            "A2_cup",
            PERCUTANEOUS_BIOPSY_RESULT.is_("diagnostic"),
            inferred=True,
            confidence=Confidence.HIGH,
        ),
        Edge("A2_surgb", "A2_cup", ALWAYS, inferred=True, confidence=Confidence.MEDIUM),
        Edge(
            "A2_cup",
            "A2_syst",
            ALWAYS,
            inferred=True,
            confidence=Confidence.HIGH,
            overridden_by=Override("A81", (ECOG_PS >= PS_SUPPORTIVE_CARE)),
        ),
        Edge("A2_fit", "A2_ext_wu", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge("A2_ext_wu", "A2_expl", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge("A2_expl", "A2_renape", ALWAYS, inferred=True, confidence=Confidence.MEDIUM),
        Edge(
            "A2_renape",
            "A2_fav",
            PERITONEAL_HISTOLOGY_FAVOURABLE & PERITONEAL_RESECTABILITY.is_("resectable_confirmed"),
            inferred=False,
            confidence=Confidence.MEDIUM,
        ),
        Edge(
            "A2_renape",
            "A2_unfav",
            ~PERITONEAL_HISTOLOGY_FAVOURABLE
            | PERITONEAL_RESECTABILITY.is_("unresectable_confirmed"),
            inferred=False,
            confidence=Confidence.MEDIUM,
        ),
        Edge("A2_fav", "A2_crs", ALWAYS, inferred=True, confidence=Confidence.HIGH),
        Edge("A2_unfav", "A2_cup", ALWAYS, inferred=True, confidence=Confidence.MEDIUM),
        Edge("A2_iso", "A2_ps2", ECOG_PS.equals(2), inferred=True, confidence=Confidence.SAFETY),
        Edge(
            "A2_unfit",
            "A2_bsc",
            (ECOG_PS >= PS_SUPPORTIVE_CARE),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
        Edge(
            "A2_ext",
            "A2_bsc",
            (ECOG_PS >= PS_SUPPORTIVE_CARE),
            inferred=True,
            confidence=Confidence.SAFETY,
        ),
    ),
)

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

ALGORITHMS: tuple[Algorithm, ...] = (ALG1, ALG2, ALG3)
