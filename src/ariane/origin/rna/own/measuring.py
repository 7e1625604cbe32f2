"""How well a model did on samples that it had not seen, by measures that it was not tuned on.

Temperature, set and threshold are each fitted on the other folds before a fold is measured; those
of the model itself are fitted on all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin import calibration, conformal
from ariane.origin.model_file import Measure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

PRECISION = 0.975
"""Aimed at among held-out patients, as for the models that come with Ariane."""
SETTING = "held-out-own"
ROUNDS = 200


class Thresholds(NamedTuple):
    """What turns scores into probabilities, a set and an answer."""

    temperature: float
    set90: float
    answer: float


def thresholds(scores: Floats, truth: Places) -> Thresholds:
    """Fit all three on held-out scores: one row a sample, one column a class."""
    temperature = calibration.fit_temperature(scores, truth)
    posterior = calibration.softmax(scores / temperature)
    set90 = conformal.fit_threshold(conformal.truth_scores(posterior, truth))
    answer = calibration.threshold_for_precision(posterior, truth, PRECISION)
    return Thresholds(temperature, min(set90, 1.0), answer)


def measured(scores: Floats, truth: Places, folds: Places) -> tuple[Measure, ...]:
    """Measure held-out scores, each with its 95% interval over samples drawn again."""
    posterior = np.empty_like(scores)
    inside, answered = np.zeros((2, len(truth)), dtype=bool)
    sizes = np.zeros(len(truth))
    for fold in range(int(folds.max()) + 1):
        here = folds == fold
        fitted = thresholds(scores[~here], truth[~here])
        posterior[here] = calibration.softmax(scores[here] / fitted.temperature)
        inside[here] = conformal.covered(posterior[here], truth[here], fitted.set90)
        sizes[here] = conformal.set_sizes(posterior[here], fitted.set90)
        answered[here] = posterior[here].max(axis=1) >= fitted.answer
    right = posterior.argmax(axis=1) == truth
    tests: tuple[tuple[str, Callable[[Places], float]], ...] = (
        ("top1", lambda at: float(right[at].mean())),
        ("top3", lambda at: calibration.top_share(posterior[at], truth[at], 3)),
        ("ece", lambda at: calibration.expected_calibration_error(posterior[at], truth[at])),
        ("coverage90", lambda at: float(inside[at].mean())),
        ("size90", lambda at: float(sizes[at].mean())),
        ("answered", lambda at: float(answered[at].mean())),
    )
    everyone = np.arange(len(truth))
    found = [_measure(name, test, everyone) for name, test in tests]
    if answered.any():
        there = np.flatnonzero(answered)
        found.append(_measure("answered-right", tests[0][1], there))
    return tuple(found)


def _measure(name: str, test: Callable[[Places], float], samples: Places) -> Measure:
    draws = np.random.default_rng(0).integers(0, len(samples), (ROUNDS, len(samples)))
    low, high = np.quantile([test(samples[draw]) for draw in draws], [0.025, 0.975])
    value, least, most = (round(float(each), 3) for each in (test(samples), low, high))
    return Measure(SETTING, name, value, least, most, len(samples))
