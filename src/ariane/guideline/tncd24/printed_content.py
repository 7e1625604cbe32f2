"""Small typed contents that several sections print: lists, shares, survival, scales, contacts."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.surgery import (
    OP_ASCITES_STATED,
    OP_BIOPSY_PROOF,
    OP_PHOTOS_OR_VIDEO,
    OP_QUADRANT_DESCRIPTION,
    OP_RIGHT_DOME_STATED,
    OP_SMALL_BOWEL_STATED,
    PCI_REGION_SCORES,
)
from ariane.logic.fact import Fact


class Sources(NamedTuple):
    """Bodies whose recommendations the chapter builds on, by acronym."""

    bodies: tuple[str, ...]


class LiteratureSearch(NamedTuple):
    """When a database was searched (ISO year and month), and its main keywords as printed."""

    database: str
    searched: str
    main_keywords: tuple[str, ...]


class EvidenceLevel(NamedTuple):
    """Level of scientific evidence (HAS, 2013), 1 the strongest."""

    level: int


class Items(NamedTuple):
    """Things that a statement lists, as stable slugs, in the order of the text.

    `open_ended` where the text gives examples rather than a complete list.
    """

    items: tuple[str, ...]
    open_ended: bool = False


class PrognosticGroup(NamedTuple):
    """A share of all CUP and the tumour control under adapted treatment, in per cent."""

    share_percent: tuple[int, int]
    control_percent: tuple[int, int]


class SurvivalBelow(NamedTuple):
    """Overall survival stays below so many months; `median` where the text says median."""

    months: int
    median: bool


class Mailbox(NamedTuple):
    """An e-mail address as printed."""

    address: str


class MeetingFrequency(NamedTuple):
    """Sessions a month."""

    per_month: int


class Incision(NamedTuple):
    """Length of an incision in centimetres."""

    length_cm: int
    site: str


class PeritonealCancerIndex(NamedTuple):
    """Regions, score of one region and largest total of the index."""

    regions: int
    region_scores: tuple[int, int]
    largest_total: int


class ReportItem(NamedTuple):
    """One item that an operative report must hold, and the facts that say it does."""

    item: str
    facts: tuple[Fact, ...]


class OperativeReport(NamedTuple):
    """The items without which a carcinomatosis cannot be referred."""

    items: tuple[ReportItem, ...]


_AFTER_THE_FIRST = (
    ReportItem("ascites", (OP_ASCITES_STATED,)),
    ReportItem("photographs_or_video", (OP_PHOTOS_OR_VIDEO,)),
    ReportItem("small_bowel_and_mesentery", (OP_SMALL_BOWEL_STATED,)),
    ReportItem("right_dome", (OP_RIGHT_DOME_STATED,)),
)
REPORT_IN_TEXT = OperativeReport(
    (
        ReportItem("quadrants_with_biopsy", (OP_QUADRANT_DESCRIPTION, OP_BIOPSY_PROOF)),
        *_AFTER_THE_FIRST,
    )
)
REPORT_IN_BOX = OperativeReport(
    (
        ReportItem(
            "quadrants_with_pci_and_biopsy",
            (OP_QUADRANT_DESCRIPTION, PCI_REGION_SCORES, OP_BIOPSY_PROOF),
        ),
        *_AFTER_THE_FIRST,
    )
)
