"""The expression tree of a condition: one tree is evaluated, explained, completed and compiled.

Adding a node type is: this class, a case in `evaluate`, `compiled`, `lanes`, `structure` and
`notation`, and a test in `tests/logic`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ariane.logic.fact import EnumFact, Fact, IntFact, NumberFact, SetFact

Number = int | Decimal


class Operator(StrEnum):
    """Comparisons of a number with a bound."""

    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    EQ = "=="


class Expression:
    """A condition; combine conditions with `&`, `|` and `~`."""

    __slots__ = ()

    def __and__(self, other: Expression) -> Expression:
        return And((*_parts(self, And), *_parts(other, And)))

    def __or__(self, other: Expression) -> Expression:
        return Or((*_parts(self, Or), *_parts(other, Or)))

    def __invert__(self) -> Expression:
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError("a condition is data: combine with & | ~, evaluate it over facts")


def _parts(expression: Expression, kind: type[And] | type[Or]) -> tuple[Expression, ...]:
    return expression.parts if isinstance(expression, kind) else (expression,)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A bound of a rule: value, unit, and the place that prints it (`24.4.4.2`)."""

    value: Number
    unit: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Always(Expression):
    """The unconditional condition."""


@dataclass(frozen=True, slots=True)
class Compare(Expression):
    """A number against a bound."""

    fact: NumberFact
    operator: Operator
    bound: Threshold


@dataclass(frozen=True, slots=True)
class Exceeds(Expression):
    """One number strictly larger than another."""

    left: NumberFact
    right: NumberFact


@dataclass(frozen=True, slots=True)
class OneOf(Expression):
    """A fact with one of a few values."""

    fact: EnumFact[Any] | IntFact
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Contains(Expression):
    """A set that has a value, or one that counts as it."""

    fact: SetFact[Any]
    value: str

    def accepted(self) -> frozenset[str]:
        """The members any one of which makes this hold."""
        return frozenset((self.value, *self.fact.narrower.get(self.value, ())))


@dataclass(frozen=True, slots=True)
class NotEmpty(Expression):
    """A set with at least one member."""

    fact: SetFact[Any]


@dataclass(frozen=True, slots=True)
class IsKnown(Expression):
    """A test of knowledge itself: never unknown, and not monotone."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """Negation."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And(Expression):
    """Conjunction of two or more conditions."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Expression):
    """Disjunction of two or more conditions."""

    parts: tuple[Expression, ...]


ALWAYS = Always()
