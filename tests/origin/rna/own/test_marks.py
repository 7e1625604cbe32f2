"""Where a model stops is set on tumours that it had not seen."""

from __future__ import annotations

import numpy as np

from ariane.origin.rna.cohort import cohort_of
from ariane.origin.rna.network_training import NetworkRecipe
from ariane.origin.rna.openset import REFUSED_FAR, SIGNS
from ariane.origin.rna.own.held_out import HeldOut, together
from ariane.origin.rna.own.learner import in_logarithms
from ariane.origin.rna.own.marks import marks
from ariane.origin.rna.scale import Scale
from ariane.origin.rna.training import Recipe, fit


def held_out(normal: np.ndarray, tumour: np.ndarray) -> HeldOut:
    count = len(tumour)
    signs = np.tile(np.arange(count, dtype=float)[:, None], (1, len(SIGNS)))
    nothing = np.empty(0)
    places = np.arange(count)
    empty = (nothing.astype(int), np.empty((0, 2)), np.empty((0, len(SIGNS))), nothing, nothing)
    return HeldOut(places, np.zeros((count, 2)), signs, tumour, *empty, normal)


def small() -> tuple:  # type: ignore[type-arg]
    values = np.random.default_rng(0).normal(8, 2, (24, 12)).astype(np.float32)
    values += np.arange(12, dtype=np.float32)
    genes = tuple(f"G{number}" for number in range(12))
    kinds = ["PRAD", "BRCA"] * 12
    origins = {"PRAD": "PRAD", "BRCA": "BRCA"}
    groups = [str(number) for number in range(24)]
    cohort = cohort_of(genes, values, kinds, origins, np.ones(24, dtype=bool), groups)
    network = NetworkRecipe(hidden=(4, 4), rounds=1, networks=1)
    return cohort, fit(cohort, Recipe(factors=3, copies=2, network=network))


def test_without_origins_left_out_only_distance_refuses_and_nothing_is_said_of_normal() -> None:
    found = marks(held_out(np.empty(0), np.ones(100)), [], *small())
    assert found["oddness"]["weights"] == [0] * len(SIGNS)
    assert found["most_odd"] > found["oddness"]["bias"] == 0
    assert (found["least_tumour"], found["host_error"]) == (0.0, 1.0)
    mark = 99 * (1 - REFUSED_FAR)
    assert all(abs(each - mark) < 0.001 for each in found["most_far"])
    assert 0 < found["least_order"] < 1


def test_with_origins_left_out_few_known_tumours_are_odd() -> None:
    known = np.tile(np.linspace(0, 1, 50)[:, None], (1, len(SIGNS)))
    held = held_out(np.linspace(0, 0.2, 20), np.linspace(0.3, 1, 100))
    found = marks(held, [(known, known + 3)], *small())
    assert min(found["oddness"]["weights"]) > 0
    assert 0.2 < found["least_tumour"] <= 0.3


def test_folds_come_together_in_the_order_of_the_cohort() -> None:
    whole = held_out(np.array([0.1]), np.array([0.9, 0.8, 0.7]))
    parts = [
        whole._replace(place=np.array([4, 0, 2]))._asdict(),
        whole._replace(place=np.array([5, 1, 3]))._asdict(),
    ]
    joined = together(parts)
    assert joined.place.tolist() == [0, 1, 2, 3, 4, 5]
    assert joined.tumour.tolist() == [0.8, 0.8, 0.7, 0.7, 0.9, 0.9]
    assert joined.normal.tolist() == [0.1, 0.1]


def test_every_scale_comes_to_logarithms_and_the_unknown_to_the_mean_of_its_gene() -> None:
    counts = np.array([[1, 3], [20, np.nan]], dtype=np.float32)
    found = in_logarithms(counts, Scale.COUNTS)
    expected = np.log2(np.array([250_000, 750_000, 1_000_000]) + 1)
    assert np.allclose([*found[0], found[1, 0]], expected)
    assert found[1, 1] == found[0, 1]
    assert np.array_equal(in_logarithms(np.array([[3.0], [7.0]]), Scale.LINEAR), [[2], [3]])
    assert np.array_equal(in_logarithms(np.array([[3.0], [-7.0]]), Scale.LOGARITHM), [[3], [-7]])
