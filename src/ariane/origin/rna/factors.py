"""A few numbers that stand for the whole of a sample, from whichever genes are known.

Standardised levels are taken as a mixture of factors and noise, z = axes f + e (probabilistic
principal components: Tipping and Bishop, J R Stat Soc B 1999). What the genes at hand say of the
factors follows exactly, without filling in the genes that are missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.rna.reference import gene_quantiles, levels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

LEAST_SPREAD = 0.1
"""Added to the standard deviation of a gene (log2): silent genes are not magnified."""
LEAST_NOISE = 0.1
"""Variance of the noise at least, of standardised levels."""
INDEPENDENT = 1e-6
LEAST_FREE = 20
"""Genes beyond the coordinates from which what is left over says something."""


@dataclass(frozen=True)
class View:
    """What a set of known genes shows of the factors: coordinates = rotation' f + noise.

    `genes`: places of the known genes; `projection` (genes x coordinates) makes coordinates of
    standardised levels; `rotation` (factors x coordinates); `noise`: its variance on each.
    """

    genes: Places
    projection: Floats
    rotation: Floats
    noise: Floats


@dataclass(frozen=True)
class Factors:
    """The space of a panel: its genes, their quantiles, means and spreads, the axes.

    `axes` (genes x factors) are orthonormal; `variance` is that of each factor over the training
    tumours; `noise` the variance of what the factors leave over, a gene.
    """

    genes: tuple[str, ...]
    quantiles: NDArray[np.float16]
    mean: Floats
    spread: Floats
    axes: Floats
    variance: Floats
    noise: float

    def standardised(self, values: NDArray[np.floating], genes: Places) -> Floats:
        """Return standardised levels of samples (samples x known genes)."""
        shared = levels(values, self.quantiles, genes)
        return np.asarray((shared - self.mean[genes]) / self.spread[genes])

    def view(self, genes: Places) -> View:
        """Return what these genes show."""
        axes = self.axes[genes]
        strengths, rotation = np.linalg.eigh(axes.T @ axes)
        seen = strengths > INDEPENDENT
        strengths, rotation = strengths[seen], rotation[:, seen]
        return View(genes, axes @ rotation / strengths, rotation, self.noise / strengths)

    def expected(self, coordinates: Floats, view: View) -> Floats:
        """Return the factors expected from coordinates (samples x factors)."""
        prior = self.variance[:, None] * view.rotation
        return np.asarray(np.linalg.solve(self._spread(view), coordinates.T).T @ prior.T)

    def distance(self, coordinates: Floats, view: View) -> Floats:
        """Return the squared distance of samples from the middle of all, for each coordinate."""
        solved = np.linalg.solve(self._spread(view), coordinates.T).T
        return np.asarray((solved * coordinates).mean(axis=1))

    def left_over(self, standardised: Floats, coordinates: Floats, view: View) -> Floats:
        """Return the variance that the factors leave unexplained; 0 where genes are no more."""
        free = len(view.genes) - len(view.noise)
        if free < LEAST_FREE:
            return np.zeros(len(standardised))
        explained = (coordinates**2 * (self.noise / view.noise)).sum(axis=1)
        return np.asarray(np.maximum((standardised**2).sum(axis=1) - explained, 0) / free)

    def _spread(self, view: View) -> Floats:
        prior = self.variance[:, None] * view.rotation
        return np.asarray(view.rotation.T @ prior + np.diag(view.noise))


def fit_factors(genes: tuple[str, ...], values: NDArray[np.floating], count: int) -> Factors:
    """Fit the space on training samples (samples x genes, log2, nothing unknown)."""
    everywhere = np.arange(len(genes))
    quantiles = gene_quantiles(values)
    shared = levels(values, quantiles, everywhere)
    mean, spread = shared.mean(axis=0), shared.std(axis=0) + LEAST_SPREAD
    centred = (shared - mean) / spread
    _, strengths, axes = np.linalg.svd(centred, full_matrices=False)
    variance = strengths**2 / len(values)
    left = variance[count:].sum() / max(1, len(genes) - count)
    return Factors(
        genes,
        quantiles,
        mean.astype(np.float32).astype(float),
        spread.astype(np.float32).astype(float),
        axes[:count].T.astype(np.float32).astype(float),
        variance[:count].astype(np.float32).astype(float),
        round(max(float(left), LEAST_NOISE), 6),
    )
