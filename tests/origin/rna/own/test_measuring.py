"""What is measured on a fold was not fitted on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ariane.origin.model_file import Measure
from ariane.origin.rna.own.measuring import HeldOut, measured, thresholds


def test_a_fold_that_is_wrong_throughout_is_not_excused_by_its_own_thresholds() -> None:
    truth = np.arange(60) % 3
    folds = np.arange(60) // 30
    scores = 9.0 * np.eye(3)[truth]
    scores[folds == 1] = 9.0 * np.eye(3)[(truth[folds == 1] + 1) % 3]
    groups = tuple(str(number) for number in range(60))
    found = {
        line.measure: line for line in measured(HeldOut(scores, truth, np.arange(3), folds, groups))
    }
    assert found["top1"].value == 0.5
    assert found["answered-right"].n == 30
    assert found["coverage90"].value == 0.5
    assert found["size90"].value == 2.0


def test_intervals_are_over_groups() -> None:
    truth = np.arange(40) % 2
    scores = 4.0 * np.eye(2)[truth]
    scores[:10] *= -1
    folds = np.arange(40) % 4

    def held_out(group: Callable[[int], int]) -> Measure:
        groups = tuple(str(group(number)) for number in range(40))
        return measured(HeldOut(scores, truth, np.arange(2), folds, groups))[0]

    apart = held_out(lambda number: number)
    together = held_out(lambda number: number // 10)
    assert apart.value == together.value == 0.75
    assert together.high - together.low > apart.high - apart.low


def test_a_threshold_is_never_infinite() -> None:
    truth = np.array([0, 1, 0])
    assert (
        thresholds(HeldOut(np.eye(2)[truth], truth, np.arange(2), truth, ("a", "b", "c"))).set90
        == 1.0
    )
