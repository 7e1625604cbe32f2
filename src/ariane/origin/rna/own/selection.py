"""Which genes a model sees: those whose rank varies most, whatever the labels say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.rna.ranks import sample_ranks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MOST_GENES = 4000
LEAST_KNOWN = 0.8
"""Share of samples in which a gene must be known to be chosen. Our own mark."""
LEAST_BETWEEN = 0.1
"""Share of the variance of ranks that lies between genes; each gene centred, it is near nought."""


class Moments(NamedTuple):
    """For each gene: in how many samples it is known, its mean rank and the variance."""

    known: NDArray[np.float64]
    mean: NDArray[np.float64]
    variance: NDArray[np.float64]


def moments(blocks: Iterable[Floats], genes: int) -> Moments:
    """Go over all samples once, a block of them (samples x genes) at a time."""
    known, total, squares = np.zeros((3, genes))
    for block in blocks:
        ranks = sample_ranks(block).astype(float)
        known += (~np.isnan(ranks)).sum(axis=0)
        total += np.nansum(ranks, axis=0)
        squares += np.nansum(ranks**2, axis=0)
    seen = np.maximum(known, 1)
    mean = np.where(known > 0, total / seen, np.nan)
    return Moments(known, mean, np.maximum(squares / seen - mean**2, 0))


def selected(seen: Moments, samples: int) -> NDArray[np.intp]:
    """Return the places of the genes chosen, in order."""
    known = (seen.known >= LEAST_KNOWN * samples) & (seen.variance > 0)
    merit = np.where(known, seen.variance, 0)
    order = np.argsort(-merit, kind="stable")[:MOST_GENES]
    return np.sort(order[merit[order] > 0])


def between_genes(seen: Moments) -> float:
    """Return the share of the variance of ranks that lies between genes, 0 to 1."""
    mean = seen.mean[seen.known > 0]
    between = float(mean.var())
    within = float(seen.variance[seen.known > 0].mean())
    return between / (between + within) if between + within else 0.0
