"""What the chapter asks of an exploration of the peritoneum and of its report.

The five items without which a patient cannot be referred are those of S24.3.6.2-C7 and K3, with the
peritoneal index that the box adds to the first (S24.3.6.3-C1, ambiguities A54 and A55). A region
that the report says was not seen is described: a blank is not.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ariane.calculators.operative_report.items import REGIONS_STATED
from ariane.facts.person import SEX
from ariane.facts.surgery import (
    APPENDIX_STATUS,
    APPENDIX_VISUALISED,
    ASCITES_ASPECT,
    ASCITES_PRESENT,
    ASCITES_SAMPLED,
    ASCITES_VOLUME_ML,
    DIAPHRAGM_MUSCLE_BIOPSIED,
    LAPAROSCOPY_PERFORMED,
    NORMAL_PARIETAL_BIOPSY_DONE,
    OMENTAL_BIOPSY_DONE,
    OMENTAL_HAEMOSTASIS_CHECKED,
    OP_ASCITES_STATED,
    OP_BIOPSY_PROOF,
    OP_PHOTOS_OR_VIDEO,
    OP_QUADRANT_DESCRIPTION,
    OP_RIGHT_DOME_STATED,
    OP_SMALL_BOWEL_STATED,
    OVARIES_VISUALISED,
    RESECTABILITY_STATED,
    RETROPERITONEUM_OPENED,
    SMALL_BOWEL_RUN,
    SMALL_BOWEL_WALL_BIOPSIED,
    SUSPICIOUS_BIOPSY_COUNT,
    TROCAR_SITES,
)
from ariane.facts.thresholds import SUSPICIOUS_BIOPSIES_MINIMUM
from ariane.facts.tissue import CRYO_MATERIAL
from ariane.logic.expression import ALWAYS, Expression
from ariane.logic.fact import Fact


class Nature(StrEnum):
    """What a demand asks, and so what a stated *no* means."""

    FUNDAMENTAL = "fundamental"
    REPORTED = "reported"
    DONE = "done"


class Demand(NamedTuple):
    """One thing that the chapter asks for, and the statements that ask for it.

    `met` are conditions that must all hold, or facts that must have a value. What was to be `DONE`
    and was not is against the text; what was to be reported and is not is missing.
    """

    item: str
    nature: Nature
    statements: tuple[str, ...]
    met: tuple[Expression | Fact, ...]
    when: Expression = ALWAYS


_LISTS = ("S24.3.6.2-C7", "S24.3.6.2-K3", "S24.3.6.3-C1")

FUNDAMENTAL: tuple[Demand, ...] = tuple(
    Demand(item, Nature.FUNDAMENTAL, _LISTS + more, met)
    for item, more, met in (
        (
            "quadrants_with_pci_and_biopsy",
            ("S24.3.6.2-G1",),
            (OP_QUADRANT_DESCRIPTION, REGIONS_STATED, OP_BIOPSY_PROOF),
        ),
        ("ascites", (), (OP_ASCITES_STATED,)),
        ("photographs_or_video", ("S24.3.6.2-C1",), (OP_PHOTOS_OR_VIDEO,)),
        ("small_bowel_and_mesentery", (), (OP_SMALL_BOWEL_STATED,)),
        ("right_dome", (), (OP_RIGHT_DOME_STATED,)),
    )
)

REST: tuple[Demand, ...] = (
    Demand(
        "midline_trocars",
        Nature.DONE,
        ("S24.3.6.2-W1", "S24.3.6.3-W1"),
        (~TROCAR_SITES.contains("flank") & ~TROCAR_SITES.contains("other"),),
        LAPAROSCOPY_PERFORMED,
    ),
    Demand(
        "suspicious_biopsies",
        Nature.DONE,
        ("S24.3.6.2-P3",),
        (SUSPICIOUS_BIOPSY_COUNT >= SUSPICIOUS_BIOPSIES_MINIMUM,),
    ),
    Demand(
        "normal_peritoneum_biopsy", Nature.DONE, ("S24.3.6.2-P4",), (NORMAL_PARIETAL_BIOPSY_DONE,)
    ),
    Demand(
        "omental_haemostasis",
        Nature.DONE,
        ("S24.3.6.2-P5",),
        (OMENTAL_HAEMOSTASIS_CHECKED,),
        OMENTAL_BIOPSY_DONE,
    ),
    Demand("frozen_fragment", Nature.REPORTED, ("S24.3.6-P2",), (CRYO_MATERIAL,)),
    Demand(
        "ascites_aspect", Nature.REPORTED, ("S24.3.6.2-C2",), (ASCITES_ASPECT,), ASCITES_PRESENT
    ),
    Demand(
        "ascites_volume", Nature.REPORTED, ("S24.3.6.2-C2",), (ASCITES_VOLUME_ML,), ASCITES_PRESENT
    ),
    Demand("ascites_sampled", Nature.DONE, ("S24.3.6.2-P2",), (ASCITES_SAMPLED,), ASCITES_PRESENT),
    Demand("retroperitoneum_closed", Nature.DONE, ("S24.3.6.2-W2",), (~RETROPERITONEUM_OPENED,)),
    Demand(
        "small_bowel_wall_spared", Nature.DONE, ("S24.3.6.2-W3",), (~SMALL_BOWEL_WALL_BIOPSIED,)
    ),
    Demand("diaphragm_spared", Nature.DONE, ("S24.3.6.2-W4",), (~DIAPHRAGM_MUSCLE_BIOPSIED,)),
    Demand(
        "appendix_seen",
        Nature.DONE,
        ("S24.3.6.2-C3",),
        (APPENDIX_VISUALISED,),
        ~APPENDIX_STATUS.is_("absent"),
    ),
    Demand(
        "small_bowel_run",
        Nature.DONE,
        ("S24.3.6.2-P6",),
        (SMALL_BOWEL_RUN,),
        APPENDIX_STATUS.is_("normal"),
    ),
    Demand(
        "ovaries_seen", Nature.DONE, ("S24.3.6.2-C4",), (OVARIES_VISUALISED,), SEX.is_("female")
    ),
    Demand("resectability", Nature.REPORTED, ("S24.3.6.2-C6",), (RESECTABILITY_STATED,)),
)
"""Asked for by the text outside the five items, in the order of an operation."""

DEMANDS = FUNDAMENTAL + REST
