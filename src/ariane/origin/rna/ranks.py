"""Ranks of genes within a sample: what does not change with the scale of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


def sample_ranks(values: Floats) -> Floats:
    """Return the rank of each gene among the known genes of its sample, as a share of them.

    `values`: one row a sample, one column a gene, NaN where unknown. Above 0 to 1, the mean where
    genes are level; NaN stays NaN.
    """
    ranks = np.full(values.shape, np.nan, dtype=np.float32)
    for row, out in zip(values, ranks, strict=True):
        known = ~np.isnan(row)
        _, place, counts = np.unique(row[known], return_inverse=True, return_counts=True)
        means = np.cumsum(counts) - (counts - 1) / 2
        out[known] = means[place] / max(1, len(place))
    return ranks
