"""The values of an unknown fact that a set of conditions can tell apart.

A number is cut into regions by the bounds it is compared with. Where numbers are compared with each
other, each region has as many representatives as there are such numbers, so that they can stand in
any order within it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from math import floor
from typing import Any

from ariane.logic.evaluate import holds_for
from ariane.logic.expression import Compare, Contains, Exceeds, Expression, OneOf
from ariane.logic.fact import (
    BoolFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    SetFact,
)
from ariane.logic.structure import atoms, facts_of

UNMENTIONED = "(another)"


def domain(
    fact: Fact, leaves: Sequence[Expression], extra_bounds: Iterable[Any] = ()
) -> tuple[Any, ...]:
    """Return representatives of every value of `fact` that `leaves` can tell apart.

    `extra_bounds` are known numbers that the fact is compared with.
    """
    mine = [atom for atom in leaves if fact in facts_of(atom)]
    if isinstance(fact, BoolFact):
        return (False, True)
    if isinstance(fact, NumberFact):
        together = _compared_together(fact, leaves)
        values = _numbers(fact, _bounds(together, leaves, extra_bounds), len(together))
        return values if len(together) > 1 else _distinct(values, mine)
    if isinstance(fact, EnumFact):
        return _distinct(fact.results(), mine)
    if isinstance(fact, SetFact):
        return _distinct(_subsets(fact, mine), mine)
    raise TypeError(f"{fact.name} has no conditions but whether it is known")


def number_answers(fact: NumberFact, leaves: Sequence[Expression]) -> tuple[Any, ...]:
    """Return values of a number for a person to choose from, smallest first.

    Whole numbers: the first of each range that `leaves` can tell apart. Decimals: by turns a value
    within a range and the bound that ends it.
    """
    if isinstance(fact, IntFact):
        return domain(fact, leaves)
    return _numbers(fact, _bounds({fact}, leaves, ()), 1)


def representative(
    fact: Fact, value: Any, values: Sequence[Any], expressions: Sequence[Expression]
) -> Any:
    """Return the one of `values` that `expressions` cannot tell from `value`, `None` without one.

    There is none for numbers that are compared with each other: their order matters too.
    """
    atoms_of_fact = _naming(fact, expressions)
    if any(isinstance(atom, Exceeds) for atom in atoms_of_fact):
        return None
    if value in values:
        return value
    seen = [holds_for(atom, value) for atom in atoms_of_fact]
    for candidate in values:
        if [holds_for(atom, candidate) for atom in atoms_of_fact] == seen:
            return candidate
    return None


def _naming(fact: Fact, expressions: Sequence[Expression]) -> list[Expression]:
    return [atom for e in expressions for atom in atoms(e) if fact in facts_of(atom)]


def _distinct(values: Iterable[Any], leaves: Sequence[Expression]) -> tuple[Any, ...]:
    seen: dict[tuple[bool, ...], Any] = {}
    for value in values:
        seen.setdefault(tuple(holds_for(atom, value) for atom in leaves), value)
    return tuple(seen.values())


def _compared_together(fact: NumberFact, leaves: Sequence[Expression]) -> set[Fact]:
    """Return `fact` and every number that it is compared with, transitively."""
    together: set[Fact] = {fact}
    while True:
        more = {
            other
            for atom in leaves
            if isinstance(atom, Exceeds) and not together.isdisjoint(facts_of(atom))
            for other in facts_of(atom)
        }
        if more <= together:
            return together
        together |= more


def _bounds(together: set[Fact], leaves: Sequence[Expression], extra: Iterable[Any]) -> list[Any]:
    bounds: set[Any] = set(extra)
    for atom in leaves:
        if isinstance(atom, Compare) and atom.fact in together:
            bounds.add(atom.bound.value)
        elif isinstance(atom, OneOf) and atom.fact in together:
            bounds.update(atom.values)
    return sorted(bounds)


def _numbers(fact: NumberFact, bounds: list[Any], per_region: int) -> tuple[Any, ...]:
    if isinstance(fact, IntFact) and fact.allowed:
        return fact.allowed
    whole = isinstance(fact, IntFact)
    found: set[Any] = set()
    for low, high in pairwise([None, *bounds, None]):
        found.update(
            _integers(low, high, per_region) if whole else _decimals(low, high, per_region)
        )
        if high is not None:
            found.add(high)
    if whole:
        found = {value for value in found if value == int(value)}
    maximum = fact.maximum
    return tuple(sorted(v for v in found if v >= 0 and (maximum is None or v <= maximum)))


def _integers(low: Any, high: Any, count: int) -> list[Any]:
    """Return up to `count` whole numbers strictly between `low` and `high`."""
    start = 0 if low is None else floor(low) + 1
    return [value for value in range(start, start + count) if high is None or value < high]


def _decimals(low: Any, high: Any, count: int) -> list[Any]:
    """Return `count` decimals strictly between `low` and `high`; zero is in the first region."""
    start = Decimal(0) if low is None else Decimal(low)
    width = Decimal(count + 1) if high is None else Decimal(high) - start
    if width <= 0:
        return []
    first = 0 if low is None else 1
    return [start + (first + step) * width / (count + 1) for step in range(count)]


def _subsets(fact: SetFact[Any], leaves: Sequence[Expression]) -> Iterable[frozenset[str]]:
    mentioned = list(dict.fromkeys(atom.value for atom in leaves if isinstance(atom, Contains)))
    accepted = {value for atom in leaves if isinstance(atom, Contains) for value in atom.accepted()}
    others = [value for value in fact.allowed if value not in accepted]
    pool = mentioned + (others[:1] or ([] if fact.allowed else [UNMENTIONED]))
    for size in range(len(pool) + 1):
        for chosen in combinations(pool, size):
            yield frozenset(chosen)
