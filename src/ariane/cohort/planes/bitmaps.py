"""Bitmaps as Arrow keeps them (least significant bit first), taken over without unpacking."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Bitmap = NDArray[np.uint8]


def packed(mask: NDArray[np.bool_]) -> Bitmap:
    """Return a bitmap of one truth value a patient."""
    return np.packbits(mask, bitorder="little")


def unpacked(bitmap: Bitmap, count: int) -> NDArray[np.bool_]:
    """Return one truth value a patient."""
    return np.unpackbits(bitmap, count=count, bitorder="little").view(np.bool_)


def valid(array: Any) -> Bitmap:
    """Return which cells of an Arrow array are not null."""
    return _bitmap(array, array.buffers()[0])


def true(array: Any) -> Bitmap:
    """Return which cells of an Arrow array of booleans are true."""
    return _bitmap(array, array.buffers()[1]) & valid(array)


def _bitmap(array: Any, buffer: Any) -> Bitmap:
    count = len(array)
    if buffer is None:
        return packed(np.ones(count, np.bool_))
    whole = np.frombuffer(buffer, np.uint8)
    first, shift = divmod(array.offset, 8)
    bits = whole[first : first + (shift + count + 7) // 8]
    if shift or count % 8:
        return packed(unpacked(bits, shift + count)[shift:])
    return bits
