"""Where a model stops: tumours unlike all it knows, normal tissue, what is no expression."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.rna.cohort import Cohort
from ariane.origin.rna.openset import SIGNS, Oddness, fit_oddness, oddness_data, refusal_of
from ariane.origin.rna.own.held_out import HeldOut
from ariane.origin.rna.quality import order
from ariane.origin.rna.training import Fitted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAWN = 300
"""Tumours that each origin left out counts as."""
LEAST_ORIGINS = 4
"""Origins below which none is left out to learn what an unseen one looks like."""


def marks(
    held: HeldOut, unseen: Sequence[tuple[Floats, Floats]], cohort: Cohort, fitted: Fitted
) -> dict[str, Any]:
    """Return what the card holds; `unseen`: signs of known tumours and of an origin left out."""
    oddness = oddness_of(unseen)
    settings = [each for each in (held.signs, held.mixed_signs) if len(each)]
    refusal = refusal_of(oddness, settings)
    tumours = np.concatenate([held.tumour, held.mixed_tumour])
    return {
        "oddness": oddness_data(oddness),
        "most_odd": refusal.odd if unseen else 1.0,
        "most_far": refusal.far.tolist(),
        "least_tumour": least_tumour(tumours, held.normal) if len(held.normal) else 0.0,
        "host_error": round(float(held.mixed_error.mean()), 3) if len(held.mixed_error) else 1.0,
        "least_order": least_order(cohort, fitted),
    }


def oddness_of(unseen: Sequence[tuple[Floats, Floats]]) -> Oddness:
    """Fit the weights on origins left out, each counting alike; weights of 0 without any."""
    if not unseen:
        nothing = np.zeros(len(SIGNS))
        return Oddness(nothing, np.ones(len(SIGNS)), nothing, 0.0)
    rng = np.random.default_rng(0)
    drawn = [odd[rng.integers(0, len(odd), DRAWN)] for _, odd in unseen]
    return fit_oddness(np.concatenate([known for known, _ in unseen]), np.concatenate(drawn))


def least_tumour(tumours: Floats, normals: Floats) -> float:
    """Return the share of tumour that best parts tumours, mixed or whole, from normal tissue."""
    tried = np.arange(0.02, 0.51, 0.01)
    merit = [(tumours >= mark).mean() + (normals < mark).mean() for mark in tried]
    return round(float(tried[int(np.argmax(merit))]), 2)


def least_order(cohort: Cohort, fitted: Fitted) -> float:
    """Return half of the least agreement in the order of genes that a training sample has."""
    factors = fitted.factors
    rows = factors.standardised(cohort.values, np.arange(len(cohort.genes)))
    return round(min(order(row, factors.mean, factors.spread) for row in rows) / 2, 3)
