"""How often each stain is positive in tumours of each origin, pooled over published series.

Series differ by antibody, cut-off and recruitment: their shares are taken as draws from a Beta law
whose spread (the intra-class correlation rho) comes by the method of moments, and is never under
`LEAST_RHO`. The larger rho, the fewer patients the pool is worth: n / (1 + (n - 1) rho)
each series.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ariane.origin.ihc.crosswalk import BY_TUMOUR, NAMES

DATA = Path(__file__).parent
LEAST_RHO = 0.05
"""Floor of the correlation within a series: one series, however large, is worth 20 patients.

It is the median over the stains and origins with two counted series or more (test)."""
MOST_RHO = 0.9
NOMINAL_SIZE = 10
"""Patients that a series which prints a share without its counts is taken for: nine counted series
in ten are as large or larger (test)."""
RANGE_ENDS = 2


class Series(NamedTuple):
    """One published series: share positive (0 to 1) of `size` patients; `counted`: n/N printed."""

    marker: str
    origin: str
    tumour: str
    share: float
    size: float
    counted: bool
    source: str
    read: str
    address: str


class Staining(NamedTuple):
    """How often a stain is positive in an origin: Beta(`positive` + 1, `negative` + 1)."""

    positive: float
    negative: float
    rho: float
    series: tuple[Series, ...]

    @property
    def mean(self) -> float:
        """The chance that the next patient's stain is positive, never 0 nor 1."""
        return (self.positive + 1) / (self.positive + self.negative + 2)


@cache
def all_series() -> tuple[Series, ...]:
    """Return every series of the file that has an origin and a fact."""
    facts = {name: fact for fact, names in NAMES.items() for name in names}
    with (DATA / "frequencies.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["tumour"] in BY_TUMOUR]
    return tuple(series for row in rows for series in _series(row, facts[row["marker"]]))


def _series(row: dict[str, str], fact: str) -> list[Series]:
    origin = BY_TUMOUR[row["tumour"]]

    def one(share: float, size: float, counted: bool) -> Series:
        return Series(
            fact,
            origin,
            row["tumour"],
            share,
            size,
            counted,
            row["source"],
            row["read"],
            row["address"],
        )

    if row["tested"]:
        tested = float(row["tested"])
        positive = row["positive"]
        share = float(positive) / tested if positive else float(row["percent"]) / 100
        return [one(share, tested, True)]
    if row["low"]:  # a range is two halves of a series: its middle was seen by nobody
        ends = (float(row["low"]) / 100, float(row["high"]) / 100)
        return [one(end, NOMINAL_SIZE / RANGE_ENDS, False) for end in ends]
    return [one(float(row["percent"]) / 100, NOMINAL_SIZE, False)]


@cache
def stainings(leave_out: frozenset[str] = frozenset()) -> dict[tuple[str, str], Staining]:
    """Return the pooled frequencies by (fact, origin); `leave_out` names sources not to use."""
    found: dict[tuple[str, str], list[Series]] = {}
    for series in all_series():
        if series.source not in leave_out:
            found.setdefault((series.marker, series.origin), []).append(series)
    return {key: pooled(series) for key, series in found.items()}


def pooled(series: Sequence[Series]) -> Staining:
    """Pool series of one stain in one origin."""
    rho = max(LEAST_RHO, correlation(series))
    worth = [one.size / (1 + (one.size - 1) * rho) for one in series]
    positive = sum(w * one.share for w, one in zip(worth, series, strict=True))
    # Series that disagree are one observation of the spread each: rho bounds their sum too.
    total = sum(worth)
    scale = min(1.0, (1 / rho) / total)
    return Staining(positive * scale, (total - positive) * scale, rho, tuple(series))


def correlation(series: Sequence[Series]) -> float:
    """Return the intra-class correlation by the method of moments (Kleinman 1973), 0 to 0.9.

    Zero for one series: nothing is known then, and the floor stands.
    """
    if len(series) < RANGE_ENDS:
        return 0.0
    total = sum(one.size for one in series)
    mean = sum(one.size * one.share for one in series) / total
    if not 0 < mean < 1:
        return 0.0
    spread = sum(one.size * (one.share - mean) ** 2 for one in series)
    parts = sum(one.size / total * (1 - one.size / total) for one in series)
    by_chance = mean * (1 - mean) * (len(series) - 1)
    within = mean * (1 - mean) * (total * parts - (len(series) - 1))
    return min(MOST_RHO, max(0.0, (spread - by_chance) / within)) if within > 0 else 0.0
