"""Fitting the weight of one kind of evidence on patients whose origin is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.reliability import LEAST_SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

WEIGHTS = np.round(np.arange(0.0, 1.51, 0.01), 2)
ROUNDS = 200


def log_ratios(shares: Floats, priors: Floats) -> Floats:
    """Return what a kind adds to the log-odds, from its posteriors and the priors behind them.

    Both are patients x origins; an origin whose prior is 0 gets nothing.
    """
    ratios = np.log(np.maximum(shares, LEAST_SHARE) / np.maximum(priors, LEAST_SHARE))
    return np.asarray(np.where(priors > 0, ratios, 0.0))


def fit_weight(
    shares: Floats, priors: Floats, truth: Places, seed: int = 0
) -> tuple[float, float, float]:
    """Return the weight of greatest likelihood with its 95% interval, patients drawn again."""
    losses = _losses(shares, priors, truth)
    draws = np.random.default_rng(seed).integers(0, len(truth), (ROUNDS, len(truth)))
    again = [WEIGHTS[losses[:, draw].mean(axis=1).argmin()] for draw in draws]
    low, high = np.quantile(again, [0.025, 0.975])
    best = WEIGHTS[losses.mean(axis=1).argmin()]
    return float(best), round(float(low), 2), round(float(high), 2)


def _losses(shares: Floats, priors: Floats, truth: Places) -> Floats:
    """Return the negative log-probability of each patient's origin under each weight."""
    added = log_ratios(shares, priors)
    with np.errstate(divide="ignore"):
        start = np.log(priors)
    rows = np.arange(len(truth))
    found = []
    for weight in WEIGHTS:
        scores = start + weight * added
        most = scores.max(axis=1)
        total = most + np.log(np.exp(scores - most[:, None]).sum(axis=1))
        found.append(total - scores[rows, truth])
    return np.array(found)
