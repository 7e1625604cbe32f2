"""A flat map of the patients that a model was tested on, without any of them.

Every origin has a place on a circle, those that the model mixes up side by side; a patient stands
at the mean of these places, weighted by the patient's probabilities: near the rim where the model
is sure, between origins where it hesitates, near the middle where it knows nothing. The map keeps
the mean and the covariance of held-out patients of each origin, never a patient; a new sample is
placed by the same rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ariane.origin.model_file import SHIPPED, ModelCard, ModelFileError, content_sha256

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

LEAST_PATIENTS = 10
"""Held-out patients below which an origin has no mean or spread on the map: too few to hide in."""
STARTS = 20


class Point(NamedTuple):
    """A place on the map: the circle has radius 1 around (0, 0)."""

    x: float
    y: float


@dataclass(frozen=True)
class CohortMap:
    """`anchors` and `means` have one row (x, y) an origin, `covariances` one 2 x 2 matrix.

    Means and covariances are NaN for an origin with fewer than `LEAST_PATIENTS` among `counts`.
    """

    classes: tuple[str, ...]
    anchors: Floats
    means: Floats
    covariances: Floats
    counts: Places

    def placed(self, posterior: Mapping[str, float]) -> Point:
        """Return where a sample stands. Raises `KeyError` for an origin that the map lacks."""
        places = [self.classes.index(code) if code in self.classes else -1 for code in posterior]
        if -1 in places:
            raise KeyError([*posterior][places.index(-1)])
        x, y = np.array([*posterior.values()]) @ self.anchors[places]
        return Point(float(x), float(y))

    @property
    def patients(self) -> int:
        """How many held-out patients the map was drawn from."""
        return int(self.counts.sum())

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the map by name, as a file holds it; the origins are those of the card."""
        return {
            "anchors": self.anchors,
            "means": self.means,
            "covariances": self.covariances,
            "counts": self.counts,
        }


def fit_map(posterior: Floats, truth: Places, classes: Sequence[str]) -> CohortMap:
    """Draw the map from held-out patients (patients x origins) whose origin is known, by place."""
    anchors = _anchors(posterior, truth, len(classes))
    points = posterior @ anchors
    counts = np.bincount(truth, minlength=len(classes))
    means = np.full((len(classes), 2), np.nan)
    covariances = np.full((len(classes), 2, 2), np.nan)
    for place in np.flatnonzero(counts >= LEAST_PATIENTS):
        inside = points[truth == place]
        means[place] = inside.mean(axis=0)
        covariances[place] = np.cov(inside.T)
    return CohortMap(tuple(classes), anchors, means.round(4), covariances.round(5), counts)


def _anchors(posterior: Floats, truth: Places, count: int) -> Floats:
    """Return the places of the origins: the order that puts what is mixed up side by side."""
    mixed = np.zeros((count, count))
    for place in np.unique(truth):
        mixed[place] = posterior[truth == place].mean(axis=0)
    mixed += mixed.T
    np.fill_diagonal(mixed, 0)
    angles = 2 * np.pi * np.arange(count) / count
    nearness = np.cos(angles[:, None] - angles)
    draw = np.random.default_rng(0)
    orders = [_improved(draw.permutation(count), mixed, nearness) for _ in range(STARTS)]
    order = max(orders, key=lambda each: _worth(each, mixed, nearness))
    anchors = np.empty((count, 2))
    anchors[order] = np.stack([np.cos(angles), np.sin(angles)], axis=1).round(4)
    return anchors


def _improved(order: Places, mixed: Floats, nearness: Floats) -> Places:
    """Swap two origins as long as that brings together what is mixed up."""
    best, improving = _worth(order, mixed, nearness), True
    while improving:
        improving = False
        for one, other in combinations(range(len(order)), 2):
            tried = order.copy()
            tried[[one, other]] = tried[[other, one]]
            worth = _worth(tried, mixed, nearness)
            if worth > best + 1e-9:
                order, best, improving = tried, worth, True
    return order


def _worth(order: Places, mixed: Floats, nearness: Floats) -> float:
    return float((mixed[np.ix_(order, order)] * nearness).sum())


def save_map(name: str, drawn: CohortMap, folder: Path) -> dict[str, Any]:
    """Write `NAME-map.npz`; return its entry for the settings of the model's card."""
    with open(folder / f"{name}-map.npz", "wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **drawn.arrays())
    return {"sha256": content_sha256(drawn.arrays()), "patients": drawn.patients}


def load_map(card: ModelCard, folder: Path = SHIPPED) -> CohortMap | None:
    """Load the map of a model; `None` where its card has none. Raises `ModelFileError`."""
    entry = card.settings.get("map")
    if entry is None:
        return None
    place = folder / f"{card.name}-map.npz"
    try:
        with np.load(place, allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
    except (OSError, ValueError) as error:
        raise ModelFileError(f"{place}: {error}") from None
    if content_sha256(arrays) != entry["sha256"]:
        raise ModelFileError(f"{place}: its content is not that of the card (sha256)")
    return CohortMap(card.classes, **arrays)
