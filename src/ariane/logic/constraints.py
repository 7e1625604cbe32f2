"""What can be true together: expressions that no real patient satisfies."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, EnumFact, Fact, IntFact, NumberFact, SetFact
from ariane.logic.structure import base_facts


def still_open(forbidden: Sequence[Expression], known: Values) -> tuple[Expression, ...]:
    """Return the forbidden combinations that the known facts do not already avoid."""
    return tuple(rule for rule in forbidden if evaluate(rule, known) is not False)


def touching(
    facts: Sequence[Fact], forbidden: Sequence[Expression], known: Values
) -> tuple[tuple[Fact, ...], tuple[Expression, ...]]:
    """Return the unknown facts and the forbidden combinations that bear on `facts`.

    Starting from the unknown `facts`, follow the open combinations to every unknown fact they
    reach; then drop each outsider that has a value by which all its combinations are avoided
    whatever the others are (pure-literal elimination), for it restricts nothing. Raises
    `ValueError` where the known facts meet a forbidden combination.
    """
    rules = {rule: _unknown(rule, known) for rule in still_open(forbidden, known)}
    if not all(rules.values()):
        raise ValueError("the known facts contradict the constraints")
    reached = list(facts)
    for fact in reached:
        for members in rules.values():
            if fact in members:
                reached.extend(member for member in members if member not in reached)
    rules = {rule: members for rule, members in rules.items() if set(members) & set(reached)}
    outsiders = [fact for fact in reached if fact not in facts]
    dropped = True
    while dropped:
        dropped = False
        for fact in outsiders:
            mine = [rule for rule, members in rules.items() if fact in members]
            if _avoids_all(fact, mine, known):
                outsiders.remove(fact)
                for rule in mine:
                    del rules[rule]
                dropped = True
                break
    return (*facts, *outsiders), tuple(rules)


def _unknown(rule: Expression, known: Values) -> tuple[Fact, ...]:
    return tuple(fact for fact in base_facts(rule) if fact.name not in known)


def _avoids_all(fact: Fact, rules: Sequence[Expression], known: Values) -> bool:
    for value in _extremes(fact):
        completed = {**known, fact.name: value}
        if all(evaluate(rule, completed) is False for rule in rules):
            return True
    return not rules


def _extremes(fact: Fact) -> tuple[object, ...]:
    """Return a few values that are likely to avoid a combination; missing one costs only time."""
    match fact:
        case BoolFact():
            return (False, True)
        case EnumFact():
            return fact.results()
        case IntFact() if fact.allowed:
            return fact.allowed
        case NumberFact():
            return (0, 10**9)
        case SetFact():
            return (frozenset(),)
    return ()
