"""The regression on ranks that is fitted to each fold and to everyone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ranks = NDArray[np.float32]
    Places = NDArray[np.intp]
    Arrays = dict[str, NDArray[Any]]

SMOOTHNESS = 0.01
"""Inverse of the penalty on weights of standardised ranks."""
ROUNDS = 200


def fit(ranks: Ranks, truth: Places) -> Arrays:
    """Fit a multinomial regression; ranks (samples x genes) are standardised, unknown is the mean.

    Needs scikit-learn; one thread gives the same weights again on the same libraries.
    """
    import warnings

    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    mean = np.nanmean(ranks, axis=0)
    deviation = np.maximum(np.nanstd(ranks, axis=0), 1e-3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopped early on purpose
        regression = LogisticRegression(C=SMOOTHNESS, max_iter=ROUNDS).fit(
            _standardised(ranks, mean, deviation), truth
        )
    two = len(regression.coef_) == 1
    weights = np.vstack([-regression.coef_, regression.coef_]) / 2 if two else regression.coef_
    bias = regression.intercept_ * np.array([-0.5, 0.5]) if two else regression.intercept_
    return {
        "mean": mean.astype(np.float32),
        "deviation": deviation.astype(np.float32),
        "weights": weights.T.astype(np.float32),
        "bias": bias.astype(np.float32),
    }


def scores(arrays: Mapping[str, NDArray[Any]], ranks: Ranks) -> NDArray[np.float64]:
    """Return log-odds, up to a constant, of each class for each sample."""
    seen = _standardised(ranks, arrays["mean"], arrays["deviation"])
    return np.asarray(seen @ arrays["weights"] + arrays["bias"], dtype=float)


def _standardised(ranks: Ranks, mean: NDArray[np.float32], deviation: NDArray[np.float32]) -> Ranks:
    return np.asarray(np.nan_to_num((ranks - mean) / deviation))
