"""The map of a cohort: aggregates only, the shipped one whole, samples placed where they belong."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from ariane.origin.cohort_map import LEAST_PATIENTS, CohortMap, fit_map, load_map, save_map
from ariane.origin.model_file import ModelCard, ModelFileError, load_card

CLASSES = ("BILIARY", "COADREAD", "PAAD", "PRAD")


def drawn(patients: int = 200) -> CohortMap:
    """Return a map that mixes up bile duct and pancreas; the prostate has 9 patients."""
    draw = np.random.default_rng(5)
    truth = np.concatenate([draw.choice(3, patients), np.full(LEAST_PATIENTS - 1, 3)])
    scores = draw.normal(0, 0.5, (len(truth), 4))
    scores[np.arange(len(truth)), truth] += 3
    scores[np.isin(truth, (0, 2))] += np.array([2, 0, 2, 0])
    shares = np.exp(scores)
    return fit_map(shares / shares.sum(axis=1, keepdims=True), truth, CLASSES)


def shipped() -> tuple[ModelCard, CohortMap]:
    card = load_card("dna-panel")
    found = load_map(card)
    assert found is not None
    return card, found


def test_what_is_mixed_up_stands_side_by_side() -> None:
    anchors = dict(zip(CLASSES, drawn().anchors, strict=True))
    apart = {code: float(np.linalg.norm(anchors[code] - anchors["PAAD"])) for code in CLASSES}
    assert apart["BILIARY"] == pytest.approx(2**0.5, abs=1e-3)
    assert all(np.linalg.norm(anchor) == pytest.approx(1, abs=1e-3) for anchor in anchors.values())


def test_an_origin_with_few_patients_has_no_mean_to_give_them_away() -> None:
    found = drawn()
    assert np.isnan(found.means[3]).all()
    assert np.isnan(found.covariances[3]).all()
    assert not np.isnan(found.means[:3]).any()


def test_nothing_on_a_map_has_a_row_a_patient() -> None:
    found = drawn(patients=333)
    assert all(len(array) == len(CLASSES) for array in found.arrays().values())
    _, whole = shipped()
    assert all(len(array) == len(whole.classes) for array in whole.arrays().values())
    told = whole.counts >= LEAST_PATIENTS
    assert np.isnan(whole.means[~told]).all()


def test_a_sure_sample_stands_at_its_origin_and_a_blank_one_in_the_middle() -> None:
    _, found = shipped()
    for code, anchor in zip(found.classes, found.anchors, strict=True):
        assert found.placed({code: 1.0}) == pytest.approx(tuple(anchor))
    even = dict.fromkeys(found.classes, 1 / len(found.classes))
    assert found.placed(even) == pytest.approx((0, 0), abs=1e-3)
    with pytest.raises(KeyError, match="GLIOMA"):
        found.placed({"GLIOMA": 1.0})


def test_patients_of_an_origin_stand_nearer_to_it_than_to_the_middle_of_all() -> None:
    _, found = shipped()
    large = found.counts >= 300
    reach = (found.means * found.anchors).sum(axis=1)[large]
    assert (reach > 0.25).all()


def test_a_map_is_read_as_it_was_written_and_an_altered_one_refused(tmp_path: Path) -> None:
    card, found = shipped()
    entry = save_map(card.name, found, tmp_path)
    assert entry == card.settings["map"]
    again = load_map(card, tmp_path)
    assert again is not None
    assert np.array_equal(again.means, found.means, equal_nan=True)
    moved = dataclasses.replace(found, counts=found.counts + 1)
    save_map(card.name, moved, tmp_path)
    with pytest.raises(ModelFileError, match="sha256"):
        load_map(card, tmp_path)
    (tmp_path / f"{card.name}-map.npz").unlink()
    with pytest.raises(ModelFileError):
        load_map(card, tmp_path)


def test_a_model_without_a_map_has_none() -> None:
    assert load_map(load_card("ihc-series")) is None
