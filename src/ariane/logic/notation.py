"""A condition as one line of text: stable, so that it can be compared, hashed and read aloud."""

from __future__ import annotations

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
    Or,
)
from ariane.logic.fact import BoolFact


def notation(expression: Expression) -> str:
    """Return the condition in a Python-like notation over fact names."""
    # The commonest come first: the hash of the knowledge writes every condition at every start.
    match expression:
        case BoolFact():
            return expression.name
        case OneOf(fact, (value,)):
            return f"{fact.name} == {value!r}"
        case OneOf(fact, values):
            return f"{fact.name} in {values!r}"
        case And(parts):
            return " and ".join([_bracketed(part, Or) for part in parts])
        case Or(parts):
            return " or ".join([_bracketed(part, And) for part in parts])
        case Not(part):
            return _negated(part)
        case Compare(fact, operator, bound):
            return f"{fact.name} {operator} {bound.value}"
        case Always():
            return "true"
        case IsKnown(fact):
            return f"{fact.name} is not None"
        case Exceeds(left, right):
            return f"{left.name} > {right.name}"
        case Contains(fact, value):
            return f"{value!r} in {fact.name}"
        case NotEmpty(fact):
            return f"{fact.name} != []"
    raise TypeError(f"no notation for {type(expression).__name__}")


def _negated(part: Expression) -> str:
    match part:
        case OneOf(fact, (value,)):
            return f"{fact.name} != {value!r}"
        case IsKnown(fact):
            return f"{fact.name} is None"
        case And() | Or():
            return f"not ({notation(part)})"
    return f"not {notation(part)}"


def _bracketed(part: Expression, kind: type[Expression]) -> str:
    return f"({notation(part)})" if isinstance(part, kind) else notation(part)
