"""Chimeras: half the genes of one tumour, half of another, so that a network learns to doubt.

Two of one kind make one more of that kind; two kinds together are no kind at all, and the network
is taught to hold all alike. After CutMix (Yun et al., ICCV 2019) and outlier exposure (Hendrycks et
al., ICLR 2019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.rna.network_training import Round

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST_FROM_ONE = 0.3
"""Share of genes that either tumour gives at least, on average."""


def with_chimeras(
    plain: Round, axes: NDArray[np.float32], share: float, rng: np.random.Generator
) -> Round:
    """Return a round with chimeras added; `axes` (genes x factors) lead to genes and back."""
    count = int(share * len(plain.inputs))
    one, other = rng.integers(0, len(plain.inputs), (2, count))
    genes = [plain.inputs[each] @ axes.T for each in (one, other)]
    from_one = rng.uniform(LEAST_FROM_ONE, 1 - LEAST_FROM_ONE, (count, 1))
    first = rng.random(genes[0].shape, dtype=np.float32) < from_one
    made = np.where(first, *genes) @ axes
    same = (plain.targets[one] * plain.targets[other]).sum(axis=1, keepdims=True) > 0
    kinds = plain.targets.shape[1]
    targets = np.where(same, plain.targets[one], np.float32(1 / kinds))
    return Round(
        np.concatenate([plain.inputs, made.astype(np.float32)]),
        np.concatenate([plain.targets, targets.astype(np.float32)]),
    )
