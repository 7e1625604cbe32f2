"""Intervals of shares (Wilson, J Am Stat Assoc 1927;22:209-12)."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z95 = 1.959963984540054
"""Of the standard normal distribution: 95 % lie within so many deviations."""


class Interval(NamedTuple):
    """A share and its 95 % interval, from 0 to 1."""

    share: float
    low: float
    high: float


def wilson(count: int, total: int) -> Interval | None:
    """Return the share `count / total` with its score interval; `None` of nobody."""
    if total == 0:
        return None
    share, square = count / total, Z95 * Z95
    middle = share + square / (2 * total)
    reach = Z95 * sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 1 + square / total
    low, high = (middle - reach) / scale, (middle + reach) / scale
    # At the ends the interval is exact; floating point would miss it by a hair.
    return Interval(share, 0.0 if count == 0 else low, 1.0 if count == total else high)
