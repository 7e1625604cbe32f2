"""A panel as a file: from what training gives to arrays and a card, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.calibration import softmax
from ariane.origin.dna.network import added_up
from ariane.origin.model_file import SHIPPED, ModelCard, load
from ariane.origin.rna.answers import SMALLEST
from ariane.origin.rna.factors import Factors
from ariane.origin.rna.gaussians import Gaussians
from ariane.origin.rna.network import networks_from
from ariane.origin.rna.openset import Refusal, oddness_from
from ariane.origin.rna.training import Fitted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

VERSION = "1.0.0"
PANELS = ("rna-90", "rna-3556")
"""The panels that come with Ariane, the one with the most origins first."""
LIMITS = (
    "rna-primaries",
    "rna-one-programme",
    "rna-small-classes",
    "known-primaries",
    "rna-unseen",
)


@dataclass(frozen=True)
class RnaModel:
    """A panel ready to answer, and its card."""

    card: ModelCard
    fitted: Fitted

    def posterior(self, scores: Floats) -> Floats:
        """Return probabilities of origins (samples x origins) from scores of kinds."""
        return posterior(self.fitted, scores, self.setting("temperature"))

    def unseen(self, signs: Floats) -> NDArray[np.bool_]:
        """Return which samples (samples x signs) are refused, as of an origin never seen."""
        held = self.card.settings
        refusal = Refusal(self.setting("most_odd"), np.array(held["most_far"]))
        return refusal.of(oddness_from(held["oddness"]), signs)

    def setting(self, name: str) -> float:
        """Return a number from the card."""
        return float(self.card.settings[name])


def posterior(fitted: Fitted, scores: Floats, temperature: float) -> Floats:
    """Return probabilities of origins (samples x origins) from scores of kinds."""
    return softmax(origin_scores(fitted, scores) / temperature)


def origin_scores(fitted: Fitted, scores: Floats) -> Floats:
    """Return log-probabilities of origins from those of kinds, not tempered."""
    return np.asarray(np.log(added_up(softmax(scores), fitted.parents) + SMALLEST))


def model_arrays(fitted: Fitted) -> dict[str, NDArray[Any]]:
    """Return all arrays that a trained panel needs to answer, and the names of its genes."""
    factors, gaussians = fitted.factors, fitted.gaussians
    parts = {} if fitted.composition is None else fitted.composition.arrays("composition")
    return {
        "genes": np.frombuffer("\n".join(factors.genes).encode(), dtype=np.uint8),
        "quantiles": factors.quantiles,
        "mean": factors.mean.astype(np.float32),
        "spread": factors.spread.astype(np.float32),
        "axes": factors.axes.astype(np.float32),
        "variance": factors.variance.astype(np.float32),
        "means": gaussians.means.astype(np.float32),
        "covariances": gaussians.covariances.astype(np.float32),
        "prior": gaussians.prior,
        "parents": fitted.parents.astype(np.int16),
        **fitted.networks.arrays("origin"),
        **parts,
    }


def fitted_settings(fitted: Fitted) -> dict[str, Any]:
    """Return what the card holds of a trained panel, beside what was measured."""
    return {
        "kinds": list(fitted.kinds),
        "tissues": list(fitted.tissues),
        "noise": fitted.factors.noise,
        "scale": fitted.scale,
        "weight": fitted.weight,
        "heat": fitted.heat,
    }


def fitted_from(card: ModelCard, arrays: Mapping[str, NDArray[Any]]) -> Fitted:
    """Return a trained panel from its file."""
    held = card.settings
    wide = {
        name: arrays[name].astype(float)
        for name in ("mean", "spread", "axes", "variance", "means", "covariances", "prior")
    }
    tissues = tuple(held["tissues"])
    return Fitted(
        Factors(
            tuple(arrays["genes"].tobytes().decode().split("\n")),
            arrays["quantiles"],
            wide["mean"],
            wide["spread"],
            wide["axes"],
            wide["variance"],
            float(held["noise"]),
        ),
        Gaussians(wide["means"], wide["covariances"], wide["prior"]),
        networks_from(arrays, "origin"),
        networks_from(arrays, "composition") if tissues else None,
        tissues,
        float(held["scale"]),
        float(held["weight"]),
        float(held["heat"]),
        tuple(held["kinds"]),
        arrays["parents"].astype(np.intp),
        card.classes,
    )


@cache
def load_rna_model(name: str, folder: Path = SHIPPED) -> RnaModel:
    """Load a panel. Raises `ModelFileError`."""
    card, arrays = load(name, folder)
    return RnaModel(card, fitted_from(card, arrays))
