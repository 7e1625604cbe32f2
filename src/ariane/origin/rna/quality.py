"""What the input of a sample is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.report import Reason

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST_SHARE, ENOUGH = 0.25, 0.8
"""Share of the panel's genes below which there is no answer; from which nothing is said."""
LEAST_GENES = 20
MOST_LEVEL, MUCH_LEVEL = 0.6, 0.4
"""Share of genes at one same value, from which ranks mean nothing, or little. Our own marks: the
training tumours have 0.07 on average, silent genes."""


def enough_genes(known: int, panel: int) -> bool:
    """Return whether so many of a panel's genes allow an answer."""
    return known >= max(LEAST_GENES, LEAST_SHARE * panel)


def order(standardised: Floats, mean: Floats, spread: Floats) -> float:
    """Return how far genes are in the order that training samples have them in: a correlation.

    Of one sample's shared levels with their means; near 0 for numbers that are no expression, or
    that were centred gene by gene.
    """
    return correlation(standardised * spread + mean, mean)


def correlation(one: Floats, other: Floats) -> float:
    """Return Pearson's correlation; 0 where one does not vary."""
    first, second = one - one.mean(), other - other.mean()
    size = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float(first @ second) / size if size else 0.0


def warnings(values: Floats, panel: int) -> tuple[Reason, ...]:
    """Return reservations about a sample."""
    reasons = []
    if len(values) < ENOUGH * panel:
        reasons.append(Reason("rna-genes-missing", f"{len(values)} / {panel}"))
    level = most_level(values)
    if MUCH_LEVEL <= level < MOST_LEVEL:
        reasons.append(Reason("rna-level", f"{level:.2f}"))
    return tuple(reasons)


def most_level(values: Floats) -> float:
    """Return the share of the commonest value."""
    if not len(values):
        return 1.0
    return float(np.unique(values, return_counts=True)[1].max() / len(values))
