"""Patients whom the model has not seen: cross-fitted answers, and the thresholds that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.calibration import softmax, threshold_for_precision
from ariane.origin.conformal import fit_threshold, truth_scores
from ariane.origin.dna.network import added_up
from ariane.origin.dna.priors import METASTASIS, NONE, SitePriors
from ariane.origin.dna.training import Fitted, Recipe, encoded, fit
from ariane.origin.dna.variant import DnaSample
from ariane.origin.report import ClassValidation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

Each = Callable[[Callable[[int], "HeldOut"], Iterable[int]], Iterable["HeldOut"]]
FOLDS = 5
AT_ONCE = 500
"""Samples that are answered about together."""
LEAST_OF_GROUP = 300
"""Held-out patients below which a site takes the threshold of all metastases."""
PRECISION = 0.975
"""Aimed at among held-out patients, so that 97% is kept on others."""


class HeldOut(NamedTuple):
    """Answers about patients, each from a model that has not seen the patient.

    `scores`: log-probabilities of subtypes, not yet tempered; `ratios`: logarithms of the prior
    ratio of the patient's group (samples x subtypes); `groups` by name.
    """

    scores: Floats
    ratios: Floats
    groups: NDArray[np.str_]

    def posterior(self, temperature: float, parents: Places, use_site: bool = True) -> Floats:
        """Return probabilities of origins."""
        scores = self.scores / temperature + (self.ratios if use_site else 0)
        return added_up(softmax(scores), parents)


def answered(fitted: Fitted, samples: Sequence[DnaSample], priors: SitePriors) -> HeldOut:
    """Return a fitted model's answers about samples, with the prior of each one's group."""
    rows = encoded(fitted.encoder, samples)
    scores = [
        fitted.classifier.log_probabilities(rows[first : first + AT_ONCE].toarray())
        for first in range(0, len(samples), AT_ONCE)
    ]
    groups = np.array([priors.group(sample, use_site=True) for sample in samples])
    ratios = np.array([priors.log_ratio(group) for group in groups.tolist()])
    return HeldOut(np.concatenate(scores), ratios, groups)


def stratified_folds(targets: Places, folds: int = FOLDS, seed: int = 1) -> Places:
    """Return a fold for each patient, the subtypes spread evenly; one sample a patient."""
    drawn = np.random.default_rng(seed).random(len(targets))
    order = np.lexsort((drawn, targets))
    places = np.empty(len(targets), dtype=np.intp)
    places[order] = np.arange(len(targets)) % folds
    return places


def cross_fitted(
    samples: Sequence[DnaSample],
    targets: Places,
    parents: Places,
    recipe: Recipe,
    folds: Places,
    each: Each = map,
) -> HeldOut:
    """Return answers about every patient from models trained on the other folds.

    `each` goes through the folds: `map`, or that of a pool of processes.
    """
    shape = (len(samples), len(parents))
    held = HeldOut(np.empty(shape), np.empty(shape), np.empty(len(samples), dtype="U40"))
    numbers = range(int(folds.max()) + 1)
    asked = partial(_without, samples, targets, parents, recipe, folds)
    for fold, part in zip(numbers, each(asked, numbers), strict=True):
        for whole, piece in zip(held, part, strict=True):
            whole[folds == fold] = piece
    return held


def _without(
    samples: Sequence[DnaSample],
    targets: Places,
    parents: Places,
    recipe: Recipe,
    folds: Places,
    fold: int,
) -> HeldOut:
    """Train without a fold and answer about it."""
    inside = np.flatnonzero(folds == fold).tolist()
    outside = np.flatnonzero(folds != fold).tolist()
    fitted = fit([samples[i] for i in outside], targets[outside], parents, recipe)
    return answered(fitted, [samples[i] for i in inside], fitted.priors)


def group_thresholds(
    probabilities: Floats, truth: Places, groups: NDArray[np.str_], none: Floats
) -> dict[str, dict[str, float]]:
    """Return, for each group that is large enough, the conformal and the abstention threshold.

    `none`: probabilities of the same patients without the site as prior.
    """
    metastases = groups != "primary"
    parts = {
        str(group): groups == group
        for group in np.unique(groups)
        if (groups == group).sum() >= LEAST_OF_GROUP
    }
    parts[METASTASIS] = metastases
    found = {group: _thresholds(probabilities[part], truth[part]) for group, part in parts.items()}
    found[NONE] = _thresholds(none[metastases], truth[metastases])
    return found


def _thresholds(probabilities: Floats, truth: Places) -> dict[str, float]:
    return {
        "set90": round(fit_threshold(truth_scores(probabilities, truth)), 5),
        "answer": round(threshold_for_precision(probabilities, truth, PRECISION), 5),
    }


def class_validation(
    probabilities: Floats, truth: Places, classes: Sequence[str]
) -> dict[str, ClassValidation]:
    """Return how each origin did among held-out patients."""
    first = probabilities.argmax(axis=1)
    return {
        code: ClassValidation(
            int((truth == place).sum()),
            _share((first == place)[truth == place]),
            _share((truth == place)[first == place]),
        )
        for place, code in enumerate(classes)
    }


def _share(held: NDArray[np.bool_]) -> float | None:
    return round(float(held.mean()), 3) if len(held) else None
