"""What an operative report may state: facts of the vocabulary, and four that only it knows."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.person import SEX
from ariane.facts.surgery import (
    APPENDIX_STATUS,
    APPENDIX_VISUALISED,
    ASCITES_ASPECT,
    ASCITES_PRESENT,
    ASCITES_SAMPLED,
    ASCITES_VOLUME_ML,
    DIAPHRAGM_MUSCLE_BIOPSIED,
    INTRAOPERATIVE_PRIMARY,
    MESENTERY_FROZEN,
    NORMAL_PARIETAL_BIOPSY_DONE,
    OMENTAL_BIOPSY_DONE,
    OMENTAL_HAEMOSTASIS_CHECKED,
    OP_ASCITES_STATED,
    OP_BIOPSY_PROOF,
    OP_PHOTOS_OR_VIDEO,
    OP_QUADRANT_DESCRIPTION,
    OP_RIGHT_DOME_STATED,
    OP_SMALL_BOWEL_STATED,
    OVARIES_NORMAL,
    OVARIES_VISUALISED,
    RESECTABILITY_STATED,
    RETROPERITONEUM_OPENED,
    SMALL_BOWEL_RUN,
    SMALL_BOWEL_WALL_BIOPSIED,
    SUSPICIOUS_BIOPSY_COUNT,
    TROCAR_SITES,
)
from ariane.facts.tissue import CRYO_MATERIAL
from ariane.logic.fact import BoolFact, EnumFact, Fact

Approach = Literal["laparoscopy", "laparotomy", "converted"]
APPROACH = EnumFact[Approach]("approach", allowed=get_args(Approach))
SMALL_BOWEL_INVOLVED = BoolFact("small_bowel_involved")
RIGHT_DOME_INVOLVED = BoolFact("right_dome_involved")
RIGHT_DOME_MOBILE = BoolFact("right_dome_mobile")
REGIONS_STATED = BoolFact("pci_regions_stated")
"""Every one of the 13 regions is scored, or said not to have been seen; computed, never stated."""

OWN = (APPROACH, SMALL_BOWEL_INVOLVED, RIGHT_DOME_INVOLVED, RIGHT_DOME_MOBILE)
"""Facts of a report that are no facts of a case."""

GROUPS: dict[str, tuple[Fact, ...]] = {
    "operation": (APPROACH, SEX, TROCAR_SITES),
    "description": (
        OP_QUADRANT_DESCRIPTION,
        OP_BIOPSY_PROOF,
        OP_PHOTOS_OR_VIDEO,
        SMALL_BOWEL_INVOLVED,
        MESENTERY_FROZEN,
        RIGHT_DOME_INVOLVED,
        RIGHT_DOME_MOBILE,
        RESECTABILITY_STATED,
    ),
    "ascites": (ASCITES_PRESENT, ASCITES_ASPECT, ASCITES_VOLUME_ML, ASCITES_SAMPLED),
    "biopsies": (
        SUSPICIOUS_BIOPSY_COUNT,
        NORMAL_PARIETAL_BIOPSY_DONE,
        OMENTAL_BIOPSY_DONE,
        OMENTAL_HAEMOSTASIS_CHECKED,
        CRYO_MATERIAL,
    ),
    "avoided": (RETROPERITONEUM_OPENED, SMALL_BOWEL_WALL_BIOPSIED, DIAPHRAGM_MUSCLE_BIOPSIED),
    "primary": (
        APPENDIX_VISUALISED,
        APPENDIX_STATUS,
        SMALL_BOWEL_RUN,
        OVARIES_VISUALISED,
        OVARIES_NORMAL,
        INTRAOPERATIVE_PRIMARY,
    ),
}
"""The items of the form, as a surgeon goes through them."""

STATED_BY: dict[BoolFact, tuple[Fact, ...]] = {
    OP_ASCITES_STATED: (ASCITES_PRESENT,),
    OP_SMALL_BOWEL_STATED: (SMALL_BOWEL_INVOLVED, MESENTERY_FROZEN),
    OP_RIGHT_DOME_STATED: (RIGHT_DOME_INVOLVED, RIGHT_DOME_MOBILE),
}
"""Facts that say that a report says something, and the findings from which that follows.

They may also be stated themselves, by somebody who transcribes a report without its findings.
"""

ITEMS: dict[str, Fact] = {
    fact.name: fact for facts in (*GROUPS.values(), tuple(STATED_BY)) for fact in facts
}
