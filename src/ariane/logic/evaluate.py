"""The definition of what a condition means: a plain walk of the tree, strong Kleene."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from ariane.logic.expression import (
    Always,
    And,
    Compare,
    Contains,
    Exceeds,
    Expression,
    IsKnown,
    Not,
    NotEmpty,
    OneOf,
    Operator,
    Or,
)
from ariane.logic.fact import BoolFact
from ariane.logic.truth import kleene_and, kleene_not, kleene_or

Values = Mapping[str, Any]
"""Known facts by name; a name that is absent is unknown."""

COMPARISONS: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.LT: operator.lt,
    Operator.LE: operator.le,
    Operator.GT: operator.gt,
    Operator.GE: operator.ge,
    Operator.EQ: operator.eq,
}


def evaluate(expression: Expression, values: Values) -> bool | None:
    """Return what `expression` is under `values`: `True`, `False`, or `None` for unknown."""
    match expression:
        case And(parts):
            return kleene_and([evaluate(part, values) for part in parts])
        case Or(parts):
            return kleene_or([evaluate(part, values) for part in parts])
        case Not(part):
            return kleene_not(evaluate(part, values))
        case Always():
            return True
        case IsKnown(fact):
            return fact.name in values
        case Exceeds(left, right):
            if left.name not in values or right.name not in values:
                return None
            return bool(values[left.name] > values[right.name])
        case _:
            fact = fact_of(expression)
            return holds_for(expression, values[fact.name]) if fact.name in values else None


def fact_of(leaf: Expression) -> Any:
    """Return the one fact that a leaf tests."""
    match leaf:
        case BoolFact():
            return leaf
        case Compare(fact) | OneOf(fact) | Contains(fact) | NotEmpty(fact):
            return fact
    raise TypeError(f"{type(leaf).__name__} is not a leaf over one fact")


def holds_for(leaf: Expression, value: Any) -> bool:
    """Return whether a leaf over one fact holds for a known value of that fact."""
    match leaf:
        case BoolFact():
            return bool(value)
        case OneOf(_, values):
            return value in values
        case Compare(_, comparison, bound):
            return COMPARISONS[comparison](value, bound.value)
        case Contains():
            return not leaf.accepted().isdisjoint(value)
        case NotEmpty():
            return len(value) > 0
    raise TypeError(f"{type(leaf).__name__} is not a leaf over one fact")
