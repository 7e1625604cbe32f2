"""What would have to be otherwise: the smallest sets of facts that turn a condition.

The condition is brought into negation normal form; each way to make it true (an implicant) asks of
some facts that their value lie in a set. Facts that comply already cost nothing; of what remains,
the sets that contain no other are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ariane.logic.domains import domain
from ariane.logic.evaluate import Values, holds_for
from ariane.logic.expression import Always, And, Exceeds, Expression, IsKnown, Not, Or
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import atoms, base_facts, facts_of

MOST_WAYS = 4096
"""Ways kept while the condition is multiplied out; the shortest survive."""

Demand = Mapping[Fact, tuple[Any, ...]]
"""For some facts, the values of which any one will do."""


def turning_demands(
    expression: Expression, known: Values, target: bool, changing_known: bool
) -> tuple[Demand, ...]:
    """Return the smallest demands on facts that make Kleene evaluation give `target`.

    With `changing_known`, known facts may take another value; without, only unknown facts are
    given one. Knowledge tests keep their present value. Shortest first; none contains another;
    none at all where the condition gives `target` already.
    """
    values = {fact: _values(fact, expression, known) for fact in base_facts(expression)}
    ways = _ways(expression, target, known, values)
    found: list[dict[Fact, tuple[Any, ...]]] = []
    for way in sorted(ways, key=len):
        demand = _unmet(way, known)
        if not demand:
            return ()
        if not changing_known and any(f.name in known for f in demand):
            continue
        if not any(set(kept) <= set(demand) and _within(kept, demand) for kept in found):
            found.append(demand)
    found.sort(key=len)
    return tuple(d for i, d in enumerate(found) if not any(_covers(o, d) for o in found[:i]))


def _covers(smaller: Demand, larger: Demand) -> bool:
    return set(smaller) < set(larger) and _within(smaller, larger)


def _within(smaller: Demand, larger: Demand) -> bool:
    """Tell whether whatever meets `larger` meets `smaller` on the facts they share."""
    return all(set(larger[fact]) <= set(values) for fact, values in smaller.items())


def _unmet(way: Demand, known: Values) -> dict[Fact, tuple[Any, ...]]:
    return {
        fact: values
        for fact, values in way.items()
        if fact.name not in known or known[fact.name] not in values
    }


def _values(fact: Fact, expression: Expression, known: Values) -> tuple[Any, ...]:
    leaves = atoms(expression)
    bounds = [
        known[other.name]
        for leaf in leaves
        if isinstance(leaf, Exceeds) and fact in facts_of(leaf)
        for other in facts_of(leaf)
        if other.name in known
    ]
    found = domain(fact, leaves, bounds)
    present = known.get(fact.name)
    return found if present is None or present in found else (*found, present)


def _ways(
    expression: Expression,
    target: bool,
    known: Values,
    values: Mapping[Fact, tuple[Any, ...]],
) -> list[Demand]:
    match expression:
        case Always():
            return [{}] if target else []
        case IsKnown(fact):
            return [{}] if (fact.name in known) is target else []
        case Not(part):
            return _ways(part, not target, known, values)
        case DerivedFact():
            return _ways(expression.definition, target, known, values)
        case And(parts) | Or(parts):
            each = [_ways(part, target, known, values) for part in parts]
            if isinstance(expression, And) is target:
                return _product(each, known)
            return _shortest([way for ways in each for way in ways], known)
        case Exceeds(left, right):
            return [
                {left: (one,), right: (two,)}
                for one in values[left]
                for two in values[right]
                if (one > two) is target
            ]
    fact = facts_of(expression)[0]
    accepted = tuple(v for v in values[fact] if holds_for(expression, v) is target)
    return [{fact: accepted}] if accepted else []


def _product(each: Sequence[list[Demand]], known: Values) -> list[Demand]:
    joined: list[Demand] = [{}]
    for ways in each:
        joined = _shortest(
            [both for one in joined for two in ways if (both := _joined(one, two)) is not None],
            known,
        )
    return joined


def _joined(one: Demand, two: Demand) -> Demand | None:
    """Return the demand that meets both, or `None` where a fact would need two values at once."""
    both = dict(one)
    for fact, values in two.items():
        if fact in both:
            values = tuple(value for value in both[fact] if value in values)
            if not values:
                return None
        both[fact] = values
    return both


def _shortest(ways: list[Demand], known: Values) -> list[Demand]:
    if len(ways) <= MOST_WAYS:
        return ways
    return sorted(ways, key=lambda way: len(_unmet(way, known)))[:MOST_WAYS]
