"""Codes, reports, calibration, conformal sets, model files: what every evidence shares."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.origin import calibration, conformal
from ariane.origin.abstention import AbstentionRule, decided
from ariane.origin.codes import BY_CODE, BY_ONCOTREE, ORIGINS
from ariane.origin.model_file import (
    Measure,
    ModelCard,
    ModelFileError,
    content_sha256,
    load,
    save,
    shipped_cards,
)
from ariane.origin.report import (
    ClassValidation,
    Evidence,
    EvidenceSource,
    ModelReference,
    OriginReport,
    QualityCheck,
    Reason,
    Verdict,
    posterior_of,
    report_data,
)
from ariane.wording.catalogue import say
from ariane.wording.language import Language

PASSED = QualityCheck(Verdict.PASS)


def report(**changes: object) -> OriginReport:
    fields: dict[str, object] = {
        "sample_id": "P-1",
        "source": EvidenceSource.DNA,
        "model": ModelReference("m", "1", "ab"),
        "posterior": {"PAAD": 0.7, "BILIARY": 0.3},
        "set90": ("PAAD", "BILIARY"),
        "abstained": False,
        "quality": PASSED,
        "evidence": (Evidence("KRAS 12:25398284 C>T", {"PAAD": 1.9}),),
    }
    return OriginReport(**{**fields, **changes})  # type: ignore[arg-type]


def test_each_code_stands_once_and_has_a_name_in_both_languages() -> None:
    assert len(BY_CODE) == len(ORIGINS) == 37
    assert sum(len(origin.oncotree) for origin in ORIGINS) == len(BY_ONCOTREE)
    for code in BY_CODE:
        assert all(say(f"origin:name.{code}", language) for language in Language)


def test_a_report_has_the_form_that_programs_rely_on() -> None:
    data = report_data(report(validation={"PAAD": ClassValidation(10, 0.9, None)}))
    assert json.loads(json.dumps(data)) == {
        "sample_id": "P-1",
        "source": "dna",
        "model": {"name": "m", "version": "1", "sha256": "ab"},
        "posterior": {"PAAD": 0.7, "BILIARY": 0.3},
        "set90": ["PAAD", "BILIARY"],
        "abstained": False,
        "qc": {"verdict": "pass", "reasons": []},
        "evidence": [{"feature": "KRAS 12:25398284 C>T", "log_odds": {"PAAD": 1.9}}],
        "validation": {"PAAD": {"n": 10, "recall": 0.9, "precision": None}},
    }


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"posterior": {"PAAD": 0.7, "BILIARY": 0.2}}, "sum to 1"),
        ({"posterior": {"PAAD": 1.2, "BILIARY": -0.2}}, "outside"),
        ({"posterior": {"PANCREAS": 1.0}}, "no such origin"),
        ({"posterior": {"PAAD": float("nan"), "BILIARY": 0.3}}, "outside"),
        ({"set90": ("HCC",)}, "no probability"),
        ({"abstained": True}, "needs a reason"),
    ],
)
def test_a_report_that_does_not_add_up_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        report(**changes)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=37).filter(lambda s: sum(s) > 1e-6))
def test_a_posterior_sums_to_one(shares: list[float]) -> None:
    codes = list(BY_CODE)[: len(shares)]
    assert sum(posterior_of(codes, shares).values()) == pytest.approx(1)


def test_abstains_below_the_threshold_and_says_why() -> None:
    rule = AbstentionRule(0.8, 0.97)
    assert decided({"PAAD": 0.8, "HCC": 0.2}, PASSED, rule) == (False, PASSED)
    abstained, quality = decided({"PAAD": 0.79, "HCC": 0.21}, PASSED, rule)
    assert abstained
    assert [reason.code for reason in quality.reasons] == ["not-sure-enough"]
    assert quality.verdict is Verdict.PASS


def test_abstains_on_input_that_failed() -> None:
    failed = QualityCheck(Verdict.FAIL, (Reason("no-mutation"),))
    assert decided({"PAAD": 1.0}, failed, AbstentionRule(0.5, 0.97)) == (True, failed)


def drawn(n: int = 4000, sharpness: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    """Scores of five classes, and truths drawn with just the probabilities they say."""
    rng = np.random.default_rng(1)
    scores = rng.normal(0, sharpness, (n, 5))
    cumulated = calibration.softmax(scores).cumsum(axis=1)
    return scores, (rng.random((n, 1)) > cumulated).sum(axis=1)


def test_temperature_is_found_again() -> None:
    scores, truth = drawn()
    assert calibration.fit_temperature(scores * 1.7, truth) == pytest.approx(1.7, rel=0.1)


def test_calibration_error_is_small_where_probabilities_are_true_and_large_where_not() -> None:
    scores, truth = drawn()
    honest, boastful = calibration.softmax(scores), calibration.softmax(scores * 4)
    assert calibration.expected_calibration_error(honest, truth) < 0.03
    assert calibration.expected_calibration_error(boastful, truth) > 0.1


def test_share_and_threshold_at_a_precision_by_hand() -> None:
    probabilities = np.array([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3], [0.6, 0.4]])
    truth = np.array([0, 0, 1, 0])
    assert calibration.share_at_precision(probabilities, truth, 0.97) == 0.5
    assert calibration.threshold_for_precision(probabilities, truth, 0.97) == 0.8
    assert calibration.share_at_precision(probabilities, truth, 0.75) == 1
    assert calibration.threshold_for_precision(probabilities, 1 - truth, 0.97) > 1
    assert calibration.top_share(probabilities, truth, 1) == 0.75
    assert calibration.top_share(probabilities, truth, 2) == 1


def test_conformal_sets_cover_nine_in_ten_of_new_patients() -> None:
    scores, truth = drawn()
    probabilities = calibration.softmax(scores)
    seen, new = slice(0, 2000), slice(2000, None)
    threshold = conformal.fit_threshold(conformal.truth_scores(probabilities[seen], truth[seen]))
    assert conformal.covered(probabilities[new], truth[new], threshold).mean() == pytest.approx(
        0.9, abs=0.025
    )
    sets = [conformal.prediction_set(each, threshold) for each in probabilities[new]]
    assert [len(each) for each in sets] == conformal.set_sizes(
        probabilities[new], threshold
    ).tolist()
    assert all(sets)


def test_too_few_patients_give_a_set_of_everything() -> None:
    threshold = conformal.fit_threshold(np.array([0.1, 0.2]))
    assert conformal.prediction_set(np.array([0.9, 0.1]), threshold) == (0, 1)


def card(arrays: dict[str, np.ndarray]) -> ModelCard:
    return ModelCard(
        name="small",
        version="1",
        source="dna",
        sha256=content_sha256(arrays),
        classes=("PAAD", "HCC"),
        data=({"name": "made up"},),
        licence="none",
        limits=(),
        measured=(Measure("all", "top1", 0.5, 0.4, 0.6, 10),),
        validation={"PAAD": ClassValidation(5, 0.5, None)},
        settings={"temperature": 1.1},
    )


def test_a_model_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    arrays = {"weights": np.arange(6.0).reshape(2, 3), "names": np.array(["a", "bc"])}
    save(card(arrays), arrays, tmp_path)
    read, held = load("small", tmp_path)
    assert read == card(arrays)
    assert all((held[name] == arrays[name]).all() for name in arrays)
    assert shipped_cards(tmp_path) == (read,)


def test_an_altered_model_is_refused(tmp_path: Path) -> None:
    arrays = {"weights": np.zeros(3)}
    save(card(arrays), arrays, tmp_path)
    with open(tmp_path / "small.npz", "wb") as stream:
        np.savez(stream, weights=np.ones(3))
    with pytest.raises(ModelFileError, match="sha256"):
        load("small", tmp_path)
    with pytest.raises(ModelFileError, match="other"):
        load("other", tmp_path)


def test_a_pickle_is_never_read(tmp_path: Path) -> None:
    arrays = {"weights": np.zeros(3)}
    save(card(arrays), arrays, tmp_path)
    with open(tmp_path / "small.npz", "wb") as stream:
        np.savez(stream, weights=np.array([{}], dtype=object))
    with pytest.raises(ModelFileError):
        load("small", tmp_path)
