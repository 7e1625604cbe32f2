"""Conditions as plain data for JSON: one object a node, facts by their names.

`tree_reading` reads them back to equal trees.
"""

from __future__ import annotations

from decimal import Decimal
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
    Number,
    OneOf,
    Or,
    Threshold,
)
from ariane.logic.fact import BoolFact

Data = dict[str, Any]


def tree_data(expression: Expression) -> Data:
    """Return a condition as data. Raises `TypeError` for a node without a form."""
    match expression:
        case BoolFact():
            return {"node": "fact", "fact": expression.name}
        case And(parts):
            return {"node": "and", "parts": [tree_data(part) for part in parts]}
        case Or(parts):
            return {"node": "or", "parts": [tree_data(part) for part in parts]}
        case Not(part):
            return {"node": "not", "part": tree_data(part)}
        case OneOf(fact, values):
            return {"node": "one-of", "fact": fact.name, "values": list(values)}
        case Compare(fact, operator, bound):
            said = {"operator": operator.value, "bound": threshold_data(bound)}
            return {"node": "compare", "fact": fact.name, **said}
        case Contains(fact, value):
            return {"node": "contains", "fact": fact.name, "value": value}
        case NotEmpty(fact):
            return {"node": "not-empty", "fact": fact.name}
        case IsKnown(fact):
            return {"node": "known", "fact": fact.name}
        case Exceeds(left, right):
            return {"node": "exceeds", "left": left.name, "right": right.name}
        case Always():
            return {"node": "always"}
    raise TypeError(f"no data for {type(expression).__name__}")


def threshold_data(bound: Threshold) -> Data:
    """Return a bound with its unit and its place."""
    return {"value": number_data(bound.value), "unit": bound.unit, "section": bound.section}


def number_data(number: Number) -> int | str:
    """Return a whole number as such, and a decimal as text, so that it is kept exactly."""
    return format(number, "f") if isinstance(number, Decimal) else number
