"""Algorithm 2. Peritoneal metastases of unknown primary: the diagnostic way (24.8.2).

The arrows of the printed figure are lost in the text: only the boxes stand there.
"""

from __future__ import annotations

from ariane.facts.disease_extent import (
    EXTRAPERITONEAL_DISEASE,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_RESECTABILITY,
)
from ariane.facts.person import DISEASE_TEMPO, ECOG_PS
from ariane.facts.surgery import PERITONEAL_HISTOLOGY_FAVOURABLE
from ariane.facts.thresholds import (
    PS_EXPLORATION_BELOW,
    PS_LATER_LINES,
    PS_SUPPORTIVE_CARE,
)
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_FEASIBLE, PERCUTANEOUS_BIOPSY_RESULT
from ariane.guideline.algorithm import Algorithm, Confidence, Edge, Node, NodeKind, Override
from ariane.logic.expression import ALWAYS

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
