"""What the chapter leaves unsaid or says twice: 93 ambiguities, each with its passages.

Their words stand in `wording`, keyed by id; here stands where they come from and how much they
matter. An ambiguity never changes whether a statement holds: it adds a warning, a hold or a
conflict beside it. Lines are inclusive ranges of the source text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Priority(StrEnum):
    """How much turns on the reading that is taken."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Passage(NamedTuple):
    """One place of the printed chapter: its section and the lines of the source text."""

    section: str
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A point on which the chapter is silent or contradicts itself, and all the places that meet.

    `statements` are the statements it bears on, in the order of the inventory. Raises `ValueError`
    without at least one passage and one statement.
    """

    id: str
    priority: Priority
    passages: tuple[Passage, ...]
    statements: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError(f"{self.id} cites no passage of the text")
        if not self.statements:
            raise ValueError(f"{self.id} bears on no statement")


AMBIGUITIES: tuple[Ambiguity, ...] = (
    Ambiguity(
        "A01",
        Priority.CRITICAL,
        (
            Passage("24.3.6.2", (346, 349)),
            Passage("24.4.1", (630, 631)),
            Passage("24.4.1.2", (655, 656)),
            Passage("24.5.1", (888, 888)),
            Passage("24.8.2", (992, 995)),
            Passage("24.8.2", (1001, 1003)),
            Passage("24.8.3", (1056, 1059)),
        ),
        (
            "S24.3.6.3-O1",
            "S24.4.1-D1",
            "S24.4.1-C1",
            "S24.4.1-W1",
            "S24.4.1.1-D1",
            "S24.4.1.2-D1",
            "S24.5.1-R1",
            "S24.5.1-O1",
            "S24.5.1-O2",
            "S24.5.1-O3",
            "S24.8.2-D2",
            "S24.8.2-D3",
            "S24.8.2-W1",
            "S24.8.3-D6",
            "S24.8.3-D7",
        ),
    ),
    Ambiguity(
        "A02",
        Priority.CRITICAL,
        (Passage("24.7", (927, 930)), Passage("24.7", (931, 931))),
        ("S24.7-P1",),
    ),
    Ambiguity(
        "A03",
        Priority.CRITICAL,
        (
            Passage("24.3.2.2.2", (186, 191)),
            Passage("24.8.1", (952, 961)),
            Passage("24.8.1", (965, 976)),
            Passage("24.8.1", (977, 981)),
        ),
        ("S24.3.2.2.2-I1", "S24.3.2.2.2-I2", "S24.8.1-D3", "S24.8.1-W1"),
    ),
    Ambiguity(
        "A04",
        Priority.CRITICAL,
        (
            Passage("24.8.1", (949, 951)),
            Passage("24.8.1", (952, 961)),
            Passage("24.8.1", (962, 964)),
            Passage("24.8.1", (965, 967)),
            Passage("24.8.1", (968, 976)),
            Passage("24.8.1", (977, 981)),
        ),
        (
            "S24.8.1-D1",
            "S24.8.1-D2",
            "S24.8.1-D3",
            "S24.8.1-D4",
            "S24.8.1-D5",
            "S24.8.1-D6",
            "S24.8.1-D7",
            "S24.8.1-D8",
            "S24.8.1-D9",
            "S24.8.1-W1",
            "S24.8.1-W2",
        ),
    ),
    Ambiguity(
        "A05",
        Priority.CRITICAL,
        (
            Passage("24.4.2.2", (704, 706)),
            Passage("24.4.2.2", (707, 709)),
            Passage("24.5.1", (890, 894)),
            Passage("24.8.3", (1041, 1041)),
            Passage("24.8.3", (1048, 1052)),
        ),
        ("S24.4.2.2-D1", "S24.4.2.2-T1", "S24.5.1-T1", "S24.8.3-D5", "S24.8.3-W2"),
    ),
    Ambiguity(
        "A06",
        Priority.CRITICAL,
        (
            Passage("24.3.8.1", (575, 577)),
            Passage("24.4.1.2", (660, 661)),
            Passage("24.4.1.2", (665, 666)),
            Passage("24.4.2.1", (697, 698)),
            Passage("24.5.1", (886, 887)),
            Passage("24.8.3", (1064, 1067)),
            Passage("24.8.3", (1070, 1072)),
            Passage("24.8.3", (1078, 1079)),
        ),
        ("S24.3.8.1-D2", "S24.4.1.2-W2", "S24.4.2.1-D3", "S24.5.1-O2", "S24.8.3-W3"),
    ),
    Ambiguity(
        "A07",
        Priority.HIGH,
        (
            Passage("24.3.2.1", (129, 131)),
            Passage("24.3.2.2.2", (182, 185)),
            Passage("24.3.2.2.3", (198, 200)),
            Passage("24.3.2.2.4", (215, 219)),
            Passage("24.3.3", (266, 268)),
            Passage("24.3.4", (282, 289)),
            Passage("24.3.5", (304, 316)),
            Passage("24.3.6.2", (346, 349)),
            Passage("24.3.6.3", (404, 407)),
            Passage("24.3.8.1", (575, 577)),
            Passage("24.3.8.1", (581, 586)),
            Passage("24.3.8.2", (593, 595)),
            Passage("24.3.8.4", (618, 627)),
            Passage("24.4.4.1", (852, 855)),
            Passage("24.5.2", (898, 900)),
        ),
        (
            "S24.3.2.1-D2",
            "S24.3.2.2.2-D2",
            "S24.3.2.2.3-D1",
            "S24.3.2.2.4-D1",
            "S24.3.3-D1",
            "S24.3.4-D2",
            "S24.3.4-D3",
            "S24.3.4-D4",
            "S24.3.5-O2",
            "S24.3.5-O5",
            "S24.3.5-W1",
            "S24.3.6.2-D2",
            "S24.3.8.1-D2",
            "S24.3.8.2-D1",
        ),
    ),
    Ambiguity(
        "A08",
        Priority.CRITICAL,
        (
            Passage("24.3.2.1", (152, 153)),
            Passage("24.3.3", (266, 268)),
            Passage("24.3.5", (311, 312)),
            Passage("24.4.4.2", (868, 871)),
            Passage("24.5.2", (901, 902)),
            Passage("24.8.3", (1024, 1030)),
        ),
        ("S24.3.2.1-C2", "S24.4.4.2-D1", "S24.5.2-O2", "S24.8.3-D2"),
    ),
    Ambiguity(
        "A09",
        Priority.CRITICAL,
        (
            Passage("24.3.6.2", (346, 349)),
            Passage("24.3.6.3", (401, 403)),
            Passage("24.3.6.3", (404, 407)),
            Passage("24.8.2", (1001, 1008)),
        ),
        ("S24.3.6.2-D2", "S24.3.6.3-R1", "S24.3.6.3-O1"),
    ),
    Ambiguity(
        "A10",
        Priority.CRITICAL,
        (
            Passage("24.2.1", (80, 83)),
            Passage("24.3.6.2", (385, 386)),
            Passage("24.4.4.1", (841, 843)),
            Passage("24.5.2", (899, 900)),
            Passage("24.8.2", (1007, 1011)),
        ),
        ("S24.2.1-A7", "S24.3.6.2-A1", "S24.4.4.1-D1", "S24.5.2-O1", "S24.8.2-D5", "S24.8.2-D8"),
    ),
    Ambiguity(
        "A11",
        Priority.HIGH,
        (Passage("24.8.2", (1012, 1013)), Passage("24.8.2", (1014, 1016))),
        ("S24.8.2-D6", "S24.8.2-D7"),
    ),
    Ambiguity(
        "A12",
        Priority.CRITICAL,
        (
            Passage("24.2.2", (98, 100)),
            Passage("24.4.3.2", (818, 820)),
            Passage("24.5.1", (880, 885)),
            Passage("24.8.3", (1064, 1072)),
            Passage("24.8.3", (1073, 1079)),
            Passage("24.8.3", (1080, 1083)),
        ),
        (
            "S24.2.2-W1",
            "S24.4.1.1-D1",
            "S24.4.3.2-P1",
            "S24.5.1-R1",
            "S24.5.1-O1",
            "S24.8.3-D9",
            "S24.8.3-D10",
            "S24.8.3-D11",
            "S24.8.3-W1",
        ),
    ),
    Ambiguity(
        "A13",
        Priority.HIGH,
        (
            Passage("24.3.6.2", (342, 349)),
            Passage("24.8.2", (992, 995)),
            Passage("24.8.2", (1001, 1003)),
        ),
        ("S24.3.6.2-D1", "S24.8.2-D3", "S24.8.2-D5"),
    ),
    Ambiguity(
        "A14",
        Priority.HIGH,
        (
            Passage("24.3.4", (288, 289)),
            Passage("24.3.5", (316, 316)),
            Passage("24.3.7.2", (485, 487)),
            Passage("24.3.7.2", (508, 509)),
            Passage("24.4.2.1", (685, 687)),
            Passage("24.4.2.1", (688, 689)),
        ),
        (
            "S24.3.4-D4",
            "S24.3.5-O8",
            "S24.3.7.2-I7",
            "S24.3.7.2-W2",
            "S24.4.2.1-M1",
            "S24.4.2.1-W1",
            "S24.4.2.1-W3",
        ),
    ),
    Ambiguity(
        "A15",
        Priority.HIGH,
        (
            Passage("24.3.8.1", (581, 583)),
            Passage("24.4.2.1", (693, 696)),
            Passage("24.8.3", (1033, 1037)),
        ),
        ("S24.3.8.1-D4", "S24.4.2.1-D2", "S24.4.2.1-W2", "S24.8.3-D3"),
    ),
    Ambiguity(
        "A16",
        Priority.HIGH,
        (
            Passage("24.2.1", (46, 48)),
            Passage("24.2.1", (66, 69)),
            Passage("24.2.1", (74, 75)),
            Passage("24.3.8.3", (603, 606)),
            Passage("24.3.8.4", (622, 624)),
            Passage("24.4.3", (735, 738)),
            Passage("24.9.1", (1086, 1089)),
            Passage("24.9.1", (1090, 1092)),
        ),
        (
            "S24.2.1-M1",
            "S24.2.1-A2",
            "S24.2.1-A5",
            "S24.3.8.3-A1",
            "S24.3.8.4-O1",
            "S24.9.1-A1",
            "S24.9.1-A2",
        ),
    ),
    Ambiguity(
        "A17",
        Priority.HIGH,
        (
            Passage("24.3.6", (324, 325)),
            Passage("24.3.8.3", (607, 609)),
            Passage("24.3.8.3", (612, 613)),
            Passage("24.3.8.4", (622, 624)),
        ),
        ("S24.2.1-A5", "S24.3.6-P2", "S24.3.8.3-A2", "S24.3.8.3-P1", "S24.3.8.4-O1"),
    ),
    Ambiguity(
        "A18",
        Priority.HIGH,
        (
            Passage("24.3.8.3", (603, 606)),
            Passage("24.4.2.3", (718, 720)),
            Passage("24.9.1", (1101, 1105)),
            Passage("24.9.1", (1106, 1109)),
        ),
        ("S24.3.8.3-A1", "S24.4.2.3-D3", "S24.9.1-W1"),
    ),
    Ambiguity(
        "A19",
        Priority.HIGH,
        (Passage("24.3.6.2", (350, 355)), Passage("24.3.6.3", (404, 408))),
        ("S24.3.6.2-W1", "S24.3.6.2-W5", "S24.3.6.3-W1"),
    ),
    Ambiguity(
        "A20",
        Priority.HIGH,
        (
            Passage("24.3.8.1", (571, 574)),
            Passage("24.3.8.4", (618, 620)),
            Passage("24.3.8.4", (621, 621)),
            Passage("24.3.8.4", (625, 625)),
        ),
        ("S24.3.8.1-D1", "S24.3.8.1-C1", "S24.3.8.4-R1", "S24.3.8.4-O2"),
    ),
    Ambiguity(
        "A21",
        Priority.HIGH,
        (
            Passage("24.4", (628, 628)),
            Passage("24.5", (876, 877)),
            Passage("24.8.1", (941, 942)),
            Passage("24.8.2", (943, 944)),
            Passage("24.8.2", (982, 984)),
            Passage("24.8.3", (1017, 1018)),
        ),
        ("S24.5.1-L1", "S24.8.2-L1", "S24.4-L1"),
    ),
    Ambiguity(
        "A22",
        Priority.HIGH,
        (
            Passage("24.3.3", (249, 254)),
            Passage("24.3.3", (266, 268)),
            Passage("24.3.5", (311, 312)),
            Passage("24.4.4.2", (872, 875)),
            Passage("24.8.2", (1004, 1006)),
        ),
        ("S24.3.2.2.3-D1", "S24.3.3-W1", "S24.3.3-D1", "S24.3.5-O5", "S24.8.2-D5"),
    ),
    Ambiguity(
        "A23",
        Priority.MEDIUM,
        (
            Passage("24.3.2.2.1", (166, 174)),
            Passage("24.3.2.2.2", (176, 178)),
            Passage("24.3.2.2.5", (244, 247)),
            Passage("24.3.3", (269, 273)),
            Passage("24.3.3", (274, 276)),
            Passage("24.3.5", (295, 316)),
        ),
        (
            "S24.3.2.2.1-P1",
            "S24.3.2.2.2-D1",
            "S24.3.2.2.5-D3",
            "S24.3.3-D2",
            "S24.3.3-D3",
            "S24.3.5-W1",
        ),
    ),
    Ambiguity(
        "A24",
        Priority.MEDIUM,
        (Passage("24.3.2.1", (129, 131)), Passage("24.3.5", (304, 306))),
        ("S24.3.2.1-D2", "S24.3.5-O1"),
    ),
    Ambiguity(
        "A25",
        Priority.MEDIUM,
        (Passage("24.3.4", (285, 287)), Passage("24.3.5", (314, 315))),
        ("S24.3.4-D3", "S24.3.5-O7"),
    ),
    Ambiguity(
        "A26",
        Priority.MEDIUM,
        (
            Passage("24.3.4", (282, 284)),
            Passage("24.3.5", (313, 313)),
            Passage("24.3.7.2", (469, 477)),
        ),
        ("S24.3.4-D2", "S24.3.5-O6"),
    ),
    Ambiguity(
        "A27",
        Priority.MEDIUM,
        (
            Passage("24.3.2.2.2", (182, 185)),
            Passage("24.3.5", (309, 310)),
            Passage("24.8.1", (952, 952)),
            Passage("24.8.1", (962, 964)),
            Passage("24.8.1", (965, 968)),
        ),
        ("S24.3.2.2.2-D2", "S24.3.5-O4"),
    ),
    Ambiguity(
        "A28",
        Priority.MEDIUM,
        (Passage("24.3.2.2.4", (215, 218)), Passage("24.3.5", (308, 308))),
        ("S24.3.2.2.4-D1", "S24.3.5-O3"),
    ),
    Ambiguity(
        "A29",
        Priority.HIGH,
        (
            Passage("24.3.7.2", (458, 460)),
            Passage("24.3.7.2", (461, 488)),
            Passage("24.3.7.2", (489, 491)),
            Passage("24.8.1", (945, 948)),
        ),
        ("S24.3.7.2-I4", "S24.3.7.2-I5", "S24.3.7.2-I6", "S24.3.7.2-I7", "S24.8.1-D1"),
    ),
    Ambiguity(
        "A30",
        Priority.HIGH,
        (Passage("24.3.7.3", (529, 531)),),
        ("S24.3.7.3-D2", "S24.3.7.3-I1"),
    ),
    Ambiguity(
        "A31",
        Priority.MEDIUM,
        (Passage("24.3.8.1", (578, 580)),),
        ("S24.3.8.1-D3",),
    ),
    Ambiguity(
        "A32",
        Priority.MEDIUM,
        (
            Passage("24.3.1", (118, 121)),
            Passage("24.3.1", (122, 123)),
            Passage("24.3.4", (279, 281)),
            Passage("24.3.6.2", (376, 377)),
        ),
        ("S24.3.1-C1", "S24.3.1-D2", "S24.3.1-W1"),
    ),
    Ambiguity(
        "A33",
        Priority.MEDIUM,
        (
            Passage("24.2.1", (59, 61)),
            Passage("24.2.2", (86, 89)),
            Passage("24.2.2", (90, 93)),
            Passage("24.4.1", (632, 635)),
            Passage("24.4.2", (669, 671)),
        ),
        ("S24.2.1-K3", "S24.2.2-M1", "S24.2.2-M2", "S24.4.1-M1", "S24.4.2-K1"),
    ),
    Ambiguity(
        "A34",
        Priority.MEDIUM,
        (Passage("24.2.2", (90, 93)), Passage("24.3.7.1", (424, 426))),
        ("S24.2.2-M2", "S24.3.7.1-K1"),
    ),
    Ambiguity(
        "A35",
        Priority.LOW,
        (Passage("24.3.7.2", (443, 447)),),
        ("S24.3.7.2-K1",),
    ),
    Ambiguity(
        "A36",
        Priority.MEDIUM,
        (Passage("24.3.7.2", (432, 435)), Passage("24.3.7.2", (436, 438))),
        ("S24.3.7.2-D1", "S24.3.7.2-W1", "S24.3.7.2-I1"),
    ),
    Ambiguity(
        "A37",
        Priority.MEDIUM,
        (
            Passage("24.3.7.4", (547, 549)),
            Passage("24.3.8.2", (593, 595)),
            Passage("24.3.8.4", (626, 627)),
        ),
        ("S24.3.7.4-I3", "S24.3.8.2-D1", "S24.3.8.4-O3"),
    ),
    Ambiguity(
        "A38",
        Priority.MEDIUM,
        (
            Passage("24.3.8.1", (584, 586)),
            Passage("24.4.2.3", (718, 720)),
            Passage("24.8.3", (1042, 1047)),
        ),
        ("S24.3.8.1-D5", "S24.3.8.1-I1", "S24.4.2.3-D3", "S24.8.3-D4"),
    ),
    Ambiguity(
        "A39",
        Priority.MEDIUM,
        (
            Passage("24.3.1", (122, 123)),
            Passage("24.6", (906, 910)),
            Passage("24.6", (915, 918)),
            Passage("24.6", (921, 924)),
        ),
        ("S24.3.1-K1", "S24.6-D1", "S24.6-D2", "S24.6-O1", "S24.6-O2"),
    ),
    Ambiguity(
        "A40",
        Priority.HIGH,
        (Passage("24.4.4.1", (859, 862)),),
        ("S24.4.4.1-W2",),
    ),
    Ambiguity(
        "A41",
        Priority.HIGH,
        (
            Passage("24.4.2.3", (716, 717)),
            Passage("24.4.4.1", (844, 845)),
            Passage("24.4.4.1", (850, 851)),
            Passage("24.4.4.1", (856, 858)),
            Passage("24.5.2", (899, 900)),
            Passage("24.8.2", (1010, 1011)),
        ),
        ("S24.4.2.3-D2", "S24.4.4.1-D2", "S24.4.4.1-P1", "S24.8.2-D6"),
    ),
    Ambiguity(
        "A42",
        Priority.HIGH,
        (
            Passage("24.3.6.2", (374, 375)),
            Passage("24.4.4.1", (852, 855)),
            Passage("24.5.2", (898, 900)),
        ),
        ("S24.3.6.2-P6", "S24.4.4.1-D3"),
    ),
    Ambiguity(
        "A43",
        Priority.MEDIUM,
        (Passage("24.4.1.2", (662, 664)),),
        ("S24.4.1.2-T2",),
    ),
    Ambiguity(
        "A44",
        Priority.MEDIUM,
        (
            Passage("24.2.1", (57, 59)),
            Passage("24.4.3", (733, 734)),
            Passage("24.4.3", (746, 765)),
            Passage("24.4.3", (766, 789)),
            Passage("24.4.3.1", (795, 796)),
            Passage("24.4.3.1", (797, 804)),
            Passage("24.4.3.2", (814, 817)),
            Passage("24.4.3.2", (831, 833)),
        ),
        ("S24.2.1-K2", "S24.4.3-K2", "S24.4.3-T1", "S24.4.3-T2", "S24.4.3.1-T1"),
    ),
    Ambiguity(
        "A45",
        Priority.MEDIUM,
        (
            Passage("24.4.1.1", (645, 648)),
            Passage("24.4.3", (733, 734)),
            Passage("24.4.3.1", (803, 804)),
            Passage("24.4.3.2", (814, 815)),
            Passage("24.4.3.2", (831, 833)),
        ),
        ("S24.4.1.1-K3",),
    ),
    Ambiguity(
        "A46",
        Priority.MEDIUM,
        (
            Passage("24.1", (10, 11)),
            Passage("24.4.1.2", (660, 664)),
            Passage("24.4.1.2", (665, 666)),
            Passage("24.5.1", (886, 887)),
        ),
        ("S24.4.1.2-W2", "S24.5.1-O2"),
    ),
    Ambiguity(
        "A47",
        Priority.HIGH,
        (Passage("24.2.2", (98, 100)), Passage("24.3.2.2", (155, 157))),
        ("S24.2.2-W1", "S24.3.2.2-W1", "S24.8.3-D11"),
    ),
    Ambiguity(
        "A48",
        Priority.MEDIUM,
        (Passage("24.3.2.2.1", (166, 170)), Passage("24.3.2.2.1", (171, 174))),
        ("S24.3.2.2.1-P1", "S24.3.2.2.1-P2"),
    ),
    Ambiguity(
        "A49",
        Priority.MEDIUM,
        (Passage("24.3.2.2.2", (179, 181)), Passage("24.3.2.2.2", (188, 190))),
        ("S24.3.2.2.2-P1",),
    ),
    Ambiguity(
        "A50",
        Priority.MEDIUM,
        (Passage("24.3.2.2.4", (224, 229)),),
        ("S24.3.2.2.4-I2",),
    ),
    Ambiguity(
        "A51",
        Priority.LOW,
        (Passage("24.3.2.2.4", (208, 211)),),
        ("S24.3.2.2.4-K2",),
    ),
    Ambiguity(
        "A52",
        Priority.MEDIUM,
        (Passage("24.3.2.2.4", (220, 223)),),
        ("S24.3.2.2.4-I1",),
    ),
    Ambiguity(
        "A53",
        Priority.MEDIUM,
        (
            Passage("24.3.2.2.5", (242, 243)),
            Passage("24.3.2.2.5", (244, 245)),
            Passage("24.3.5", (303, 303)),
        ),
        ("S24.3.2.2.5-D1", "S24.3.2.2.5-D2", "S24.3.5-R7"),
    ),
    Ambiguity(
        "A54",
        Priority.HIGH,
        (
            Passage("24.3.6.2", (381, 384)),
            Passage("24.3.6.2", (392, 393)),
            Passage("24.3.6.3", (409, 411)),
        ),
        ("S24.3.6.2-G1", "S24.3.6.2-C7", "S24.3.6.3-C1"),
    ),
    Ambiguity(
        "A55",
        Priority.HIGH,
        (
            Passage("24.3.6.2", (358, 360)),
            Passage("24.3.6.2", (370, 371)),
            Passage("24.3.6.2", (376, 377)),
            Passage("24.3.6.2", (387, 391)),
            Passage("24.3.6.2", (392, 399)),
            Passage("24.3.6.3", (409, 416)),
        ),
        ("S24.3.6.2-C1", "S24.3.6.2-C2", "S24.3.6.2-C7", "S24.3.6.3-C1"),
    ),
    Ambiguity(
        "A56",
        Priority.MEDIUM,
        (Passage("24.3.6.2", (372, 373)), Passage("24.4.4.1", (848, 850))),
        ("S24.3.6.2-K2", "S24.4.4.1-K2"),
    ),
    Ambiguity(
        "A57",
        Priority.MEDIUM,
        (
            Passage("24.3.7.3", (529, 531)),
            Passage("24.4.2", (679, 682)),
            Passage("24.4.2.4", (722, 723)),
            Passage("24.8.3", (1024, 1052)),
        ),
        ("S24.3.7.3-W1", "S24.4.2-K2", "S24.4.2.4-L1", "S24.8.3-W2"),
    ),
    Ambiguity(
        "A58",
        Priority.MEDIUM,
        (Passage("24.4.2", (679, 682)), Passage("24.8.3", (1024, 1052))),
        ("S24.4.2-K2", "S24.8.3-W2"),
    ),
    Ambiguity(
        "A59",
        Priority.MEDIUM,
        (
            Passage("24.3.7.4", (547, 549)),
            Passage("24.3.8.1", (581, 583)),
            Passage("24.4.2.1", (693, 696)),
        ),
        ("S24.3.7.4-I3", "S24.3.8.1-D4"),
    ),
    Ambiguity(
        "A60",
        Priority.MEDIUM,
        (Passage("24.2.1", (66, 69)), Passage("24.5.1", (883, 887))),
        ("S24.2.1-A2", "S24.5.1-O1"),
    ),
    Ambiguity(
        "A61",
        Priority.MEDIUM,
        (
            Passage("24.4.1.1", (649, 652)),
            Passage("24.4.2.1", (690, 692)),
            Passage("24.4.2.2", (704, 706)),
            Passage("24.4.2.3", (714, 715)),
            Passage("24.4.4.1", (856, 858)),
            Passage("24.7", (925, 939)),
        ),
        (
            "S24.4.1.1-D1",
            "S24.4.2.1-D1",
            "S24.4.2.2-D1",
            "S24.4.2.3-D1",
            "S24.7-P1",
            "S24.7-C1",
            "S24.7-W1",
        ),
    ),
    Ambiguity(
        "A62",
        Priority.MEDIUM,
        (Passage("24.7", (932, 935)), Passage("24.7", (936, 939))),
        ("S24.7-P2", "S24.7-P3"),
    ),
    Ambiguity(
        "A63",
        Priority.LOW,
        (
            Passage("24.3.2.2.3", (201, 203)),
            Passage("24.3.3", (255, 256)),
            Passage("24.3.5", (307, 307)),
            Passage("24.4.4.2", (872, 873)),
            Passage("24.8.1", (978, 978)),
        ),
        ("S24.3.2.2.3-L1", "S24.3.3-K2", "S24.4.4.2-W1"),
    ),
    Ambiguity(
        "A64",
        Priority.MEDIUM,
        (Passage("24.2.1", (69, 71)), Passage("24.9.1", (1094, 1095))),
        ("S24.2.1-A3", "S24.9.1-A4"),
    ),
    Ambiguity(
        "A65",
        Priority.MEDIUM,
        (
            Passage("24.9.1", (1101, 1103)),
            Passage("24.9.1", (1110, 1118)),
            Passage("24.9.2", (1145, 1147)),
            Passage("24.9.2", (1148, 1157)),
        ),
        (
            "S24.9.1-L1",
            "S24.9.1-L2",
            "S24.9.1-L3",
            "S24.9.2-L6",
            "S24.9.2-L7",
            "S24.9.2-L8",
            "S24.9.2-L9",
        ),
    ),
    Ambiguity(
        "A66",
        Priority.LOW,
        (
            Passage("24.9.1", (1096, 1097)),
            Passage("24.9.1", (1101, 1101)),
            Passage("24.9.1", (1116, 1116)),
            Passage("24.9.1", (1117, 1117)),
        ),
        ("S24.9.1-A5", "S24.9.1-L2"),
    ),
    Ambiguity(
        "A67",
        Priority.MEDIUM,
        (
            Passage("24.3.1", (122, 123)),
            Passage("24.3.2.2.1", (174, 174)),
            Passage("24.3.2.2.2", (179, 181)),
            Passage("24.3.2.2.4", (233, 234)),
            Passage("24.3.7.4", (540, 541)),
            Passage("24.3.8.1", (574, 574)),
            Passage("24.4.1.1", (643, 644)),
            Passage("24.4.1.2", (662, 664)),
            Passage("24.4.3", (727, 728)),
            Passage("24.4.3", (749, 753)),
            Passage("24.4.3", (769, 773)),
            Passage("24.4.3.1", (800, 800)),
            Passage("24.4.3.2", (813, 817)),
        ),
        ("S24.1-K2", "S24.3.2.2.1-P2", "S24.3.2.2.2-P1"),
    ),
    Ambiguity(
        "A68",
        Priority.LOW,
        (Passage("24.3", (114, 116)),),
        ("S24.3-C2",),
    ),
    Ambiguity(
        "A69",
        Priority.MEDIUM,
        (Passage("24.1", (18, 19)), Passage("24.1", (39, 40)), Passage("24.1", (41, 43))),
        ("S24.1-G6",),
    ),
    Ambiguity(
        "A70",
        Priority.MEDIUM,
        (
            Passage("24.3.2.1", (142, 144)),
            Passage("24.3.2.1", (145, 147)),
            Passage("24.3.2.1", (148, 151)),
        ),
        ("S24.3.2.1-I3", "S24.3.2.1-I4", "S24.3.2.1-I5"),
    ),
    Ambiguity(
        "A71",
        Priority.MEDIUM,
        (Passage("24.3.6.2", (342, 345)), Passage("24.3.6.2", (346, 349))),
        ("S24.3.6.2-D1",),
    ),
    Ambiguity(
        "A72",
        Priority.LOW,
        (Passage("24.3.6.2", (387, 389)), Passage("24.3.6.2", (390, 391))),
        ("S24.3.6.2-C5",),
    ),
    Ambiguity(
        "A73",
        Priority.LOW,
        (Passage("24.3.6.2", (365, 366)),),
        ("S24.3.6.2-P3", "S24.3.6.2-P4"),
    ),
    Ambiguity(
        "A74",
        Priority.MEDIUM,
        (Passage("24.3.7.4", (543, 546)),),
        ("S24.3.7.4-C1",),
    ),
    Ambiguity(
        "A75",
        Priority.HIGH,
        (
            Passage("24.3.5", (304, 316)),
            Passage("24.4.4.2", (872, 875)),
            Passage("24.5.2", (901, 902)),
        ),
        ("S24.3.3-D1", "S24.4.4.2-W1", "S24.5.2-O2"),
    ),
    Ambiguity(
        "A76",
        Priority.LOW,
        (Passage("24.4.2.1", (690, 692)),),
        ("S24.4.2.1-D1",),
    ),
    Ambiguity(
        "A77",
        Priority.HIGH,
        (
            Passage("24.4.2.1", (690, 692)),
            Passage("24.4.2.2", (704, 706)),
            Passage("24.4.2.3", (714, 715)),
            Passage("24.5.1", (888, 888)),
            Passage("24.8.3", (1024, 1026)),
            Passage("24.8.3", (1053, 1058)),
        ),
        (
            "S24.4.2.1-D1",
            "S24.4.2.2-D1",
            "S24.4.2.3-D1",
            "S24.5.1-O1",
            "S24.5.1-O2",
            "S24.5.1-O3",
            "S24.8.3-D6",
        ),
    ),
    Ambiguity(
        "A78",
        Priority.MEDIUM,
        (Passage("24.8.3", (1024, 1026)), Passage("24.8.3", (1027, 1030))),
        ("S24.8.3-D2",),
    ),
    Ambiguity(
        "A79",
        Priority.HIGH,
        (Passage("24.4.2.1", (697, 698)), Passage("24.5.1", (886, 887))),
        ("S24.4.2.1-D3",),
    ),
    Ambiguity(
        "A80",
        Priority.LOW,
        (Passage("24.3.6.2", (361, 362)), Passage("24.3.6.2", (363, 364))),
        ("S24.3.6.2-I1", "S24.3.6.2-P2"),
    ),
    Ambiguity(
        "A81",
        Priority.CRITICAL,
        (
            Passage("24.5.1", (888, 888)),
            Passage("24.8.2", (985, 995)),
            Passage("24.8.3", (1053, 1058)),
        ),
        ("S24.5.1-O3", "S24.8.2-D3", "S24.8.2-W2", "S24.8.3-D6"),
    ),
    Ambiguity(
        "A82",
        Priority.HIGH,
        (
            Passage("24.4.1.1", (637, 638)),
            Passage("24.4.1.1", (649, 652)),
            Passage("24.5.1", (880, 881)),
            Passage("24.8.3", (1073, 1074)),
        ),
        ("S24.4.1.1-D1", "S24.5.1-R1"),
    ),
    Ambiguity(
        "A83",
        Priority.LOW,
        (
            Passage("24.1", (22, 38)),
            Passage("24.4.1", (632, 635)),
            Passage("24.4.1.1", (637, 641)),
            Passage("24.4.1.1", (645, 648)),
            Passage("24.5.1", (880, 881)),
        ),
        ("S24.5.1-R1",),
    ),
    Ambiguity(
        "A84",
        Priority.CRITICAL,
        (
            Passage("24.4.3", (754, 755)),
            Passage("24.4.3", (774, 776)),
            Passage("24.8.2", (1004, 1006)),
            Passage("24.8.3", (1029, 1030)),
            Passage("24.8.3", (1033, 1034)),
            Passage("24.8.3", (1044, 1045)),
            Passage("24.8.3", (1073, 1074)),
        ),
        ("S24.8-M1",),
    ),
    Ambiguity(
        "A85",
        Priority.HIGH,
        (
            Passage("24.2.2", (98, 100)),
            Passage("24.8.2", (989, 991)),
            Passage("24.8.3", (1060, 1063)),
            Passage("24.9.1", (1094, 1095)),
        ),
        ("S24.2.2-W1", "S24.8.2-D2", "S24.8.2-D3", "S24.9.1-A4"),
    ),
    Ambiguity(
        "A86",
        Priority.LOW,
        (
            Passage("24.4.1.1", (637, 638)),
            Passage("24.4.1.1", (649, 650)),
            Passage("24.4.2.2", (707, 709)),
            Passage("24.4.2.3", (714, 715)),
            Passage("24.7", (926, 928)),
            Passage("24.7", (932, 939)),
        ),
        ("S24.4.1.1-D1", "S24.7-P2"),
    ),
    Ambiguity(
        "A87",
        Priority.MEDIUM,
        (Passage("24.4.2.3", (714, 717)), Passage("24.8.3", (1042, 1047))),
        ("S24.4.2.3-D2", "S24.8.3-D4"),
    ),
    Ambiguity(
        "A88",
        Priority.HIGH,
        (Passage("24.4.2.1", (697, 698)), Passage("24.8.3", (1031, 1037))),
        ("S24.4.2.1-D1", "S24.4.2.1-D3", "S24.8.3-D3"),
    ),
    Ambiguity(
        "A89",
        Priority.HIGH,
        (Passage("24.8.2", (992, 995)), Passage("24.8.2", (1001, 1003))),
        ("S24.8.2-D3", "S24.8.2-D5"),
    ),
    Ambiguity(
        "A90",
        Priority.HIGH,
        (
            Passage("24.8.2", (1009, 1009)),
            Passage("24.8.2", (1012, 1013)),
            Passage("24.8.2", (1014, 1016)),
        ),
        ("S24.8.2-D6", "S24.8.2-D7"),
    ),
    Ambiguity(
        "A91",
        Priority.MEDIUM,
        (Passage("24.8.2", (989, 990)), Passage("24.8.2", (996, 1000))),
        ("S24.8.2-D4",),
    ),
    Ambiguity(
        "A92",
        Priority.HIGH,
        (
            Passage("24.4.4.2", (868, 871)),
            Passage("24.5.2", (901, 902)),
            Passage("24.8.3", (1027, 1030)),
        ),
        ("S24.4.4.2-D1", "S24.8.3-D2"),
    ),
    Ambiguity(
        "A93",
        Priority.MEDIUM,
        (Passage("24.4.2.1", (685, 687)), Passage("24.8.3", (1031, 1032))),
        ("S24.4.2.1-M1", "S24.8.3-D3"),
    ),
)
