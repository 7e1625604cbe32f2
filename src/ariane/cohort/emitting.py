"""Conditions as polars expressions: `&`, `|` and `~` on nullable booleans are strong Kleene."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from ariane.logic.evaluate import COMPARISONS
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


def emitted(expression: Expression) -> pl.Expr:
    """Return a nullable boolean over columns that bear the names of facts; null is unknown."""
    match expression:
        case And(parts):
            return reduce(and_, map(emitted, parts))
        case Or(parts):
            return reduce(or_, map(emitted, parts))
        case Not(part):
            return ~emitted(part)
        case Always():
            return pl.lit(True)
        case IsKnown(fact):
            return pl.col(fact.name).is_not_null()
        case Exceeds(left, right):
            return pl.col(left.name) > pl.col(right.name)
        case _:
            return _leaf(expression)


def _leaf(leaf: Expression) -> pl.Expr:
    match leaf:
        case BoolFact():
            return pl.col(leaf.name)
        case OneOf(fact, values):
            return reduce(or_, (pl.col(fact.name) == pl.lit(value) for value in values))
        case Compare(fact, comparison, bound):
            return _comparison(COMPARISONS[comparison], fact.name, bound.value)
        case Contains(fact):
            members = sorted(leaf.accepted())
            return reduce(or_, (pl.col(fact.name).list.contains(member) for member in members))
        case NotEmpty(fact):
            return pl.col(fact.name).list.len() > 0
    raise TypeError(f"{type(leaf).__name__} is not a leaf over one fact")


def _comparison(compare: Any, name: str, bound: int | Decimal) -> pl.Expr:
    # A column of floats stands for the shortest decimals that read as them, and so does the bound:
    # the order of such floats is the order of the decimals.
    result: pl.Expr = compare(pl.col(name), pl.lit(float(bound)))
    return result
