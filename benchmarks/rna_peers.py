"""Simple models, and a variational autoencoder, on the same tumours and folds as the RNA panels."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
from rna_cohorts import folds_by_hospital
from rna_measures import line

from ariane.origin.model_file import Measure
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.ranks import sample_ranks

Learn = Callable[[np.ndarray, np.ndarray], Callable[[np.ndarray], np.ndarray]]
SETTINGS = ("rna-whole", "rna-half", "rna-rescaled")


def peers_measured(panel: str, cohort: Cohort) -> list[Measure]:
    """Measure each peer: whole samples, half of the genes (the others at their mean), x 0.8 + 1."""
    peers: dict[str, Learn] = {
        "regression": _regression(False),
        "ranks-regression": _regression(True),
        "ranks-svm": _svm,
    }
    if find_spec("torch") is None:
        print("variational autoencoder: not run, torch cannot be imported", flush=True)
    else:
        from rna_vae import vae_regression

        peers["ranks-vae"] = vae_regression
    return [each for name, learn in peers.items() for each in _measured(panel, name, learn, cohort)]


def _measured(panel: str, name: str, learn: Learn, cohort: Cohort) -> list[Measure]:
    folds = folds_by_hospital(cohort)
    right: dict[str, list[bool]] = {setting: [] for setting in SETTINGS}
    for fold in range(int(folds.max()) + 1):
        outside = (folds != fold) & cohort.tumour
        inside = (folds == fold) & cohort.tumour
        predict = learn(cohort.values[outside], cohort.origin[outside])
        rng = np.random.default_rng(fold)
        lacking = cohort.values[inside].copy()
        lacking[:, rng.random(lacking.shape[1]) < 0.5] = np.nan
        for setting, values in zip(
            SETTINGS,
            (cohort.values[inside], lacking, cohort.values[inside] * 0.8 + 1),
            strict=True,
        ):
            right[setting] += list(predict(values) == cohort.origin[inside])
    return [line(panel, setting, name, values) for setting, values in right.items()]


def standardiser(values: np.ndarray, ranked: bool) -> Callable[[np.ndarray], np.ndarray]:
    """Return what makes inputs of values: ranks or values, standardised, unknown at the mean."""
    held = sample_ranks(values) if ranked else values
    mean, spread = held.mean(axis=0), held.std(axis=0) + 1e-3

    def inputs(given: np.ndarray) -> np.ndarray:
        seen = sample_ranks(given.astype(np.float32)) if ranked else given
        return np.nan_to_num((seen - mean) / spread)

    return inputs


def _regression(ranked: bool) -> Learn:
    def learn(values: np.ndarray, truth: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        from sklearn.linear_model import LogisticRegression

        inputs = standardiser(values, ranked)
        smoothness = 0.1 if values.shape[1] < 1000 else 0.001
        fitted = LogisticRegression(C=smoothness, max_iter=200).fit(inputs(values), truth)
        return lambda given: np.asarray(fitted.predict(inputs(given)))

    return learn


def _svm(values: np.ndarray, truth: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    from sklearn.svm import SVC

    inputs = standardiser(values, ranked=True)
    fitted = SVC(C=5, gamma=0.45 / values.shape[1]).fit(inputs(values), truth)
    return lambda given: np.asarray(fitted.predict(inputs(given)))
