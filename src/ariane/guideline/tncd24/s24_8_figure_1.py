"""Algorithm 1. Metastases of the liver or intrahepatic cholangiocarcinoma (24.8.1).

The arrows of the printed figure are lost in the text: only the boxes stand there.
"""

from __future__ import annotations

from ariane.facts.disease_extent import (
    EXTRAHEPATIC_DISEASE,
    LIVER_LESION_COUNT,
    LIVER_MAIN_LESION_COUNT,
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
from ariane.facts.thresholds import (
    MULTIPLE_LIVER_LESIONS,
)
from ariane.guideline.algorithm import Algorithm, Confidence, Edge, Node, NodeKind
from ariane.logic.expression import ALWAYS

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
