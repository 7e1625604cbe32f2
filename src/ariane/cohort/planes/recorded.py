"""Conditions on what is recorded: `not_done` is a value there, where other conditions see none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.expression import And, Expression, IsKnown, Not, OneOf, Or
from ariane.logic.fact import EnumFact, Fact

AS_RECORDED: dict[Fact, EnumFact[Any]] = {
    fact: replace(fact) for fact in VOCABULARY if isinstance(fact, EnumFact) and fact.no_result
}
"""A twin, of the same name, for each fact that may be recorded without a result."""
TWINS = frozenset(AS_RECORDED.values())


def recorded(condition: Expression) -> Expression:
    """Return a condition that reads what is recorded literally, as fulfilments do."""
    match condition:
        case And(parts):
            return And(tuple(map(recorded, parts)))
        case Or(parts):
            return Or(tuple(map(recorded, parts)))
        case Not(part):
            return Not(recorded(part))
        case IsKnown(fact):
            return IsKnown(AS_RECORDED.get(fact, fact))
        case OneOf(fact, values):
            return OneOf(AS_RECORDED.get(fact, fact), values)
    return condition
