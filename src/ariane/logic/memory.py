"""What was worked out once, by what it was worked out from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

CAPACITY = 4096

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(dict[K, V]):
    """A dictionary that works out what it does not hold; it is emptied when it is full."""

    def __init__(self, work_out: Callable[[K], V]) -> None:
        self._work_out = work_out

    def __missing__(self, key: K) -> V:
        if len(self) >= CAPACITY:
            self.clear()
        value = self[key] = self._work_out(key)
        return value
