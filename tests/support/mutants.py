"""Every way to write a condition slightly wrong: one slip each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

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
    Threshold,
)
from ariane.logic.fact import BoolFact, DecimalFact, EnumFact, IntFact, NumberFact


class Mutant(NamedTuple):
    """A condition with one slip, and what kind of slip it is."""

    slip: str
    condition: Expression


OTHER_OPERATORS = {
    Operator.LT: (Operator.LE, Operator.GE),
    Operator.LE: (Operator.LT, Operator.GT),
    Operator.GT: (Operator.GE, Operator.LT),
    Operator.GE: (Operator.GT, Operator.LE),
    Operator.EQ: (Operator.LE, Operator.GE),
}
"""The bound on the other side, and the other direction."""


def mutants(condition: Expression) -> Iterator[Mutant]:
    """Yield every mutant of a condition; the slip is in one node."""
    match condition:
        case And(parts):
            yield Mutant("and for or", Or(parts))
            yield from _in_parts(And, parts)
        case Or(parts):
            yield Mutant("or for and", And(parts))
            yield from _in_parts(Or, parts)
        case Not(part):
            yield Mutant("negation dropped", part)
            for slip, inner in mutants(part):
                if slip != "negated":
                    yield Mutant(slip, ~inner)
        case _:
            yield Mutant("negated", ~condition)
            yield from _in_leaf(condition)


def _in_parts(kind: type[And] | type[Or], parts: tuple[Expression, ...]) -> Iterator[Mutant]:
    for place, part in enumerate(parts):
        before, after = parts[:place], parts[place + 1 :]
        rest = (*before, *after)
        yield Mutant("clause dropped", kind(rest) if len(rest) > 1 else rest[0])
        for slip, inner in mutants(part):
            yield Mutant(slip, kind((*before, inner, *after)))


def _in_leaf(leaf: Expression) -> Iterator[Mutant]:
    match leaf:
        case Compare(fact, operator, bound):
            for other in OTHER_OPERATORS[operator]:
                yield Mutant("comparison", Compare(fact, other, bound))
            for value in _beside(fact, bound.value):
                yield Mutant("bound", Compare(fact, operator, Threshold(value)))
        case Exceeds(left, right):
            yield Mutant("numbers swapped", Exceeds(right, left))
        case OneOf(fact, values):
            yield from _other_values(fact, values)
        case Contains(fact, value):
            for other in fact.allowed:
                if other == value:
                    continue
                yield Mutant("value swapped", Contains(fact, other))
                yield Mutant("value added", leaf | Contains(fact, other))
            yield Mutant("value swapped", NotEmpty(fact))
        case IsKnown() | NotEmpty() | Always() | BoolFact():
            return
        case _:
            raise TypeError(f"no mutants of {type(leaf).__name__}")


def _beside(fact: NumberFact, bound: int | Decimal) -> tuple[int | Decimal, ...]:
    step = Decimal("0.1") if isinstance(fact, DecimalFact) else 1
    return tuple(value for value in (bound - step, bound + step) if value >= 0)


def _other_values(fact: EnumFact[str] | IntFact, values: tuple[object, ...]) -> Iterator[Mutant]:
    pool = fact.results() if isinstance(fact, EnumFact) else _numbers(fact, values)
    others = [value for value in pool if value not in values]
    for value in values:
        kept = tuple(other for other in values if other != value)
        if kept:
            yield Mutant("value dropped", OneOf(fact, kept))
        for other in others:
            yield Mutant("value swapped", OneOf(fact, (*kept, other)))
    for other in others:
        yield Mutant("value added", OneOf(fact, (*values, other)))


def _numbers(fact: IntFact, values: tuple[object, ...]) -> tuple[int, ...]:
    whole = [value for value in values if isinstance(value, int)]
    return fact.allowed or tuple(range(max(0, min(whole) - 1), max(whole) + 2))
