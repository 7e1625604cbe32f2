"""Numbers that the text prints: whether anything says what holds at exactly that number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import Any, NamedTuple

from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge
from ariane.logic.evaluate import holds_for
from ariane.logic.expression import Compare, Expression, Operator
from ariane.logic.fact import IntFact, NumberFact
from ariane.logic.structure import atoms

STRICT = (Operator.LT, Operator.GT)
NEAR = Decimal("0.5")
"""How far the neighbours of a decimal stand: closer than any two bounds of the chapter."""


class Comparison(NamedTuple):
    """One comparison, with the statements or arrows whose conditions make it."""

    leaf: Compare
    users: tuple[str, ...]


def bound_findings(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield bounds at which a strict comparison leaves patients out, or two comparisons differ.

    A bound is left out where `<` or `>` excludes it and no other condition turns there: the text
    says nothing of a patient who stands exactly at it. Two comparisons of the same direction differ
    at a bound that one includes and the other does not.
    """
    comparisons = _comparisons(knowledge)
    for fact, value in dict.fromkeys((c.leaf.fact, c.leaf.bound.value) for c in comparisons):
        about = [c for c in comparisons if c.leaf.fact is fact]
        touched = dict.fromkeys((*_left_out(value, about), *_drawn_twice(value, about)))
        if touched:
            users = dict.fromkeys(user for comparison in touched for user in comparison.users)
            yield Finding(Kind.BOUND, (f"{fact.name}={value}",), {fact: value}, tuple(users))


def _left_out(value: Any, about: list[Comparison]) -> list[Comparison]:
    return [
        comparison
        for comparison in about
        if comparison.leaf.operator in STRICT
        and comparison.leaf.bound.value == value
        and not any(_takes_over(other.leaf, comparison.leaf, value) for other in about)
    ]


def _takes_over(other: Compare, strict: Compare, value: Any) -> bool:
    """Tell whether another comparison begins to hold exactly where a strict one has ended."""
    side = _sides(strict.fact, value)[0 if strict.operator is Operator.LT else 1]
    return holds_for(other, value) and not holds_for(other, side)


def _drawn_twice(value: Any, about: list[Comparison]) -> list[Comparison]:
    return [
        comparison
        for one, two in permutations(about, 2)
        if _differ(one.leaf, two.leaf, value)
        for comparison in (one, two)
    ]


def _differ(wide: Compare, narrow: Compare, value: Any) -> bool:
    """Tell whether both end at `value` coming from one side, one with it and one without it."""
    below, above = _sides(wide.fact, value)
    return any(
        _along(wide, way) == (True, True, False) and _along(narrow, way) == (True, False, False)
        for way in ((below, value, above), (above, value, below))
    )


def _along(leaf: Compare, values: tuple[Any, ...]) -> tuple[bool, ...]:
    return tuple(holds_for(leaf, value) for value in values)


def _sides(fact: NumberFact, value: Any) -> tuple[Any, Any]:
    step = 1 if isinstance(fact, IntFact) else NEAR
    return value - step, value + step


def _comparisons(knowledge: Knowledge) -> list[Comparison]:
    used: dict[Compare, list[str]] = {}
    for name, condition in _conditions(knowledge):
        for leaf in atoms(condition):
            if isinstance(leaf, Compare):
                used.setdefault(leaf, []).append(name)
    return [Comparison(leaf, tuple(dict.fromkeys(users))) for leaf, users in used.items()]


def _conditions(knowledge: Knowledge) -> Iterator[tuple[str, Expression]]:
    for statement in knowledge.statements:
        yield statement.id, statement.when
        if statement.fulfilled_when is not None:
            yield statement.id, statement.fulfilled_when
    for algorithm in knowledge.algorithms:
        for edge in algorithm.edges:
            yield edge.source, edge.when
