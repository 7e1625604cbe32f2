"""Many completions at once: each completion of the unknown facts is one bit of an integer.

A condition evaluated over the lanes is one integer, and `&`, `|`, `^` do for all completions what
`and`, `or`, `not` do for one. Lane number = sum of (index of the value of fact i) x (stride of i).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ariane.logic.evaluate import Values, fact_of, holds_for
from ariane.logic.expression import Always, And, Exceeds, Expression, IsKnown, Not, Or
from ariane.logic.fact import DerivedFact, Fact


class Lanes:
    """All combinations of the values of `domains`, beside the facts already known."""

    def __init__(self, domains: Sequence[tuple[Fact, tuple[Any, ...]]], known: Values) -> None:
        self._known = known
        self._domains = dict(domains)
        self._strides: dict[Fact, int] = {}
        self.count = 1
        for fact, values in domains:
            self._strides[fact] = self.count
            self.count *= len(values)
        self.all = (1 << self.count) - 1
        self._cache: dict[Expression, int] = {}
        self._masks: dict[tuple[Fact, int], int] = {}

    def evaluate(self, expression: Expression) -> int:
        """Return the lanes in which `expression` is true; knowledge tests stay as they are."""
        result = self._cache.get(expression)
        if result is None:
            result = self._cache[expression] = self._evaluated(expression)
        return result

    def avoiding(self, rules: Sequence[Expression]) -> int:
        """Return the lanes in which none of `rules` is true."""
        valid = self.all
        for rule in rules:
            valid &= ~self.evaluate(rule)
        return valid

    def sensitive(self, fact: Fact, result: int, valid: int) -> bool:
        """Tell whether two valid lanes that differ in `fact` alone differ in `result`."""
        stride, size = self._strides[fact], len(self._domains[fact])
        base = self._value_mask(fact, 0)
        shifted = [(result >> stride * i, valid >> stride * i) for i in range(size)]
        return any(
            base & (one ^ two) & valid_one & valid_two
            for i, (one, valid_one) in enumerate(shifted)
            for two, valid_two in shifted[i + 1 :]
        )

    def value_lanes(self, fact: Fact, value: Any) -> int:
        """Return the lanes in which an unknown fact has this representative value."""
        return self._value_mask(fact, self._domains[fact].index(value))

    def _evaluated(self, expression: Expression) -> int:
        match expression:
            case And(parts):
                result = self.all
                for part in parts:
                    result &= self.evaluate(part)
                return result
            case Or(parts):
                result = 0
                for part in parts:
                    result |= self.evaluate(part)
                return result
            case Not(part):
                return self.all ^ self.evaluate(part)
            case Always():
                return self.all
            case IsKnown(fact):
                return self.all if fact.name in self._known else 0
            case DerivedFact():
                return self.evaluate(expression.definition)
            case Exceeds(left, right):
                return self._exceeds(left, right)
        return self._where(fact_of(expression), lambda value: holds_for(expression, value))

    def _where(self, fact: Fact, accepts: Callable[[Any], bool]) -> int:
        if fact not in self._domains:
            return self.all if accepts(self._known[fact.name]) else 0
        result = 0
        for index, value in enumerate(self._domains[fact]):
            if accepts(value):
                result |= self._value_mask(fact, index)
        return result

    def _exceeds(self, left: Fact, right: Fact) -> int:
        result = 0
        for value in self._domains.get(right) or (self._known[right.name],):
            here = self._where(right, lambda other, value=value: other == value)  # type: ignore[misc]
            result |= here & self._where(left, lambda other, value=value: other > value)  # type: ignore[misc]
        return result

    def _value_mask(self, fact: Fact, index: int) -> int:
        """Return the lanes of one value: a block of ones, repeated by doubling."""
        mask = self._masks.get((fact, index))
        if mask is None:
            stride = self._strides[fact]
            mask = ((1 << stride) - 1) << (stride * index)
            width = stride * len(self._domains[fact])
            while width < self.count:
                mask |= mask << width
                width *= 2
            mask &= self.all
            self._masks[fact, index] = mask
        return mask
