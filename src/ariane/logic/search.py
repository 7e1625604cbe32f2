"""Exact status where there are too many completions for lanes: a branching search.

Each branch gives one unknown fact a value; Kleene evaluation of the partial case prunes it as soon
as the result is decided or a forbidden combination is met. A *world* is a completion under
construction: two worlds that share all facts but one tell whether that fact can turn the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import And, Expression, IsKnown, Not, Or
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import facts_of, parts_of

Domains = Sequence[tuple[Fact, tuple[Any, ...]]]


class _World(NamedTuple):
    own: Mapping[str, Any]
    wanted: bool


class _Search(NamedTuple):
    expression: Expression
    forbidden: tuple[Expression, ...]

    def exists(self, worlds: Sequence[_World], values: Values, domains: Domains) -> bool:
        """Tell whether some completion gives each world its wanted result and breaks no rule."""
        open_pairs: list[tuple[Expression, Values]] = []
        for world in worlds:
            here = {**values, **world.own}
            for condition, wanted in self._demands(world):
                result = evaluate(condition, here)
                if result is None:
                    open_pairs.append((condition, here))
                elif result is not wanted:
                    return False
        if not open_pairs:
            return True
        fact, options = _next(open_pairs, domains)
        rest = [entry for entry in domains if entry[0] is not fact]
        return any(self.exists(worlds, {**values, fact.name: v}, rest) for v in options)

    def turns(self, fact: Fact, known: Values, domains: Domains) -> bool:
        """Tell whether two valid completions that differ in `fact` alone differ in result."""
        options = dict(domains)[fact]
        rest = [entry for entry in domains if entry[0] is not fact]
        return any(
            self.exists(
                [_World({fact.name: one}, True), _World({fact.name: two}, False)], known, rest
            )
            for one in options
            for two in options
            if one != two
        )

    def _demands(self, world: _World) -> list[tuple[Expression, bool]]:
        return [(self.expression, world.wanted), *((rule, False) for rule in self.forbidden)]


def searched_status(
    expression: Expression,
    known: Values,
    forbidden: Sequence[Expression],
    domains: Domains,
    unknown: Sequence[Fact],
) -> tuple[bool, bool | None, tuple[Fact, ...]]:
    """Return (settled, truth, missing) of `expression`; see `completions.exact_status`."""
    search = _Search(
        frozen_knowledge(expression, known),
        tuple(frozen_knowledge(rule, known) for rule in forbidden),
    )
    can_hold = search.exists([_World({}, True)], known, domains)
    can_fail = search.exists([_World({}, False)], known, domains)
    if not (can_hold or can_fail):
        raise ValueError("the known facts contradict the constraints")
    if not (can_hold and can_fail):
        return True, can_hold, ()
    missing = tuple(fact for fact in unknown if search.turns(fact, known, domains))
    return False, None, missing or tuple(unknown)


def frozen_knowledge(expression: Expression, known: Values) -> Expression:
    """Replace knowledge tests by their present value, and derived facts by their definitions."""
    match expression:
        case And(parts):
            return And(tuple(frozen_knowledge(part, known) for part in parts))
        case Or(parts):
            return Or(tuple(frozen_knowledge(part, known) for part in parts))
        case Not(part):
            return Not(frozen_knowledge(part, known))
        case DerivedFact():
            return frozen_knowledge(expression.definition, known)
        case IsKnown(fact):
            return And(()) if fact.name in known else Or(())
    return expression


def _next(
    open_pairs: Sequence[tuple[Expression, Values]], domains: Domains
) -> tuple[Fact, tuple[Any, ...]]:
    options = dict(domains)
    for condition, values in open_pairs:
        for fact in _open_facts(condition, values):
            if fact in options:
                return fact, options[fact]
    raise ValueError("an open condition names no fact that could be completed")


def _open_facts(expression: Expression, values: Values) -> list[Fact]:
    if evaluate(expression, values) is not None:
        return []
    parts = parts_of(expression)
    if parts:
        return [fact for part in parts for fact in _open_facts(part, values)]
    return [fact for fact in facts_of(expression) if fact.name not in values]
