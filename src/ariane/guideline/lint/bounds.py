"""Numbers that the text prints: whether anything says what holds at exactly that number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
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


class Test(NamedTuple):
    """One comparison, with the statements or arrows whose conditions make it."""

    leaf: Compare
    users: tuple[str, ...]


def bound_findings(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield bounds at which a strict comparison leaves patients out, or two comparisons differ.

    A bound is left out where `<` or `>` excludes it and no other condition turns there: the text
    says nothing of a patient who stands exactly at it. Two comparisons of the same direction differ
    at a bound that one includes and the other does not.
    """
    tests = _tests(knowledge)
    for fact, value in dict.fromkeys((t.leaf.fact, t.leaf.bound.value) for t in tests):
        about = [test for test in tests if test.leaf.fact is fact]
        touched = dict.fromkeys((*_left_out(value, about), *_drawn_twice(value, about)))
        if touched:
            users = dict.fromkeys(user for test in touched for user in test.users)
            yield Finding(Kind.BOUND, (f"{fact.name}={value}",), {fact: value}, tuple(users))


def _left_out(value: Any, about: list[Test]) -> list[Test]:
    return [
        test
        for test in about
        if test.leaf.operator in STRICT
        and test.leaf.bound.value == value
        and not any(_takes_over(other.leaf, test.leaf, value) for other in about)
    ]


def _takes_over(other: Compare, strict: Compare, value: Any) -> bool:
    """Tell whether another comparison begins to hold exactly where a strict one has ended."""
    side = _sides(strict.fact, value)[0 if strict.operator is Operator.LT else 1]
    return holds_for(other, value) and not holds_for(other, side)


def _drawn_twice(value: Any, about: list[Test]) -> list[Test]:
    return [
        test
        for pair in combinations(about, 2)
        if _differ(pair[0].leaf, pair[1].leaf, value) or _differ(pair[1].leaf, pair[0].leaf, value)
        for test in pair
    ]


def _differ(wide: Compare, narrow: Compare, value: Any) -> bool:
    """Tell whether both end at `value` coming from one side, one with it and one without it."""
    for near, far in (_sides(wide.fact, value), _sides(wide.fact, value)[::-1]):
        if [holds_for(wide, at) for at in (near, value, far)] == [True, True, False] and [
            holds_for(narrow, at) for at in (near, value, far)
        ] == [True, False, False]:
            return True
    return False


def _sides(fact: NumberFact, value: Any) -> tuple[Any, Any]:
    step = 1 if isinstance(fact, IntFact) else NEAR
    return value - step, value + step


def _tests(knowledge: Knowledge) -> list[Test]:
    used: dict[Compare, list[str]] = {}
    for name, condition in _conditions(knowledge):
        for leaf in atoms(condition):
            if isinstance(leaf, Compare):
                used.setdefault(leaf, []).append(name)
    return [Test(leaf, tuple(dict.fromkeys(users))) for leaf, users in used.items()]


def _conditions(knowledge: Knowledge) -> Iterator[tuple[str, Expression]]:
    for statement in knowledge.statements:
        yield statement.id, statement.when
        if statement.fulfilled_when is not None:
            yield statement.id, statement.fulfilled_when
    for algorithm in knowledge.algorithms:
        for edge in algorithm.edges:
            yield edge.source, edge.when
