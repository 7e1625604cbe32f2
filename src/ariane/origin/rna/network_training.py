"""Training of the small networks: AdamW, drop-out, mixed-up samples, in numpy alone.

Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019; Zhang et al., mixup, ICLR
2018. Fixed seeds and one thread give the same weights again on the same libraries and processor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ariane.origin.calibration import softmax
from ariane.origin.rna.network import Networks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

FIRST_DECAY, SECOND_DECAY, TINY = 0.9, 0.99, 1e-8


class NetworkRecipe(NamedTuple):
    """What is tuned; `smoothing` is the share of a target spread over all outputs."""

    hidden: tuple[int, int] = (512, 256)
    rounds: int = 60
    networks: int = 3
    rate: float = 2e-3
    decay: float = 0.01
    drop_out: float = 0.4
    smoothing: float = 0.05
    mixing: float = 0.2
    batch: int = 128


class Round(NamedTuple):
    """What one round of training sees: inputs (samples x inputs), targets (samples x outputs)."""

    inputs: Array
    targets: Array


Rounds = Callable[[np.random.Generator], Round]
"""Draws the samples of a round."""


def train_networks(draw: Rounds, recipe: NetworkRecipe, seed: int = 0) -> Networks:
    """Train each network on rounds of its own."""
    trained = [_trained(draw, recipe, seed + number) for number in range(recipe.networks)]
    weights = zip(*(each.weights for each in trained), strict=True)
    biases = zip(*(each.biases for each in trained), strict=True)
    return Networks(
        tuple(np.stack(each).astype(np.float16).astype(np.float32) for each in weights),
        tuple(np.stack(each) for each in biases),
    )


def _trained(draw: Rounds, recipe: NetworkRecipe, seed: int) -> _Learner:
    rng = np.random.default_rng(seed)
    learner: _Learner | None = None
    for number in range(recipe.rounds):
        seen = draw(rng)
        targets = _smoothed(seen.targets, recipe.smoothing)
        learner = learner or _Learner(seen.inputs.shape[1], targets.shape[1], recipe, rng)
        order = rng.permutation(len(seen.inputs))
        for start in range(0, len(order), recipe.batch):
            part = order[start : start + recipe.batch]
            done = (number + start / len(order)) / recipe.rounds
            rate = recipe.rate * (1 + np.cos(np.pi * done)) / 2
            learner.step(*_mixed_up(seen.inputs[part], targets[part], recipe, rng), float(rate))
    if learner is None:
        raise ValueError("no round of training")
    return learner


def _smoothed(targets: Array, share: float) -> Array:
    return np.asarray(targets * (1 - share) + share / targets.shape[1], dtype=np.float32)


def _mixed_up(
    inputs: Array, targets: Array, recipe: NetworkRecipe, rng: np.random.Generator
) -> tuple[Array, Array]:
    drawn = rng.beta(recipe.mixing, recipe.mixing, len(inputs)).astype(np.float32)[:, None]
    share, other = np.maximum(drawn, 1 - drawn), rng.permutation(len(inputs))
    return (
        share * inputs + (1 - share) * inputs[other],
        share * targets + (1 - share) * targets[other],
    )


class _Learner:
    def __init__(
        self, inputs: int, outputs: int, recipe: NetworkRecipe, rng: np.random.Generator
    ) -> None:
        sizes = (inputs, *recipe.hidden, outputs)
        self.weights = [
            (rng.standard_normal((before, after)) * np.sqrt(2 / before)).astype(np.float32)
            for before, after in zip(sizes, sizes[1:], strict=False)
        ]
        self.biases = [np.zeros(after, dtype=np.float32) for after in sizes[1:]]
        self._held = (*self.weights, *self.biases)
        self._first = [np.zeros_like(each) for each in self._held]
        self._second = [np.zeros_like(each) for each in self._held]
        self._steps = 0
        self._recipe = recipe
        self._rng = rng

    def step(self, inputs: Array, targets: Array, rate: float) -> None:
        """Move all weights by one batch."""
        self._steps += 1
        for place, slope in enumerate(self._slopes(inputs, targets)):
            held, first, second = self._held[place], self._first[place], self._second[place]
            first += (1 - FIRST_DECAY) * (slope - first)
            second += (1 - SECOND_DECAY) * (slope * slope - second)
            if place < len(self.weights):
                held *= 1 - rate * self._recipe.decay
            steady = first / (1 - FIRST_DECAY**self._steps)
            scale = np.sqrt(second / (1 - SECOND_DECAY**self._steps)) + TINY
            held -= rate * steady / scale

    def _slopes(self, inputs: Array, targets: Array) -> list[Array]:
        seen, kept = [inputs], []
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            held = seen[-1] @ weight + bias
            kept.append(self._kept(held))
            seen.append(held * kept[-1])
        scores = seen[-1] @ self.weights[-1] + self.biases[-1]
        wrong = (softmax(scores) - targets) / np.float32(len(inputs))
        slopes, of_biases = [], []
        for layer in reversed(range(len(self.weights))):
            slopes.append(seen[layer].T @ wrong)
            of_biases.append(wrong.sum(axis=0))
            if layer:
                wrong = (wrong @ self.weights[layer].T) * kept[layer - 1]
        return slopes[::-1] + of_biases[::-1]

    def _kept(self, held: Array) -> Array:
        """Return what of a hidden layer goes on: where it is positive and not dropped."""
        share = self._recipe.drop_out
        drawn = self._rng.random(held.shape, dtype=np.float32)
        return np.asarray(((held > 0) & (drawn >= share)) / np.float32(1 - share), dtype=np.float32)
