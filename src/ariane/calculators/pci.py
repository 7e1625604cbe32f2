"""The peritoneal cancer index: thirteen regions scored 0 to 3, added up (24.3.6.2).

A region that was not seen is unknown, never 0: the result is then an interval, not a total.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ariane.case.case import PCI_REGIONS

REGIONS = range(PCI_REGIONS)
"""0 central, 1 to 8 clockwise from the right upper quadrant, 9 to 12 along the small bowel."""
ABDOMEN = REGIONS[:9]
SMALL_BOWEL = REGIONS[9:]
HIGHEST_SCORE = 3
SCORES = range(HIGHEST_SCORE + 1)
HIGHEST_TOTAL = HIGHEST_SCORE * PCI_REGIONS


@dataclass(frozen=True, slots=True)
class PeritonealIndex:
    """Scores of the regions that were seen, and what they say of the index.

    `lowest` counts every region not seen as 0, `highest` as 3.
    Raises `ValueError` for a region outside 0 to 12 or a score outside 0 to 3.
    """

    scores: Mapping[int, int]

    def __post_init__(self) -> None:
        wrong = {r: s for r, s in self.scores.items() if r not in REGIONS or s not in SCORES}
        if wrong:
            raise ValueError(f"regions are 0 to 12, scores 0 to 3, not {wrong}")
        ordered = {region: self.scores[region] for region in sorted(self.scores)}
        object.__setattr__(self, "scores", MappingProxyType(ordered))

    @property
    def missing_regions(self) -> tuple[int, ...]:
        """The regions not seen, in order."""
        return tuple(region for region in REGIONS if region not in self.scores)

    @property
    def lowest(self) -> int:
        """The least that the index can be."""
        return sum(self.scores.values())

    @property
    def highest(self) -> int:
        """The most that the index can be."""
        return self.lowest + HIGHEST_SCORE * len(self.missing_regions)

    @property
    def total(self) -> int | None:
        """The index, or `None` while a region is unknown."""
        return None if self.missing_regions else self.lowest
