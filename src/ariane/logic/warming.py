"""Conditions that are walked for the first case, and compiled from the second on.

To compile costs more than to walk once: a process that reads a single case never does it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from ariane.logic.compiled import compiled
from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import Expression

T = TypeVar("T")


class Warming(Generic[T]):
    """A function of the known facts in two forms: at hand, and faster once it is made."""

    def __init__(
        self, walk: Callable[[Values], T], make: Callable[[], Callable[[Values], T]]
    ) -> None:
        self._walk = walk
        self._make = make
        self._used = False

    def __call__(self, known: Values) -> T:
        """Return what the conditions are under known facts by name."""
        if self._used:
            return self._made(known)
        self._used = True
        return self._walk(known)

    @cached_property
    def _made(self) -> Callable[[Values], T]:
        return self._make()


def evaluator(conditions: Sequence[Expression]) -> Warming[tuple[bool | None, ...]]:
    """Return what evaluates all `conditions` in order over known facts by name."""
    return Warming(
        lambda known: tuple(evaluate(condition, known) for condition in conditions),
        lambda: compiled(conditions),
    )
