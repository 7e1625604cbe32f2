"""From ranks within a sample back to levels that samples share, whatever their scale was.

A gene that is r-th of the genes known in a sample takes the level that the r-th of these genes has in
the training data. So an increasing change of a sample changes nothing, and a gene that is missing
moves the others no more than it must. Quantile normalisation (Bolstad et al., Bioinformatics 2003)
onto the genes at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.rna.ranks import sample_ranks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

QUANTILES = 33


def gene_quantiles(values: NDArray[np.floating]) -> NDArray[np.float16]:
    """Return quantiles of each gene (genes x `QUANTILES`) over training samples (samples x genes)."""
    steps = (np.arange(QUANTILES) + 0.5) / QUANTILES
    return np.asarray(np.quantile(values, steps, axis=0).T.astype(np.float16))


def levels(
    values: NDArray[np.floating], quantiles: NDArray[np.float16], genes: Places
) -> Floats:
    """Return shared levels for samples (samples x genes at hand), none of them unknown.

    `genes`: the places of the genes at hand among the rows of `quantiles`.
    """
    pooled = np.sort(quantiles[genes].astype(float).ravel()).reshape(len(genes), -1).mean(axis=1)
    ranks = sample_ranks(np.asarray(values, dtype=np.float32)).astype(float) * len(genes)
    return np.asarray(np.interp(ranks, np.arange(1, len(genes) + 1), pooled))
