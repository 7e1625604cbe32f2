"""Folds that keep the samples of a group together and spread the classes evenly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

FOLDS = 5


def grouped_folds(truth: Places, groups: Sequence[str], seed: int) -> Places:
    """Return the fold of each sample: five, or one a group where there are fewer groups.

    Groups are dealt out largest first, each to the fold that has the least of its classes. `truth`:
    the place of each sample's class.
    """
    names, group = np.unique(np.asarray(groups), return_inverse=True)
    counts = np.zeros((len(names), int(truth.max()) + 1))
    np.add.at(counts, (group, truth), 1)
    shares = counts / np.maximum(1, counts.sum(axis=0))
    held = np.zeros((min(FOLDS, len(names)), shares.shape[1]))
    drawn = np.random.default_rng(seed).random(len(names))
    fold_of = np.empty(len(names), dtype=np.intp)
    for each in np.lexsort((drawn, -counts.sum(axis=1))).tolist():
        had = held @ shares[each]
        fold = int(np.lexsort((held.sum(axis=1), had))[0])
        fold_of[each] = fold
        held[fold] += shares[each]
    return fold_of[group]


def always_trained(truth: Places, folds: Places) -> NDArray[np.bool_]:
    """Return, for each class, whether a model knows it whichever fold is held out."""
    classes, count = int(truth.max()) + 1, int(folds.max()) + 1
    by_fold = np.zeros((count, classes), dtype=bool)
    by_fold[folds, truth] = True
    return np.asarray(by_fold.sum(axis=0) > 1)
