"""How well a model did on samples that it had not seen, by measures that it was not tuned on.

Temperature, set and threshold are each fitted on the other folds before a fold is measured; those
of the model itself are fitted on all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin import calibration, conformal
from ariane.origin.calibration import expected_calibration_error as calibration_error
from ariane.origin.calibration import top_share
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


def measured(
    scores: Floats, truth: Places, folds: Places, groups: Sequence[str] = ()
) -> tuple[Measure, ...]:
    """Measure held-out scores, each with its 95% interval over groups drawn again.

    Without groups, over samples drawn again.
    """
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
    alone = [str(each) for each in range(len(truth))]
    everyone = [np.arange(len(truth)), *_drawn_again(groups or alone)]
    found = [
        _measure("top1", everyone, lambda at: right[at].mean()),
        _measure("top3", everyone, lambda at: top_share(posterior[at], truth[at], 3)),
        _measure("ece", everyone, lambda at: calibration_error(posterior[at], truth[at])),
        _measure("coverage90", everyone, lambda at: inside[at].mean()),
        _measure("size90", everyone, lambda at: sizes[at].mean()),
        _measure("answered", everyone, lambda at: answered[at].mean()),
    ]
    those = [at[answered[at]] for at in everyone]
    if len(those[0]):
        found.append(_measure("answered-right", those, lambda at: right[at].mean()))
    return tuple(found)


def _drawn_again(groups: Sequence[str]) -> list[Places]:
    """Return the samples of as many groups as there are, drawn with replacement, many times."""
    names, group = np.unique(np.asarray(groups), return_inverse=True)
    order = np.argsort(group, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(group))[:-1])
    draws = np.random.default_rng(0).integers(0, len(names), (ROUNDS, len(names)))
    return [np.concatenate([members[each] for each in draw]) for draw in draws.tolist()]


def _measure(name: str, draws: Sequence[Places], test: Callable[[Places], float]) -> Measure:
    """Return a measure of all samples (the first of `draws`) with the interval over the others."""
    value = float(test(draws[0]))
    low, high = np.quantile([test(draw) for draw in draws[1:] if len(draw)], [0.025, 0.975])
    rounded = round(value, 3), round(float(low), 3), round(float(high), 3)
    return Measure(SETTING, name, *rounded, len(draws[0]))
