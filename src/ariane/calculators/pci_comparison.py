"""Two readings of one peritoneum, by imaging, laparoscopy or laparotomy: never mixed, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from ariane.calculators.pci import REGIONS, PeritonealIndex
from ariane.case.pci_kind import PciKind


class Difference(NamedTuple):
    """A region that both readings saw and scored differently."""

    region: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class PciComparison:
    """Where two readings differ, each with its kind."""

    first_kind: PciKind
    second_kind: PciKind
    first: PeritonealIndex
    second: PeritonealIndex

    @property
    def seen_by_both(self) -> tuple[int, ...]:
        """The regions that can be compared."""
        return tuple(r for r in REGIONS if r in self.first.scores and r in self.second.scores)

    @property
    def seen_by_first_only(self) -> tuple[int, ...]:
        """The regions that the second reading leaves unknown."""
        return tuple(r for r in self.first.scores if r not in self.second.scores)

    @property
    def seen_by_second_only(self) -> tuple[int, ...]:
        """The regions that the first reading leaves unknown."""
        return tuple(r for r in self.second.scores if r not in self.first.scores)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The regions scored differently."""
        return tuple(
            Difference(region, self.first.scores[region], self.second.scores[region])
            for region in self.seen_by_both
            if self.first.scores[region] != self.second.scores[region]
        )

    def higher(self, difference: Difference) -> PciKind:
        """Return the kind that scores the region higher."""
        return self.first_kind if difference.first > difference.second else self.second_kind

    @property
    def sums_where_both_saw(self) -> tuple[int, int]:
        """Both sums over the regions that both saw: the one fair comparison of amounts."""
        both = self.seen_by_both
        return (
            sum(self.first.scores[region] for region in both),
            sum(self.second.scores[region] for region in both),
        )

    @property
    def intervals_overlap(self) -> bool:
        """Whether both readings may still be of the same index."""
        return self.first.lowest <= self.second.highest and self.second.lowest <= self.first.highest


def comparisons(indices: Mapping[PciKind, PeritonealIndex]) -> tuple[PciComparison, ...]:
    """Return every pair of readings, in the order radiological, laparoscopic, open."""
    kinds = [kind for kind in PciKind if kind in indices]
    return tuple(
        PciComparison(one, two, indices[one], indices[two]) for one, two in combinations(kinds, 2)
    )
