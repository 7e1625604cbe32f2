"""What is measured on a fold was not fitted on it."""

from __future__ import annotations

import numpy as np

from ariane.origin.rna.own.measuring import measured, thresholds


def test_a_fold_that_is_wrong_throughout_is_not_excused_by_its_own_thresholds() -> None:
    truth = np.arange(60) % 3
    folds = np.arange(60) // 30
    scores = 9.0 * np.eye(3)[truth]
    scores[folds == 1] = 9.0 * np.eye(3)[(truth[folds == 1] + 1) % 3]
    groups = [str(number) for number in range(60)]
    found = {line.measure: line for line in measured(scores, truth, folds, groups)}
    assert found["top1"].value == 0.5
    assert found["answered-right"].n == 30
    assert found["coverage90"].value == 0.5
    assert found["size90"].value == 2.0


def test_intervals_are_over_groups() -> None:
    truth = np.arange(40) % 2
    scores = 4.0 * np.eye(2)[truth]
    scores[:10] *= -1
    folds = np.arange(40) % 4
    apart = measured(scores, truth, folds, [str(number) for number in range(40)])[0]
    together = measured(scores, truth, folds, [str(number // 10) for number in range(40)])[0]
    assert apart.value == together.value == 0.75
    assert together.high - together.low > apart.high - apart.low


def test_a_threshold_is_never_infinite() -> None:
    truth = np.array([0, 1, 0])
    assert thresholds(np.eye(2)[truth], truth).set90 == 1.0
