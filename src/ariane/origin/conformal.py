"""Sets that hold the true origin for nine patients in ten, as long as patients stay alike.

Split conformal prediction with the smallest sets on average: Sadinle, Lei, Wasserman, Least
ambiguous set-valued classifiers with bounded error levels, J Am Stat Assoc 2019. A threshold for
each group of patients (a biopsied site, say) keeps the promise within the group.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indices = NDArray[np.intp]

LEVEL = 0.9


def truth_scores(probabilities: Floats, truth: Indices) -> Floats:
    """Return one minus the probability of the true class, for each held-out sample."""
    return np.asarray(1 - probabilities[np.arange(len(truth)), truth])


def fit_threshold(scores: Floats, level: float = LEVEL) -> float:
    """Return the score below which a class enters the set: the split-conformal quantile.

    With n held-out scores: the ceil((n + 1) * level)-th smallest; infinite where n is too small.
    """
    place = math.ceil((len(scores) + 1) * level)
    if place > len(scores):
        return math.inf
    return float(np.sort(scores)[place - 1])


def prediction_set(probabilities: Floats, threshold: float) -> tuple[int, ...]:
    """Return the classes of one sample whose score is within the threshold, likeliest first.

    Never empty: the likeliest class is always in it, which can only raise the coverage.
    """
    order = np.argsort(-probabilities, kind="stable")
    inside = [int(each) for each in order if 1 - probabilities[each] <= threshold]
    return tuple(inside) or (int(order[0]),)


def set_sizes(probabilities: Floats, threshold: float) -> Indices:
    """Return the size of each sample's set."""
    inside = (1 - probabilities <= threshold).sum(axis=1)
    return np.asarray(np.maximum(inside, 1))


def covered(probabilities: Floats, truth: Indices, threshold: float) -> NDArray[np.bool_]:
    """Return whether each sample's set holds its true class."""
    inside = truth_scores(probabilities, truth) <= threshold
    return np.asarray(inside | (probabilities.argmax(axis=1) == truth))
