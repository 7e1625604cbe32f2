"""Conditions over whole columns: each distinct sub-condition is computed once per batch.

Booleans are nullable and null is unknown: `&` and `|` of polars are strong Kleene on them.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from functools import reduce

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
from ariane.logic.fact import BoolFact, Fact


class Columns:
    """The known facts of a batch of patients, a column each; a name that is absent is unknown."""

    def __init__(self, known: Mapping[str, pl.Series], height: int) -> None:
        self._known = known
        self._height = height
        self._found: dict[Expression, pl.Series] = {}

    def truth(self, expression: Expression) -> pl.Series:
        """Return the condition for every patient: true, false, or null for unknown."""
        if expression not in self._found:
            self._found[expression] = self._computed(expression)
        return self._found[expression]

    def _computed(self, expression: Expression) -> pl.Series:
        match expression:
            case Always():
                return pl.repeat(True, self._height, dtype=pl.Boolean, eager=True)
            case And(parts):
                return reduce(operator.and_, map(self.truth, parts))
            case Or(parts):
                return reduce(operator.or_, map(self.truth, parts))
            case Not(part):
                return ~self.truth(part)
            case IsKnown(fact):
                column = self._known.get(fact.name)
                known = False if column is None else None
                return self._all(known) if column is None else column.is_not_null()
            case Exceeds(left, right):
                if left.name not in self._known or right.name not in self._known:
                    return self._all(None)
                return self._known[left.name] > self._known[right.name]
            case BoolFact():
                return self._known.get(expression.name, self._all(None))
            case Compare(fact) | OneOf(fact) | Contains(fact) | NotEmpty(fact):
                return self._leaf(expression, fact)
        raise TypeError(f"no columns for {type(expression).__name__}")

    def _leaf(self, leaf: Expression, fact: Fact) -> pl.Series:
        column = self._known.get(fact.name)
        if column is None:
            return self._all(None)
        match leaf:
            case Compare(_, comparison, bound):
                compared: pl.Series = COMPARISONS[comparison](column, bound.value)  # type: ignore[assignment]
                return compared
            case OneOf(_, values):
                return column.is_in(list(values))
            case Contains():
                accepted = sorted(leaf.accepted())
                return column.list.eval(pl.element().is_in(accepted)).list.any()
        return column.list.len() > 0

    def _all(self, value: bool | None) -> pl.Series:
        return pl.repeat(value, self._height, dtype=pl.Boolean, eager=True)
