"""The weight of each kind of evidence: fitted on patients, bound to a model, said where missing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ariane.origin.combine import combine
from ariane.origin.model_file import shipped_cards
from ariane.origin.reliability import FITTED, UNFITTED, fitted_for, weight_of
from ariane.origin.reliability_fit import fit_weight, log_ratios
from ariane.origin.report_reading import report_from_data

MODEL = {"name": "dna-panel", "version": "1.1.0", "sha256": "0"}


def simulated(sharpness: float, patients: int = 4000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return posteriors, priors and origins of patients whose kind is too sure by `sharpness`."""
    draw = np.random.default_rng(3)
    prior = np.array([0.5, 0.3, 0.2])
    truth = draw.choice(3, patients, p=prior)
    ratios = draw.normal(0, 1, (patients, 3))  # N(1, 1) where true: log-ratio of that is x - 1/2
    ratios[np.arange(patients), truth] += 1
    scores = np.log(prior) + sharpness * ratios
    shares = np.exp(scores)
    return shares / shares.sum(axis=1, keepdims=True), np.tile(prior, (patients, 1)), truth


@pytest.mark.parametrize("sharpness", [1.0, 2.0])
def test_a_kind_that_is_too_sure_is_weighed_down_to_what_it_is_worth(sharpness: float) -> None:
    weight, low, high = fit_weight(*simulated(sharpness))
    assert weight == pytest.approx(1 / sharpness, abs=0.08)
    assert low <= weight <= high


def test_evidence_that_says_nothing_of_an_origin_adds_nothing() -> None:
    ratios = log_ratios(np.array([[0.9, 0.1, 0.0]]), np.array([[0.5, 0.5, 0.0]]))
    assert ratios[0, 2] == 0
    assert ratios[0, 0] == pytest.approx(math.log(1.8))


def test_what_was_fitted_belongs_to_models_that_are_shipped() -> None:
    models = {f"{card.name} {card.version}": card.source for card in shipped_cards()}
    for model, known in FITTED.items():
        assert models[model] == known.kind
        assert known.low <= known.weight <= known.high
        assert known.n > 100
        assert known.source


def test_another_model_of_the_kind_counts_in_full() -> None:
    assert weight_of("dna", "dna-panel 1.1.0") == FITTED["dna-panel 1.1.0"].weight
    assert weight_of("dna", "another 1") == UNFITTED
    assert fitted_for("rna", "dna-panel 1.1.0") is None


def report(model: dict[str, str]) -> dict[str, object]:
    return {
        "sample_id": "T-1",
        "source": "dna",
        "model": model,
        "posterior": {"PAAD": 0.8, "BILIARY": 0.2},
        "set90": ["PAAD"],
        "abstained": False,
        "qc": {"verdict": "pass", "reasons": []},
    }


def reasons(model: dict[str, str], **weights: float) -> list[str]:
    found = combine([report_from_data(report(model))], None, weights)
    return [str(reason) for reason in found.report.quality.reasons]


def test_a_weight_that_was_not_fitted_or_was_given_is_said() -> None:
    assert not any("weight" in reason for reason in reasons(MODEL))
    other = {**MODEL, "version": "9"}
    assert "weight-not-fitted: dna (dna-panel 9)" in reasons(other)
    assert "weight-given: dna 0.5" in reasons(other, dna=0.5)


def test_the_fitted_weight_is_the_one_that_counts() -> None:
    found = combine([report_from_data(report(MODEL))], None)
    weight = FITTED["dna-panel 1.1.0"].weight
    assert found.weights == {"dna": weight}
    shares = found.report.posterior
    assert shares["PAAD"] / shares["BILIARY"] == pytest.approx(4**weight)
