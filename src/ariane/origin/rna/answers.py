"""What a trained panel says of samples, whichever of its genes they have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.calibration import softmax
from ariane.origin.rna.factors import View
from ariane.origin.rna.gaussians import SeenGaussians
from ariane.origin.rna.training import Fitted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

SMALLEST = 1e-9
"""Least probability that networks or Gaussians give: neither can veto alone."""
TINY = 1e-300


class Answers(NamedTuple):
    """What networks and Gaussians say (log-probabilities of kinds), and how odd a sample is.

    `distance`: squared, for each coordinate, from the nearest kind; `from_all`: from the middle of
    all tumours; `left_over`: variance of the genes' levels that the factors do not explain.
    `composition`: shares of each normal tissue and, last, of the tumour; no column where unknown.
    """

    networks: Floats
    gaussians: Floats
    distance: Floats
    from_all: Floats
    left_over: Floats
    composition: Floats


def scores(fitted: Fitted, answers: Answers) -> Floats:
    """Return log-probabilities of kinds, both together, not tempered."""
    weight = fitted.weight
    return (1 - weight) * answers.networks + weight * answers.gaussians


class Seen(NamedTuple):
    """A panel as samples with the same known genes see it."""

    fitted: Fitted
    view: View
    gaussians: SeenGaussians

    def answers(self, standardised: Floats) -> Answers:
        """Return answers on standardised levels (samples x known genes)."""
        coordinates = standardised @ self.view.projection
        fit = self.gaussians.fit(coordinates)
        factors, parts = self.fitted.factors, self.fitted.composition
        inputs = factors.expected(coordinates, self.view) / self.fitted.scale
        return Answers(
            np.log(self.fitted.networks.probabilities(inputs) + SMALLEST),
            np.log(softmax(fit.density / self.fitted.heat) + SMALLEST),
            self._steadied(fit.distance.min(axis=1)),
            self._steadied(factors.distance(coordinates, self.view)),
            factors.left_over(standardised, coordinates, self.view),
            np.empty((len(inputs), 0)) if parts is None else parts.probabilities(inputs),
        )

    def log_odds(self, standardised: Floats) -> Floats:
        """Return log-odds of kinds (samples x kinds) with no least probability: how genes weigh."""
        coordinates = standardised @ self.view.projection
        inputs = self.fitted.factors.expected(coordinates, self.view) / self.fitted.scale
        networks = np.log(self.fitted.networks.probabilities(inputs) + TINY)
        density = self.gaussians.fit(coordinates).density / self.fitted.heat
        weight = self.fitted.weight
        return np.asarray((1 - weight) * networks + weight * density)

    def _steadied(self, distance: Floats) -> Floats:
        """Return distances drawn to 1 where they rest on few coordinates, which scatter more."""
        whole, seen = self.view.rotation.shape
        return np.asarray(distance ** np.sqrt(seen / whole))


def seen(fitted: Fitted, genes: Places) -> Seen:
    """Return a panel as these known genes (places in the panel) see it."""
    view = fitted.factors.view(genes)
    return Seen(fitted, view, fitted.gaussians.seen(view))


def alike(values: NDArray[np.floating]) -> Iterator[tuple[Places, Places]]:
    """Yield the places of samples that have the same genes known, and of these genes."""
    known = ~np.isnan(values)
    packed = [row.tobytes() for row in np.packbits(known, axis=1)]
    groups: dict[bytes, list[int]] = {}
    for place, pattern in enumerate(packed):
        groups.setdefault(pattern, []).append(place)
    for places in groups.values():
        yield np.array(places), np.flatnonzero(known[places[0]])


def answered(fitted: Fitted, values: NDArray[np.floating]) -> Answers:
    """Return answers on samples (samples x genes of the panel, NaN where unknown)."""
    parts = 0 if fitted.composition is None else len(fitted.tissues) + 1
    count, kinds = len(values), len(fitted.kinds)
    widths = ((kinds,), (kinds,), (), (), (), (parts,))
    whole = Answers(*(np.empty((count, *width)) for width in widths))
    for places, genes in alike(values):
        levels = fitted.factors.standardised(values[np.ix_(places, genes)], genes)
        for held, part in zip(whole, seen(fitted, genes).answers(levels), strict=True):
            held[places] = part
    return whole
