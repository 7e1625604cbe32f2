"""How often each subtype is found at a biopsied site, counted in the training data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.dna.variant import DnaSample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

PRIMARY, METASTASIS, NONE = "primary", "metastasis", "none"
WEIGHT_OF_ALL = 20.0
"""Patients that all metastases together weigh in the prior of one site."""
LEAST = 0.05
"""Patients added to each subtype, so that no site excludes any."""


@dataclass(frozen=True)
class SitePriors:
    """`shares` has one row a group (site, or the two other groups) and one column a subtype."""

    groups: tuple[str, ...]
    shares: Floats
    trained: Floats

    def group(self, sample: DnaSample, use_site: bool) -> str:
        """Return which prior a sample takes: its site, else primary or metastasis, else none."""
        if not use_site:
            return NONE
        site = self.named(sample.site)
        if site is not None:
            return site
        if sample.is_primary:
            return PRIMARY
        return METASTASIS if sample.site or sample.is_primary is False else NONE

    def named(self, site: str | None) -> str | None:
        """Return a site as the training data write it, whatever its case; `None` for others."""
        asked = (site or "").casefold()
        return next((group for group in self.groups if group.casefold() == asked), None)

    def log_ratio(self, group: str) -> Floats:
        """Return the logarithm of a group's prior over that of the training data; 0 for none."""
        if group == NONE:
            return np.zeros(len(self.trained))
        return np.asarray(np.log(self.shares[self.groups.index(group)] / self.trained))


def counted(
    samples: Sequence[DnaSample], targets: Places, subtypes: int, trained: Floats | None = None
) -> SitePriors:
    """Count the priors: of primaries, of metastases, and of each biopsied site.

    `trained`: the prior that the network has learnt, where it learnt from other patients.
    """
    primary = np.array([bool(sample.is_primary) for sample in samples])
    sites = np.array([sample.site or "" for sample in samples])
    everywhere = np.bincount(targets[~primary], minlength=subtypes) + LEAST
    everywhere = everywhere / everywhere.sum()
    named = sorted({str(site) for site in sites[~primary]} - {""})
    rows = [_share(targets[primary], everywhere, subtypes), everywhere]
    rows += [_share(targets[~primary & (sites == site)], everywhere, subtypes) for site in named]
    learnt = np.bincount(targets, minlength=subtypes) + LEAST if trained is None else trained
    return SitePriors((PRIMARY, METASTASIS, *named), np.array(rows), learnt / learnt.sum())


def _share(targets: Places, everywhere: Floats, subtypes: int) -> Floats:
    counts = np.bincount(targets, minlength=subtypes) + WEIGHT_OF_ALL * everywhere + LEAST
    return np.asarray(counts / counts.sum())
