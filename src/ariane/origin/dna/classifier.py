"""Networks and trees together: from the features of samples to the probabilities of origins.

The networks tell subtypes, the trees origins. The weighted geometric mean of both is taken, the
trees' share of an origin divided among its subtypes as the networks divide it. Then the temperature
is set, the prior of the biopsied site put in the place of that of the training data, and the
subtypes of an origin added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.calibration import softmax
from ariane.origin.dna.network import SMALLEST, Network, added_up, network_from
from ariane.origin.dna.trees import Trees, trees_from

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.float32]


@dataclass(frozen=True)
class Classifier:
    """`weight` is that of the trees, from 0 to 1."""

    network: Network
    trees: Trees
    weight: float
    temperature: float = 1.0

    @property
    def parents(self) -> NDArray[np.intp]:
        """The origin of each subtype, by place."""
        return self.network.parents

    def log_probabilities(self, rows: Rows) -> Floats:
        """Return log-probabilities of subtypes under the training prior (rows: as the encoder's).

        They are not normalised.
        """
        networks = self.network.log_probabilities(self.network.units(rows))
        origins = added_up(softmax(networks), self.parents)
        shift = np.log(self.trees.probabilities(rows) + SMALLEST) - np.log(origins + SMALLEST)
        return np.asarray(networks + self.weight * shift[:, self.parents])

    def posterior(self, rows: Rows, log_prior_ratio: Floats) -> Floats:
        """Return probabilities of origins (samples x origins)."""
        scores = self.log_probabilities(rows) / self.temperature + log_prior_ratio
        return added_up(softmax(scores), self.parents)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return everything by name, as a model file holds it."""
        weight = np.array(self.weight, dtype=np.float32)
        return {**self.network.arrays(), **self.trees.arrays(), "tree_weight": weight}


def classifier_from(arrays: Mapping[str, NDArray[Any]], temperature: float) -> Classifier:
    """Return what a model file holds."""
    weight = float(arrays["tree_weight"])
    return Classifier(network_from(arrays), trees_from(arrays), weight, temperature)
