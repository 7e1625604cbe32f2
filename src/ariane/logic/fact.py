"""Typed facts: the names that conditions speak about, with what each may be compared to.

A wrong name is a Python `NameError`, a wrong value fails in the type checker and, where the checker
cannot see it, in the constructor of the comparison: at import, not at a bedside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from ariane.logic.expression import (
    Compare,
    Contains,
    Exceeds,
    Expression,
    IsKnown,
    NotEmpty,
    Number,
    OneOf,
    Operator,
    Threshold,
)

V = TypeVar("V", bound=str)


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact:
    """One name of the vocabulary.

    `source` says where such a fact is normally found. `no_result` are recorded values that say that
    there is no result yet: conditions read them as unknown, fulfilments read them literally.
    """

    name: str = field(kw_only=False)
    source: str = ""
    no_result: tuple[str, ...] = ()

    def is_known(self) -> Expression:
        """Hold when the fact has a value now: an epistemic test."""
        return IsKnown(self)

    def __repr__(self) -> str:
        return self.name


class BoolFact(Fact, Expression):
    """A fact that is true or false, and therefore a condition by itself."""


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class DerivedFact(BoolFact):
    """A fact computed from others; a stated value serves where the definition is unknown."""

    definition: Expression


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class NumberFact(Fact):
    """A number that is never negative; `unit` in UCUM-like spelling, `maximum` inclusive."""

    unit: str = ""
    maximum: int | None = None

    def __lt__(self, bound: Number | Threshold) -> Expression:
        return self._compare(Operator.LT, bound)

    def __le__(self, bound: Number | Threshold) -> Expression:
        return self._compare(Operator.LE, bound)

    def __gt__(self, bound: Number | Threshold) -> Expression:
        return self._compare(Operator.GT, bound)

    def __ge__(self, bound: Number | Threshold) -> Expression:
        return self._compare(Operator.GE, bound)

    def equals(self, bound: Number | Threshold) -> Expression:
        """Hold when the number is exactly `bound`."""
        return self._compare(Operator.EQ, bound)

    def exceeds(self, other: NumberFact) -> Expression:
        """Hold when this fact is strictly larger than the other fact."""
        return Exceeds(self, other)

    def _compare(self, operator: Operator, bound: Number | Threshold) -> Expression:
        return Compare(self, operator, bound if isinstance(bound, Threshold) else Threshold(bound))


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class IntFact(NumberFact):
    """A whole number; `allowed`, where given, is the complete list of its values."""

    allowed: tuple[int, ...] = ()

    def one_of(self, *values: int) -> Expression:
        """Hold when the number is one of `values`."""
        return OneOf(self, values)


class DecimalFact(NumberFact):
    """A decimal number, compared exactly (`decimal.Decimal`), never through binary floats."""


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class EnumFact(Fact, Generic[V]):
    """One of a closed list of values."""

    allowed: tuple[V, ...]

    def is_(self, value: V) -> Expression:
        """Hold when the fact has this value."""
        return OneOf(self, (self._checked(value),))

    def is_not(self, value: V) -> Expression:
        """Hold when the fact has a value, and not this one."""
        return ~self.is_(value)

    def one_of(self, *values: V) -> Expression:
        """Hold when the fact has one of these values."""
        return OneOf(self, tuple(self._checked(value) for value in values))

    def results(self) -> tuple[V, ...]:
        """The values that say something: all but the no-result ones."""
        return tuple(value for value in self.allowed if value not in self.no_result)

    def _checked(self, value: V) -> V:
        if value not in self.allowed:
            raise ValueError(f"{self.name} is never {value!r}; expected one of {self.allowed}")
        if value in self.no_result:
            raise ValueError(f"{self.name} == {value!r} is no result: a condition cannot test it")
        return value


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class SetFact(Fact, Generic[V]):
    """A set of values, complete where it is known; an empty `allowed` admits any text.

    `narrower` maps a value to those that count as it (a gastric origin is a digestive one).
    """

    allowed: tuple[V, ...] = ()
    narrower: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def contains(self, value: V) -> Expression:
        """Hold when the set has this value, or one that is narrower."""
        if self.allowed and value not in self.allowed:
            raise ValueError(f"{self.name} never contains {value!r}; allowed: {self.allowed}")
        return Contains(self, value)

    def not_empty(self) -> Expression:
        """Hold when the set has at least one member."""
        return NotEmpty(self)


class TextFact(Fact):
    """Free text; conditions can only ask whether it is known."""


class DateFact(Fact):
    """A calendar date; conditions can only ask whether it is known."""


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class ScoresFact(Fact):
    """A list of `length` whole numbers out of `allowed`, in a fixed order."""

    length: int
    allowed: tuple[int, ...]


Value = bool | int | Decimal | str | frozenset[str] | tuple[int, ...]
"""What a fact may be; dates are kept as ISO texts."""
