"""Whether a sample is unlike every tumour that a panel knows.

Five signs: how unsure the answer is, how far the nearest kind lies, how far the middle of all, how
much networks and Gaussians disagree, what the factors leave over. Their weights are learnt from
origins left out of training, one after another, so that each was once a tumour never seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.calibration import softmax
from ariane.origin.dna.network import added_up
from ariane.origin.rna.answers import Answers, scores
from ariane.origin.rna.training import Fitted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SIGNS = ("unsure", "distance", "from_all", "disagreement", "left_over")
FAR = (SIGNS.index("distance"), SIGNS.index("left_over"))
"""Signs that refuse a sample alone, each beyond a mark of its own."""
LEAST_SPREAD = 1e-3
SMALLEST = 1e-4
STEPS, PENALTY = 30, 1.0
REFUSED_KNOWN = 0.09
"""Share of held-out tumours of known origins that are refused by all signs together."""
REFUSED_FAR = 0.03
"""Share of them that is refused by one sign alone."""
SLACK = 1e-6
"""Beyond a mark, so that a sign that never varies refuses nobody."""


class Oddness(NamedTuple):
    """Weights of the signs, standardised by `mean` and `spread`, and the bias."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float

    def of(self, signs: Floats) -> Floats:
        """Return log-odds that samples (samples x signs) are of an origin never seen."""
        return np.asarray((signs - self.mean) / self.spread @ self.weights + self.bias)


class Refusal(NamedTuple):
    """From where samples are refused: by all signs together, and by each of `FAR` alone."""

    odd: float
    far: Floats

    def of(self, oddness: Oddness, signs: Floats) -> NDArray[np.bool_]:
        """Return which samples (samples x signs) are refused, as of an origin never seen."""
        return np.asarray((oddness.of(signs) > self.odd) | (signs[:, FAR] > self.far).any(axis=1))


def refusal_of(oddness: Oddness, settings: Sequence[Floats]) -> Refusal:
    """Set the marks on signs of held-out tumours, so that no setting has more refused."""
    odd = [np.quantile(oddness.of(known), 1 - REFUSED_KNOWN) for known in settings]
    far = [np.quantile(known[:, FAR], 1 - REFUSED_FAR, axis=0) for known in settings]
    return Refusal(round(float(max(odd)), 4), (np.max(far, axis=0) + SLACK).round(4))


def signs(fitted: Fitted, answers: Answers) -> Floats:
    """Return the signs of samples (samples x `SIGNS`)."""
    surest = added_up(softmax(scores(fitted, answers)), fitted.parents).max(axis=1)
    networks, gaussians = (
        added_up(softmax(each), fitted.parents) for each in (answers.networks, answers.gaussians)
    )
    return np.stack(
        [
            np.log((1 - surest + SMALLEST) / (surest + SMALLEST)),
            np.log(answers.distance),
            np.log(answers.from_all),
            np.abs(networks - gaussians).sum(axis=1) / 2,
            np.log1p(answers.left_over),
        ],
        axis=1,
    )


def fit_oddness(known: Floats, unseen: Floats) -> Oddness:
    """Fit the weights: both groups (samples x signs) count alike, Newton's method."""
    both = np.concatenate([known, unseen])
    mean, spread = known.mean(axis=0), np.maximum(known.std(axis=0), LEAST_SPREAD)
    rows = np.column_stack([(both - mean) / spread, np.ones(len(both))])
    truth = np.repeat([0.0, 1.0], [len(known), len(unseen)])
    counts = np.repeat([0.5 / len(known), 0.5 / len(unseen)], [len(known), len(unseen)])
    counts *= len(both)
    ridge = PENALTY * np.eye(rows.shape[1])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (share - truth)) + ridge @ weights
        curve = (rows * (counts * share * (1 - share))[:, None]).T @ rows + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return Oddness(mean, spread, weights[:-1], float(weights[-1]))


def oddness_data(oddness: Oddness) -> dict[str, object]:
    """Return the weights as plain data, as a card holds them."""
    return {
        "mean": [round(float(each), 5) for each in oddness.mean],
        "spread": [round(float(each), 5) for each in oddness.spread],
        "weights": [round(float(each), 5) for each in oddness.weights],
        "bias": round(oddness.bias, 5),
    }


def oddness_from(data: Mapping[str, Any]) -> Oddness:
    """Return the weights that a card holds."""
    return Oddness(
        np.array(data["mean"]), np.array(data["spread"]), np.array(data["weights"]), data["bias"]
    )
