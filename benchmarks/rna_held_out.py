"""RNA panels asked about patients of hospitals that they have not seen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from rna_cohorts import folds_by_hospital

from ariane.origin.rna.admixture import mixed
from ariane.origin.rna.answers import Answers, answered, scores
from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.openset import signs
from ariane.origin.rna.shipping import SMALLEST, origin_scores
from ariane.origin.rna.training import Fitted, Recipe, fit

HALF, LIVER = 0.5, 0.6
TURNS = 3


class Asked(NamedTuple):
    """Answers on tumours: scores of origins of the cohort, signs of oddness, composition, truth.

    `host`: the share of liver that was mixed in.
    """

    scores: np.ndarray
    signs: np.ndarray
    composition: np.ndarray
    truth: np.ndarray
    folds: np.ndarray
    host: np.ndarray


def ask(cohort: Cohort, recipe: Recipe) -> dict[str, Asked]:
    """Train without each fold in turn and ask about it, in every setting."""
    folds = folds_by_hospital(cohort)
    found: dict[str, list[Asked]] = {}
    for fold in range(int(folds.max()) + 1):
        fitted = fit(cohort.part(folds != fold), recipe)
        rng = np.random.default_rng(fold)
        here = np.flatnonzero(folds == fold)
        tumours, normals = here[cohort.tumour[here]], here[~cohort.tumour[here]]
        values = cohort.values[tumours]
        lacking = values.copy()
        lacking[:, rng.random(values.shape[1]) < HALF] = np.nan
        settings = {
            "rna-whole": values,
            "rna-half": lacking,
            "rna-rescaled": values * 0.8 + 1,
            "rna-counts": np.exp2(values.astype(float)) - 1,
        }
        nothing = np.zeros(len(tumours))
        for name, given in settings.items():
            found.setdefault(name, []).append(_asked(cohort, fitted, given, tumours, fold, nothing))
        if len(normals):
            rows = _asked(cohort, fitted, cohort.values[normals], normals, fold, normals * 0.0)
            found.setdefault("rna-normal", []).append(rows)
            for name, given, share in _with_liver(cohort, tumours, normals, rng):
                rows = _asked(cohort, fitted, given, tumours, fold, share)
                found.setdefault(name, []).append(rows)
    return {
        name: Asked(*(np.concatenate(part) for part in zip(*parts, strict=True)))
        for name, parts in found.items()
    }


def _with_liver(cohort: Cohort, tumours: np.ndarray, normals: np.ndarray, rng):  # type: ignore[no-untyped-def]
    liver = normals[cohort.origin[normals] == cohort.codes.index("HCC")]
    for _ in range(TURNS):
        for name, share in (
            ("rna-liver", np.full(len(tumours), LIVER)),
            ("rna-any-liver", rng.uniform(0, 0.8, len(tumours))),
        ):
            hosts = cohort.values[rng.choice(liver, len(tumours))]
            yield name, mixed(cohort.values[tumours], hosts, share), share


def _asked(
    cohort: Cohort, fitted: Fitted, values: np.ndarray, at: np.ndarray, fold: int, host: np.ndarray
) -> Asked:
    answers = answered(fitted, values)
    return Asked(
        of_cohort(cohort, fitted, answers),
        signs(fitted, answers),
        answers.composition,
        cohort.origin[at],
        np.full(len(at), fold),
        host,
    )


def of_cohort(cohort: Cohort, fitted: Fitted, answers: Answers) -> np.ndarray:
    """Return scores of all origins of a cohort, those that a fold did not know the least."""
    found = np.full((len(answers.distance), len(cohort.codes)), np.log(SMALLEST))
    places = [cohort.codes.index(code) for code in fitted.codes]
    found[:, places] = origin_scores(fitted, scores(fitted, answers))
    return found


class Unseen(NamedTuple):
    """An origin left out of training: signs and scores of tumours known (held out) and of its own."""

    code: str
    known: np.ndarray
    unseen: np.ndarray
    known_scores: np.ndarray
    unseen_scores: np.ndarray


def leave_out_each(cohort: Cohort, recipe: Recipe) -> list[Unseen]:
    """Train without one fold and one origin, each origin in turn; the host's stays in."""
    folds = folds_by_hospital(cohort)
    found = []
    for place, code in enumerate(cohort.codes):
        if code == recipe.host:
            continue
        other = cohort.origin != place
        fitted = fit(cohort.part((folds != 0) & other), recipe)
        known = answered(fitted, cohort.values[(folds == 0) & other & cohort.tumour])
        unseen = answered(fitted, cohort.values[~other & cohort.tumour])
        found.append(
            Unseen(
                code,
                signs(fitted, known),
                signs(fitted, unseen),
                of_cohort(cohort, fitted, known),
                of_cohort(cohort, fitted, unseen),
            )
        )
    return found
