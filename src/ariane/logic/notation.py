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
    match expression:
        case And(parts):
            return " and ".join(_bracketed(part, (Or,)) for part in parts)
        case Or(parts):
            return " or ".join(_bracketed(part, (And,)) for part in parts)
        case Not(OneOf(fact, (value,))):
            return f"{fact.name} != {value!r}"
        case Not(IsKnown(fact)):
            return f"{fact.name} is None"
        case Not(part):
            return f"not {_bracketed(part, (And, Or))}"
        case Always():
            return "true"
        case IsKnown(fact):
            return f"{fact.name} is not None"
        case Exceeds(left, right):
            return f"{left.name} > {right.name}"
        case Compare(fact, operator, bound):
            return f"{fact.name} {operator} {bound.value}"
        case OneOf(fact, (value,)):
            return f"{fact.name} == {value!r}"
        case OneOf(fact, values):
            return f"{fact.name} in {values!r}"
        case Contains(fact, value):
            return f"{value!r} in {fact.name}"
        case NotEmpty(fact):
            return f"{fact.name} != []"
        case BoolFact():
            return expression.name
    raise TypeError(f"no notation for {type(expression).__name__}")


def _bracketed(part: Expression, kinds: tuple[type[Expression], ...]) -> str:
    text = notation(part)
    return f"({text})" if isinstance(part, kinds) else text
