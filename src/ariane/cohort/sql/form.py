"""How three truth values are held in SQL: one nullable boolean, or two bits that are never null.

Both are strong Kleene. PostgreSQL runs the booleans well. Engines that work on columns stumble over
nulls row by row: there a condition is two bits, *must* (it is definitely true) and *may* (it is
possibly true); unknown is 0 and 1. Conjunction and disjunction are `&` and `|` on each, negation
swaps them, and no null is met before the end.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from ariane.cohort.sql.layers import Layers, Sql

Unit = tuple[Sql, ...]
"""A condition: one nullable boolean, or must and may."""


class Value(NamedTuple):
    """A fact that is no condition: its value, null or a no-result word where it is unknown.

    `unknown` tells which in the terms of its form: a boolean, or a bit; it is never null.
    """

    value: Sql
    unknown: Sql


class Form(ABC):
    """The operations of three-valued logic as SQL."""

    true: Unit
    unknown: Unit

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.dialect = layers.dialect

    def shared(self, unit: Unit) -> Unit:
        """Return a condition whose parts are columns."""
        constants = {*self.true, *self.unknown}
        return tuple(part if part in constants else self.layers.shared(part) for part in unit)

    @abstractmethod
    def value(self, value: Sql, silent: Sequence[str]) -> Value:
        """Return a fact of which the texts `silent` say that there is no result."""

    @abstractmethod
    def boolean(self, value: Sql) -> Unit:
        """Return a nullable boolean as a condition."""

    @abstractmethod
    def test(self, facts: Sequence[Value], test: Sql) -> Unit:
        """Return a comparison that is null where one of the values is."""

    @abstractmethod
    def one_of(self, fact: Value, values: Sequence[str | int]) -> Unit:
        """Return whether a fact has one of `values`, none of which is a no-result word."""

    @abstractmethod
    def is_known(self, fact: Value) -> Unit:
        """Return whether a fact has a result: never unknown."""

    @abstractmethod
    def is_settled(self, unit: Unit) -> Unit:
        """Return whether a condition is true or false: never unknown."""

    @abstractmethod
    def opposite(self, unit: Unit) -> Unit:
        """Return the negation."""

    @abstractmethod
    def all(self, units: Sequence[Unit]) -> Unit:
        """Return the conjunction."""

    @abstractmethod
    def any(self, units: Sequence[Unit]) -> Unit:
        """Return the disjunction."""

    @abstractmethod
    def filled(self, stated: Unit, computed: Unit) -> Unit:
        """Return what is stated and, where that is unknown, what is computed."""

    @abstractmethod
    def surely(self, unit: Unit) -> Sql:
        """Return a boolean, never null: the condition is definitely true."""

    @abstractmethod
    def differs(self, stated: Unit, computed: Unit) -> Sql:
        """Return a boolean, never null: something is stated that is not what is computed."""

    @abstractmethod
    def result(self, unit: Unit) -> Sql:
        """Return one column: a nullable boolean, or 0 where it fails, 1 unknown, 2 holds."""
