"""Small networks with two hidden layers, averaged: from factors to probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.calibration import softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Weights = tuple[NDArray[np.float32], ...]

LAYERS = 3


@dataclass(frozen=True)
class Networks:
    """`weights`, one a layer (networks x inputs x outputs), `biases` (networks x outputs)."""

    weights: Weights
    biases: Weights

    def probabilities(self, inputs: Floats) -> Floats:
        """Return the mean of the networks' probabilities (samples x outputs)."""
        found = [
            softmax(scores(inputs, layers, biases).astype(float))
            for layers, biases in zip(
                zip(*self.weights, strict=True), zip(*self.biases, strict=True), strict=True
            )
        ]
        return np.asarray(np.mean(found, axis=0))

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """Return the weights by name, as a model file holds them."""
        found: dict[str, NDArray[Any]] = {}
        for layer in range(LAYERS):
            found[f"{name}_weights_{layer}"] = self.weights[layer].astype(np.float16)
            found[f"{name}_biases_{layer}"] = self.biases[layer]
        return found


def scores(inputs: NDArray[Any], weights: Weights, biases: Weights) -> NDArray[np.float32]:
    """Return the scores of one network."""
    held = np.asarray(inputs, dtype=np.float32)
    for layer, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        held = held @ weight + bias
        if layer < len(weights) - 1:
            held = np.maximum(held, 0)
    return held


def networks_from(arrays: Mapping[str, NDArray[Any]], name: str) -> Networks:
    """Return the networks that a model file holds under a name."""
    return Networks(
        tuple(arrays[f"{name}_weights_{layer}"].astype(np.float32) for layer in range(LAYERS)),
        tuple(arrays[f"{name}_biases_{layer}"].astype(np.float32) for layer in range(LAYERS)),
    )
