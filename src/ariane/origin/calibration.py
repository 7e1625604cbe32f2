"""Making probabilities mean what they say, and measuring whether they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indices = NDArray[np.intp]

BINS = 10
TEMPERATURES = np.round(np.geomspace(0.5, 3.0, 121), 4)


def softmax(scores: Floats) -> Floats:
    """Return probabilities; `scores` has one row a sample, one column a class."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))


def log_loss(scores: Floats, truth: Indices) -> float:
    """Return the mean negative log-probability of the true classes."""
    likelihood = softmax(scores)[np.arange(len(truth)), truth]
    return float(-np.log(np.maximum(likelihood, 1e-12)).mean())


def fit_temperature(scores: Floats, truth: Indices, added: Floats | float = 0.0) -> float:
    """Return the temperature by which to divide scores: that of least log-loss on held-out samples.

    `added` (the logarithm of a change of prior, say) is added after dividing. Guo et al., On
    calibration of modern neural networks, ICML 2017.
    """
    losses = [log_loss(scores / temperature + added, truth) for temperature in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def expected_calibration_error(probabilities: Floats, truth: Indices, bins: int = BINS) -> float:
    """Return the gap between confidence and accuracy of the first choice, over equal bins."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(right[place == each].mean() - confidence[place == each].mean()) * (place == each).mean()
        for each in range(bins)
        if (place == each).any()
    ]
    return float(sum(gaps))


def share_at_precision(probabilities: Floats, truth: Indices, precision: float) -> float:
    """Return the largest share that can be answered, surest first, at this precision or better."""
    place = _last_place(probabilities, truth, precision)
    return (place + 1) / len(truth)


def threshold_for_precision(probabilities: Floats, truth: Indices, precision: float) -> float:
    """Return the least confidence at which the answers reach this precision; above 1 if none do."""
    place = _last_place(probabilities, truth, precision)
    confidence = np.sort(probabilities.max(axis=1))[::-1]
    return float(confidence[place]) if place >= 0 else 1.01


def _last_place(probabilities: Floats, truth: Indices, precision: float) -> int:
    order = np.argsort(-probabilities.max(axis=1), kind="stable")
    right = (probabilities.argmax(axis=1) == truth)[order]
    running = np.cumsum(right) / np.arange(1, len(right) + 1)
    reached = np.flatnonzero(running >= precision)
    return int(reached[-1]) if len(reached) else -1


def top_share(probabilities: Floats, truth: Indices, count: int) -> float:
    """Return the share of samples whose true class is among the `count` likeliest."""
    likeliest = np.argsort(-probabilities, axis=1, kind="stable")[:, :count]
    return float((likeliest == truth[:, None]).any(axis=1).mean())


def bootstrap_interval(
    values: Sequence[float] | Floats, seed: int = 0, rounds: int = 1000
) -> tuple[float, float]:
    """Return the 95% percentile interval of the mean of per-sample values."""
    held = np.asarray(values, dtype=float)
    draws = np.random.default_rng(seed).integers(0, len(held), (rounds, len(held)))
    means = held[draws].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)
