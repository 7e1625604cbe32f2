"""Kleene's logic in zen's expression language, which has no unknown: `null and true` is an error.

- `pairs`: "may it hold" and "must it hold" as two short-circuiting expressions,
  `may ? must ? true : null : false`; a condition over one fact needs no pair.
- `integers`: 0 false, 1 unknown, 2 true; `and` is `min`, `or` is `max`, `not x` is `2 - x`.

The run tries both and keeps the faster one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from task import Kleene, plain

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

HUGE = 10**12


class Coding:
    """A way to say Kleene's logic in zen's expression language."""

    name: str

    def condition(self, expression: Expression) -> str:
        raise NotImplementedError

    def context(self, values: dict[str, Any]) -> dict[str, Any]:
        return values

    def truth(self, value: Any) -> Kleene:
        return value


class Pairs(Coding):
    """`may` and `must`, both plain booleans."""

    name = "pairs"

    def condition(self, expression: Expression) -> str:
        match expression:
            case BoolFact():
                return expression.name
            case Not(BoolFact() as fact):
                return f"{fact.name} == null ? null : not {fact.name}"
            case OneOf(fact) | Contains(fact) | NotEmpty(fact) | Compare(fact):
                return f"{fact.name} == null ? null : {_test(expression)}"
        return f"{self.may(expression)} ? {self.must(expression)} ? true : null : false"

    def must(self, expression: Expression) -> str:
        match expression:
            case Not(BoolFact() as fact):
                return f"{fact.name} == false"
            case Not(part):
                return f"not ({self.may(part)})"
            case BoolFact():
                return f"{expression.name} == true"
            case Exceeds(left, right):
                return f"({left.name} ?? -1) > ({right.name} ?? {HUGE})"
            case OneOf():
                return _test(expression)
            case Contains(fact) | NotEmpty(fact) | Compare(fact):
                return f"({fact.name} != null and {_test(expression)})"
        return self._either(expression, self.must)

    def may(self, expression: Expression) -> str:
        match expression:
            case Not(BoolFact() as fact):
                return f"{fact.name} != true"
            case Not(part):
                return f"not ({self.must(part)})"
            case BoolFact():
                return f"{expression.name} != false"
            case Exceeds(left, right):
                return f"({left.name} ?? {HUGE}) > ({right.name} ?? -1)"
            case OneOf(fact) | Contains(fact) | NotEmpty(fact) | Compare(fact):
                return f"({fact.name} == null or {_test(expression)})"
        return self._either(expression, self.may)

    def _either(self, expression: Expression, coded: Callable[[Expression], str]) -> str:
        match expression:
            case And(parts):
                return f"({' and '.join(map(coded, parts))})"
            case Or(parts):
                return f"({' or '.join(map(coded, parts))})"
            case IsKnown(fact):
                return f"{fact.name} != null"
            case Always():
                return "true"
        raise TypeError(f"zen cannot say {type(expression).__name__}")


class Integers(Coding):
    """0 false, 1 unknown, 2 true; true and false facts are given as 2 and 0."""

    name = "integers"

    def condition(self, expression: Expression) -> str:
        match expression:
            case And(parts):
                return f"min([{', '.join(map(self.condition, parts))}])"
            case Or(parts):
                return f"max([{', '.join(map(self.condition, parts))}])"
            case Not(part):
                return f"(2 - {self.condition(part)})"
            case BoolFact():
                return f"({expression.name} ?? 1)"
            case IsKnown(fact):
                return f"({fact.name} != null ? 2 : 0)"
            case Always():
                return "2"
            case Exceeds(left, right):
                open_ = f"{left.name} == null or {right.name} == null"
                return f"({open_} ? 1 : {left.name} > {right.name} ? 2 : 0)"
            case OneOf(fact) | Contains(fact) | NotEmpty(fact) | Compare(fact):
                return f"({fact.name} == null ? 1 : {_test(expression)} ? 2 : 0)"
        raise TypeError(f"zen cannot say {type(expression).__name__}")

    def context(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: 2 * v if isinstance(v, bool) else v for name, v in values.items()}

    def truth(self, value: Any) -> Kleene:
        return {0: False, 1: None, 2: True}[value]


CODINGS = (Pairs(), Integers())


def _test(leaf: Expression) -> str:
    """Return the test of a known value."""
    match leaf:
        case OneOf(fact, (value,)):
            return f"{fact.name} == {_literal(value)}"
        case OneOf(fact, values):
            return f"{fact.name} in {_literals(values)}"
        case Compare(fact, operator, bound):
            return f"{fact.name} {operator} {_literal(bound.value)}"
        case NotEmpty(fact):
            return f"len({fact.name}) > 0"
        case Contains(fact):
            members = sorted(leaf.accepted())
            if len(members) == 1:
                return f"contains({fact.name}, {_literal(members[0])})"
            return f"some({fact.name}, # in {_literals(members)})"
    raise TypeError(f"{type(leaf).__name__} is not a leaf over one fact")


def _literal(value: Any) -> str:
    return json.dumps(plain(value))


def _literals(values: Any) -> str:
    return f"[{', '.join(map(_literal, values))}]"
