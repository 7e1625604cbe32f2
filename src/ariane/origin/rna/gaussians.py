"""Where the tumours of each kind lie: a Gaussian of the factors for each (regularised QDA).

The covariance of a kind is drawn towards that of all, the more the fewer tumours it has (Friedman,
Regularized discriminant analysis, J Am Stat Assoc 1989).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.rna.factors import View

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]


class Fit(NamedTuple):
    """How samples fit each kind: log-density, and squared distance for each coordinate."""

    density: Floats
    distance: Floats


@dataclass(frozen=True)
class Gaussians:
    """`means` (kinds x factors), `covariances` (kinds x factors x factors), `prior` (kinds)."""

    means: Floats
    covariances: Floats
    prior: Floats

    def seen(self, view: View) -> SeenGaussians:
        """Return the Gaussians of the coordinates of a view."""
        means = self.means @ view.rotation
        turned = view.rotation.T @ self.covariances @ view.rotation
        roots = np.linalg.inv(np.linalg.cholesky(turned + np.diag(view.noise)))
        return SeenGaussians(means, roots, np.log(self.prior))


@dataclass(frozen=True)
class SeenGaussians:
    """Gaussians on coordinates; `roots` are inverse Cholesky factors of the covariances."""

    means: Floats
    roots: Floats
    log_prior: Floats

    def fit(self, coordinates: Floats) -> Fit:
        """Return how samples (samples x coordinates) fit each kind."""
        density, distance = np.empty((2, len(coordinates), len(self.means)))
        for kind, (mean, root) in enumerate(zip(self.means, self.roots, strict=True)):
            squared = (((coordinates - mean) @ root.T) ** 2).sum(axis=1)
            volume = np.log(np.diag(root)).sum()
            density[:, kind] = volume - squared / 2 + self.log_prior[kind]
            distance[:, kind] = squared / coordinates.shape[1]
        return Fit(density, distance)


def fit_gaussians(
    factors: Floats, kinds: Places, weights: Floats, prior: Floats, own: float, smooth: float
) -> Gaussians:
    """Fit to factors (samples x factors); every kind has at least one sample.

    `weights`: what each sample counts in the common covariance; `own`: how far a kind with many
    samples keeps its own covariance, 0 to 1; `smooth`: how far correlations are drawn to nought.
    """
    count, width = len(prior), factors.shape[1]
    means = np.array([factors[kinds == kind].mean(axis=0) for kind in range(count)])
    rest = factors - means[kinds]
    common = (rest * weights[:, None]).T @ rest / weights.sum()
    covariances = np.empty((count, width, width))
    for kind in range(count):
        part = rest[kinds == kind]
        share = own * len(part) / (len(part) + width)
        mixed = (1 - share) * common + share * part.T @ part / len(part)
        covariances[kind] = (1 - smooth) * mixed + smooth * np.diag(np.diag(common))
    return Gaussians(
        means.astype(np.float32).astype(float), covariances.astype(np.float32).astype(float), prior
    )
