"""Boosted trees as flat arrays: what scikit-learn's say, walked by hand, and together."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from ariane.origin.calibration import softmax
from ariane.origin.dna.classifier import Classifier
from ariane.origin.dna.network import Network
from ariane.origin.dna.tree_training import TreeRecipe, boosted, train_trees
from ariane.origin.dna.trees import CHUNK, Trees, trees_from

RECIPE = TreeRecipe(rounds=12, leaves=6, least_of_leaf=3, share_of_features=0.5, least_tumours=20)
NO_MEANS = np.zeros(8, dtype=np.float32)


def made_up(count: int = 3 * CHUNK + 5) -> tuple[np.ndarray, np.ndarray]:
    """Return rows of which half of the columns are 0 or 1 and one is all but empty; origins."""
    rng = np.random.default_rng(4)
    rows = rng.normal(size=(count, 8)).astype(np.float32)
    rows[:, :4] = rows[:, :4] > 0.5
    rows[:, 7] = np.arange(count) == 0
    return rows, (rows[:, 0] + 2 * (rows[:, 5] > 0)).astype(int)


def test_flat_trees_say_what_those_of_scikit_learn_say() -> None:
    rows, origins = made_up()
    trees = train_trees(csr_matrix(rows), origins, NO_MEANS, RECIPE)
    assert trees.columns.tolist() == list(range(7))
    model = boosted(RECIPE).fit(rows[:, :7], origins)
    others = np.random.default_rng(5).normal(size=(500, 8)).astype(np.float32)
    both = np.concatenate([rows, others])
    expected = model.predict_proba(both[:, :7])
    assert trees.probabilities(both) == pytest.approx(expected, abs=1e-5)


UNKNOWN = 0.125


def stump(limit: float = 0.5) -> Trees:
    """Return one round of two trees: a split on the second feature, and a leaf alone."""
    return Trees(
        columns=np.array([1], dtype=np.int32),
        unknown=np.array([UNKNOWN], dtype=np.float32),
        roots=np.array([[0, 3]], dtype=np.int32),
        feature=np.zeros(4, dtype=np.int16),
        limit=np.array([limit, 0, 0, 0], dtype=np.float32),
        lower=np.array([1, 1, 2, 3], dtype=np.int32),
        upper=np.array([2, 1, 2, 3], dtype=np.int32),
        share=np.array([0.75, 0, 0, 0], dtype=np.float32),
        value=np.array([0, -1, 2, 0.25], dtype=np.float32),
        start=np.array([0.5, 0], dtype=np.float32),
    )


def test_a_tree_walked_by_hand_the_limit_itself_goes_below() -> None:
    rows = np.array([[9, 0.5], [9, 0.51]], dtype=np.float32)
    expected = softmax(np.array([[-0.5, 0.25], [2.5, 0.25]]))
    assert stump().probabilities(rows) == pytest.approx(expected)
    assert trees_from(stump().arrays()).probabilities(rows) == pytest.approx(expected)


def test_where_nothing_is_known_both_ways_are_gone() -> None:
    rows = np.array([[9, UNKNOWN], [9, 0.12]], dtype=np.float32)
    between = 0.75 * -1 + 0.25 * 2
    expected = softmax(np.array([[0.5 + between, 0.25], [-0.5, 0.25]]))
    assert stump().probabilities(rows) == pytest.approx(expected)


def test_an_unknown_feature_answers_between_its_values() -> None:
    rows, origins = made_up()
    mean = rows[:, 0].mean()
    means = NO_MEANS.copy()
    means[0] = mean
    trees = train_trees(csr_matrix(rows), origins, means, RECIPE)
    zero, one, unknown = (rows[:1].copy() for _ in range(3))
    zero[0, 0], one[0, 0], unknown[0, 0] = 0, 1, mean
    answers = [trees.probabilities(row)[0, [0, 2]].sum() for row in (zero, unknown, one)]
    assert answers[0] > answers[1] + 0.05 > answers[2] + 0.1


@pytest.mark.parametrize("weight", [0.0, 1.0])
def test_the_weight_is_how_far_trees_count_and_subtypes_are_divided_by_networks(
    weight: float,
) -> None:
    blank = np.zeros((2, 6), dtype=np.float32)
    network = Network(
        blank,
        np.zeros(6, dtype=np.float32),
        np.zeros((1, 2, 4), dtype=np.float32),
        np.log(np.array([[1, 3, 2, 2]], dtype=np.float32)),
        np.array([0, 0, 1, 1]),
    )
    classifier = Classifier(network, stump(), weight)
    row = np.array([[0, 1]], dtype=np.float32)
    networks = np.array([1 + np.sqrt(3), 2 * np.sqrt(2)])
    expected = stump().probabilities(row)[0] if weight else networks / networks.sum()
    assert classifier.posterior(row, np.zeros(4))[0] == pytest.approx(expected, abs=1e-6)
    subtypes = softmax(classifier.log_probabilities(row))[0]
    assert subtypes[1] / subtypes[0] == pytest.approx(np.sqrt(3))
    assert subtypes[2] == pytest.approx(subtypes[3])


@pytest.mark.parametrize("origins", [[0, 1] * 20, [0, 1, 3] * 20])
def test_too_few_origins_or_one_without_a_sample_are_refused(origins: list[int]) -> None:
    rows = csr_matrix(np.ones((len(origins), 2), dtype=np.float32))
    with pytest.raises(ValueError, match="three origins or more"):
        train_trees(rows, np.array(origins), NO_MEANS[:2], RECIPE)
