"""Host tissue mixed into a tumour, as a biopsy of a metastasis has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]


def mixed(tumours: Array, hosts: Array, shares: NDArray[np.floating]) -> Array:
    """Return log2 expression of mixtures, sample by sample; `shares`: that of the host, 0 to 1.

    Molecules add up, their logarithms do not. Values are log2(x + c), whatever the c: as shares add
    up to 1, so does the c.
    """
    share = np.asarray(shares, dtype=np.float32)[:, None]
    return np.asarray(np.log2((1 - share) * np.exp2(tumours) + share * np.exp2(hosts)))
