"""Which genes a model sees: those whose rank varies most, whatever the labels say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.rna.own.stages import DiskMatrix
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


def moments(ranks: DiskMatrix, rows: int) -> Moments:
    """Go over a matrix (samples x genes) once, `rows` samples in memory at a time."""
    count, total, squares = np.zeros((3, ranks.shape[1]))
    for start in range(0, ranks.shape[0], rows):
        block = ranks.rows(slice(start, start + rows)).astype(float)
        count += (~np.isnan(block)).sum(axis=0)
        total += np.nansum(block, axis=0)
        squares += np.nansum(block**2, axis=0)
    seen = np.maximum(count, 1)
    mean = np.where(count > 0, total / seen, np.nan)
    return Moments(count, mean, np.maximum(squares / seen - mean**2, 0))


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


def chosen_ranks(ranks: DiskMatrix, places: NDArray[np.intp], rows: int) -> Floats:
    """Return the ranks among the chosen genes alone, in memory (samples x genes chosen)."""
    made = np.empty((ranks.shape[0], len(places)), dtype=np.float32)
    for start in range(0, ranks.shape[0], rows):
        block = slice(start, start + rows)
        made[block] = sample_ranks(ranks.rows(block)[:, places])
    return made
