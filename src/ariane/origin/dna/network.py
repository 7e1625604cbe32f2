"""The numbers behind an answer: one linear layer, read by a regression and by small networks.

A multinomial regression and an average of networks with one hidden layer each give probabilities of
subtypes; their geometric mean is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.calibration import softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SMALLEST = 1e-9


@dataclass(frozen=True)
class Network:
    """Weights: `first` (features x units) with `first_bias`; the first `subtypes` units are scores.

    The others are the hidden units of the networks, one after another; `second` (networks x hidden
    x subtypes) with `second_bias`. `parents`: the origin of each subtype, by place.
    """

    first: NDArray[np.float32]
    first_bias: NDArray[np.float32]
    second: NDArray[np.float32]
    second_bias: NDArray[np.float32]
    parents: NDArray[np.intp]

    def units(self, rows: NDArray[np.float32]) -> Floats:
        """Return the first layer of samples (rows: samples x features)."""
        out = np.empty((len(rows), self.first.shape[1]))
        for number, row in enumerate(rows):
            used = np.flatnonzero(row)
            out[number] = row[used] @ self.first[used]
        return out + self.first_bias

    def log_probabilities(self, units: Floats) -> Floats:
        """Return log-probabilities of subtypes under the training prior, not yet normalised."""
        count = len(self.parents)
        regression = np.log(softmax(units[:, :count]) + SMALLEST)
        hidden = np.maximum(units[:, count:], 0).reshape(len(units), *self.second.shape[:2])
        scores = np.einsum("smh,mhk->smk", hidden, self.second) + self.second_bias
        networks = np.log(softmax(scores).mean(axis=1) + SMALLEST)
        return np.asarray((regression + networks) / 2)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the weights by name, as a model file holds them."""
        return {
            "first": self.first.astype(np.float16),
            "first_bias": self.first_bias,
            "second": self.second,
            "second_bias": self.second_bias,
            "parents": self.parents.astype(np.int16),
        }


def added_up(subtypes: Floats, parents: NDArray[np.intp]) -> Floats:
    """Add up the probabilities of the subtypes of each origin (samples x origins)."""
    belongs = parents[:, None] == np.arange(parents.max() + 1)
    return np.asarray(subtypes @ belongs)


def network_from(arrays: Mapping[str, NDArray[Any]]) -> Network:
    """Return the network that a model file holds."""
    return Network(
        arrays["first"].astype(np.float32),
        arrays["first_bias"],
        arrays["second"],
        arrays["second_bias"],
        arrays["parents"].astype(np.intp),
    )
