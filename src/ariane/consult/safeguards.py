"""Which of Ariane's own safeguards stand beside the statements of one patient."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ariane.guideline.tncd24.safeguards import SAFEGUARDS, Safeguard
from ariane.logic.compiled import Evaluator
from ariane.logic.evaluate import Values
from ariane.logic.expression import Expression
from ariane.logic.memory import Memory
from ariane.logic.warming import evaluator

Safety = Mapping[str, tuple[Safeguard, ...]]
"""Safeguards by the id of the statement that they stand beside; no entry where there are none."""

Key = tuple[tuple[bool | None, ...], tuple[str, ...]]
"""The truths of what the safeguards look at, and the statements that hold."""


def safeguards(known: Values, holding: tuple[str, ...]) -> Safety:
    """Return the safeguards beside the statements that hold, the gravest first."""
    conditions, memory = _remembered()
    return memory[conditions(known), holding]


def beside(safety: Safety, statements: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the safeguards beside any of these statements, the gravest first."""
    shown = {guard for name in statements for guard in safety.get(name, ())}
    return tuple(guard.id for guard in SAFEGUARDS if guard in shown)


@cache
def _remembered() -> tuple[Evaluator, Memory[Key, Safety]]:
    conditions: list[Expression] = []
    for guard in SAFEGUARDS:
        conditions += (guard.when, guard.unless)
    return evaluator(conditions), Memory(_beside)


def _beside(key: Key) -> Safety:
    truths, holding = key
    found: dict[str, tuple[Safeguard, ...]] = {}
    for guard, when, unless in zip(SAFEGUARDS, truths[::2], truths[1::2], strict=True):
        if when is True and unless is not True:
            for name in guard.beside:
                if name in holding:
                    found[name] = (*found.get(name, ()), guard)
    return found
