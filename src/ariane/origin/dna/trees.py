"""Boosted trees beside the networks: they see thresholds and what goes together.

Each round holds one tree for each origin; what the leaves say is added up. Where a tree asks for
what is unknown, both ways are gone, each with the share of training tumours that went it: unknown
is not wild-type. The trees are flat arrays, all nodes one after another, parents before children.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.origin.calibration import softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.float32]
    Places = NDArray[np.intp]

ARRAYS = (
    "columns",
    "unknown",
    "roots",
    "feature",
    "limit",
    "lower",
    "upper",
    "share",
    "value",
    "start",
)
CHUNK = 32
"""Samples that are walked together."""


@dataclass(frozen=True)
class Trees:
    """Nodes by place: at most `limit` goes to `lower`, else to `upper`; a leaf leads to itself.

    `columns`: which features of the encoder they see, by the place that `feature` names; `unknown`:
    the value at which the encoder says nothing of it, NaN where that is not told from absent;
    `roots`: rounds x origins; `share`: of training tumours that went to `lower`; `value`: what a
    leaf adds; `start`: one number an origin, before any tree.
    """

    columns: NDArray[np.int32]
    unknown: NDArray[np.float32]
    roots: NDArray[np.int32]
    feature: NDArray[np.int16]
    limit: NDArray[np.float32]
    lower: NDArray[np.int32]
    upper: NDArray[np.int32]
    share: NDArray[np.float32]
    value: NDArray[np.float32]
    start: NDArray[np.float32]

    def probabilities(self, rows: Rows) -> Floats:
        """Return probabilities of origins (samples x origins); rows: samples x all features."""
        out = np.empty((len(rows), len(self.start)))
        for first in range(0, len(rows), CHUNK):
            part = slice(first, first + CHUNK)
            out[part] = self._scores(np.asarray(rows[part][:, self.columns]))
        return softmax(out)

    def _scores(self, seen: Rows) -> Floats:
        """Return what the leaves add up to, each by how much of a sample reaches it."""
        values, unknown = seen.T, (seen == self.unknown).T
        reached = np.zeros((len(self.value), len(seen)), dtype=np.float32)
        reached[self.roots.ravel()] = 1
        for nodes in self._levels:
            asked = self.feature[nodes]
            below = (values[asked] <= self.limit[nodes, None]).astype(np.float32)
            below = np.where(unknown[asked], self.share[nodes, None], below)
            here = reached[nodes]
            reached[self.lower[nodes]] = here * below
            reached[self.upper[nodes]] = here * (1 - below)
        leaves, trees = self._leaves
        added = np.add.reduceat(reached[leaves] * self.value[leaves, None], trees, axis=0)
        return np.asarray(added.reshape(*self.roots.shape, len(seen)).sum(axis=0).T + self.start)

    @cached_property
    def _levels(self) -> list[Places]:
        """The nodes that ask something, by their distance from the root."""
        found, here = [], self.roots.ravel().astype(np.intp)
        while len(here := here[self.lower[here] != here]):
            found.append(here)
            here = np.concatenate([self.lower[here], self.upper[here]]).astype(np.intp)
        return found

    @cached_property
    def _leaves(self) -> tuple[Places, Places]:
        """The leaves in their order, and which of them is the first of each tree."""
        leaves = np.flatnonzero(self.lower == np.arange(len(self.lower)))
        return leaves, np.searchsorted(leaves, self.roots.ravel())

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the trees by name, as a model file holds them."""
        return {f"tree_{name}": getattr(self, name) for name in ARRAYS}


def trees_from(arrays: Mapping[str, NDArray[Any]]) -> Trees:
    """Return the trees that a model file holds."""
    return Trees(*(arrays[f"tree_{name}"] for name in ARRAYS))
