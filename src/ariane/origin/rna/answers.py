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


class Answers(NamedTuple):
    """`scores`: log-probabilities of kinds, not tempered; `distance`: how far from the nearest kind.

    `composition`: shares of each normal tissue and, last, of the tumour; no column where unknown.
    """

    scores: Floats
    distance: Floats
    composition: Floats


class Seen(NamedTuple):
    """A panel as samples with the same known genes see it."""

    fitted: Fitted
    view: View
    gaussians: SeenGaussians

    def answers(self, standardised: Floats) -> Answers:
        """Return answers on standardised levels (samples x known genes)."""
        coordinates = standardised @ self.view.projection
        fit = self.gaussians.fit(coordinates)
        inputs = self.fitted.factors.expected(coordinates, self.view) / self.fitted.scale
        networks = np.log(self.fitted.networks.probabilities(inputs) + SMALLEST)
        heated = fit.density / self.fitted.heat
        gaussians = np.log(softmax(heated) + SMALLEST)
        weight = self.fitted.weight
        parts = self.fitted.composition
        return Answers(
            (1 - weight) * networks + weight * gaussians,
            fit.distance.min(axis=1),
            np.empty((len(inputs), 0)) if parts is None else parts.probabilities(inputs),
        )


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
    count = len(values)
    whole = Answers(
        np.empty((count, len(fitted.kinds))), np.empty(count), np.empty((count, parts))
    )
    for places, genes in alike(values):
        levels = fitted.factors.standardised(values[np.ix_(places, genes)], genes)
        for held, part in zip(whole, seen(fitted, genes).answers(levels), strict=True):
            held[places] = part
    return whole
