"""Training of the boosted trees, from scikit-learn's to flat arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.dna.trees import Trees

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Places = NDArray[np.intp]
    Row = NDArray[np.float32]


LEAST_ORIGINS = 3
"""Below this scikit-learn grows one tree a round, not one for each origin."""


class TreeRecipe(NamedTuple):
    """What is tuned; `least_tumours`: in how many a feature must occur for trees to see it."""

    rounds: int = 110
    rate: float = 0.08
    leaves: int = 16
    least_of_leaf: int = 15
    penalty: float = 5.0
    share_of_features: float = 0.3
    least_tumours: int = 100


def train_trees(rows: csr_matrix, origins: Places, means: Row, recipe: TreeRecipe) -> Trees:
    """Train on samples (samples x features) whose origin is known; `means`: of what is unknown.

    Raises `ValueError` where an origin has no sample, or there are fewer than three.
    """
    seen = np.unique(origins)
    if len(seen) < LEAST_ORIGINS or seen[-1] != len(seen) - 1:
        raise ValueError(f"three origins or more, each with a sample: {seen.tolist()}")
    columns = np.flatnonzero(np.asarray((rows != 0).sum(axis=0)).ravel() >= recipe.least_tumours)
    fitted = boosted(recipe).fit(rows[:, columns].toarray(), origins)
    return _flat(fitted, columns, means[columns])


def boosted(recipe: TreeRecipe) -> Any:
    """Return scikit-learn's model, not yet fitted."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(
        max_iter=recipe.rounds,
        learning_rate=recipe.rate,
        max_leaf_nodes=recipe.leaves,
        min_samples_leaf=recipe.least_of_leaf,
        l2_regularization=recipe.penalty,
        max_features=recipe.share_of_features,
        early_stopping=False,
        random_state=0,
    )


def _flat(fitted: Any, columns: Places, means: Row) -> Trees:
    """Return scikit-learn's trees as flat arrays: nodes of all trees one after another."""
    trees = [tree.nodes for each in fitted._predictors for tree in each]
    starts = np.cumsum([0, *(len(nodes) for nodes in trees[:-1])])
    nodes = np.concatenate(trees)
    own = np.arange(len(nodes))
    first = np.repeat(starts, [len(each) for each in trees])
    leaf = nodes["is_leaf"].astype(bool)
    lower = np.where(leaf, own, first + nodes["left"])
    return Trees(
        columns.astype(np.int32),
        np.where(means == 0, np.nan, means).astype(np.float32),
        starts.reshape(len(fitted._predictors), -1).astype(np.int32),
        np.where(leaf, 0, nodes["feature_idx"]).astype(np.int16),
        _limits(np.where(leaf, 0.0, nodes["num_threshold"])),
        lower.astype(np.int32),
        np.where(leaf, own, first + nodes["right"]).astype(np.int32),
        np.where(leaf, 0.0, nodes["count"][lower] / nodes["count"]).astype(np.float32),
        np.where(leaf, nodes["value"], 0.0).astype(np.float32),
        fitted._baseline_prediction.ravel().astype(np.float32),
    )


def _limits(wide: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return limits as narrow numbers, never above the wide ones: the same rows pass them."""
    narrow = wide.astype(np.float32)
    return np.where(narrow > wide, np.nextafter(narrow, np.float32(-np.inf)), narrow)
