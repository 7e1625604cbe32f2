"""The classifier that comes with Ariane, trained on other tumours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.rna import cohort as panel
from ariane.origin.rna.own.cohort import Cohort
from ariane.origin.rna.panels import MANY, NINETY, PANELS
from ariane.origin.rna.scale import Scale
from ariane.origin.rna.training import Fitted, Recipe, fit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float32]

NINETY_LIGHT, MANY_LIGHT = (each.light for each in PANELS)
PER_FACTOR = 3
"""Samples that a factor needs at least. Our own mark."""
LIVER = "HCC"
"""The organ most often biopsied: its normal tissue is mixed in most, where there is any."""
MILLION = 1e6


def in_logarithms(values: Values, scale: Scale) -> Values:
    """Return log2 expression (samples x genes), nothing unknown.

    Counts are divided by the total of their sample, in millions; to counts and linear values 1 is
    added. An unknown value is given the mean of its gene.
    """
    known = np.asarray(values, dtype=np.float32)
    if scale is Scale.COUNTS:
        known = known * (MILLION / np.maximum(np.nansum(known, axis=1, keepdims=True), 1))
    if scale is not Scale.LOGARITHM:
        known = np.log2(known + 1)
    return np.where(np.isnan(known), np.nanmean(known, axis=0), known).astype(np.float32)


def panel_cohort(cohort: Cohort, genes: tuple[str, ...], values: Values) -> panel.Cohort:
    """Return the samples as the training of a panel takes them."""
    kinds, groups = list(cohort.kinds), list(cohort.groups)
    return panel.cohort_of(genes, values, kinds, dict(cohort.origins), cohort.tumour, groups)


class Recipes(NamedTuple):
    """How models are trained, and those that are to be tried without an origin."""

    full: Recipe
    light: Recipe


def recipes_for(cohort: panel.Cohort, seed: int, recipes: Recipes | None = None) -> Recipes:
    """Return the recipe of the panels that come with Ariane, with as many factors as samples carry.

    Of the panel with normal tissue where there is some, else of that without.
    """
    plain = bool(cohort.tumour.all())
    shipped = Recipes(NINETY, NINETY_LIGHT) if plain else Recipes(MANY, MANY_LIGHT)
    most = max(2, min(len(cohort.kind) // PER_FACTOR, len(cohort.genes) // 2))
    return Recipes(
        *(
            each._replace(host=_host(cohort), factors=min(each.factors, most), seed=seed)
            for each in recipes or shipped
        )
    )


def fitted(cohort: panel.Cohort, recipe: Recipe) -> Fitted:
    """Train; where a part of the samples has no normal tissue of the host, another is the host."""
    tissues = _tissues(cohort)
    return fit(cohort, recipe if recipe.host in tissues else recipe._replace(host=_host(cohort)))


def _host(cohort: panel.Cohort) -> str:
    """Return the origin whose normal tissue is mixed in most: the liver, or else the first."""
    tissues = _tissues(cohort)
    return LIVER if LIVER in tissues else (tissues or [""])[0]


def _tissues(cohort: panel.Cohort) -> list[str]:
    return [cohort.codes[at] for at in np.unique(cohort.origin[~cohort.tumour]).tolist()]
