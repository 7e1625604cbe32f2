"""What can be true together: expressions that no real patient satisfies."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, EnumFact, Fact, IntFact, NumberFact, SetFact
from ariane.logic.structure import base_facts


class Rules:
    """The forbidden combinations that the known facts of one case leave open.

    `open` maps each to the unknown facts that it still turns on. Raises `ValueError` where the
    known facts meet a forbidden combination.
    """

    def __init__(self, forbidden: Sequence[Expression], known: Values) -> None:
        self.forbidden = tuple(forbidden)
        self.open = {
            rule: _unknown(rule, known) for rule in forbidden if evaluate(rule, known) is not False
        }
        if not all(self.open.values()):
            raise ValueError("the known facts contradict the constraints")

    def reached_from(self, facts: Sequence[Fact]) -> list[Fact]:
        """Return `facts` and every unknown fact that open combinations tie to them."""
        reached = list(facts)
        for fact in reached:
            for members in self.open.values():
                if fact in members:
                    reached.extend(member for member in members if member not in reached)
        return reached

    def bears_on(self, fact: Fact) -> bool:
        """Tell whether an open combination names an unknown fact."""
        return any(fact in members for members in self.open.values())


def touching(
    facts: Sequence[Fact], reached: Sequence[Fact], rules: Rules, known: Values
) -> tuple[tuple[Fact, ...], tuple[Expression, ...]]:
    """Return the unknown facts and the forbidden combinations that bear on `facts`.

    Of the facts `reached`, drop each outsider that has a value by which all its combinations are
    avoided whatever the others are (pure-literal elimination), for it restricts nothing.
    """
    kept = {rule: members for rule, members in rules.open.items() if set(members) & set(reached)}
    outsiders = [fact for fact in reached if fact not in facts]
    dropped = True
    while dropped:
        dropped = False
        for fact in outsiders:
            mine = [rule for rule, members in kept.items() if fact in members]
            if _avoids_all(fact, mine, known):
                outsiders.remove(fact)
                for rule in mine:
                    del kept[rule]
                dropped = True
                break
    return (*facts, *outsiders), tuple(kept)


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
