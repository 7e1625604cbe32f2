"""Exact statuses that are remembered: a condition depends on few facts, whose states come back.

From one moment of a consultation to the next one fact changes, and only the conditions that it
bears on are worked out anew. The *local state* of a condition is the tuple of the known values of
all facts that can bear on it: those it names, and those that constraints tie to them. Constraints
name no derived facts.
"""

from __future__ import annotations

from collections.abc import Callable, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import getitem
from typing import Any, NamedTuple

from ariane.logic.compiled import State, compiled_states
from ariane.logic.completions import Completions
from ariane.logic.constraints import Rules
from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.memory import Memory
from ariane.logic.structure import base_facts, named_facts
from ariane.logic.warming import Warming

Answers = Mapping[Fact, tuple[Any, ...]]
Ties = Sequence[tuple[Expression, KeysView[Fact]]]
"""Constraints, each with the facts that it ties together."""
Key = bool | State
"""The Kleene value of a condition or, where that is unknown, its local state."""


class Gain(NamedTuple):
    """What one possible answer about one unknown fact settles a condition to."""

    fact: Fact
    answer: int
    truth: bool


@dataclass(frozen=True, slots=True, eq=False)
class Status:
    """The Kleene value and the exact status of a condition in one local state.

    `gains` only where it is not settled. Each is made once and remembered: identity is equality.
    """

    kleene: bool | None
    settled: bool
    truth: bool | None
    missing: tuple[Fact, ...]
    gains: tuple[Gain, ...]


HOLDS = Status(True, True, True, (), ())
FAILS = Status(False, True, False, (), ())


class RememberedStatuses:
    """The exact statuses of a fixed list of conditions, case after case."""

    def __init__(
        self, conditions: Sequence[Expression], forbidden: Sequence[Expression], answers: Answers
    ) -> None:
        place = {condition: number for number, condition in enumerate(dict.fromkeys(conditions))}
        self._places = [place[condition] for condition in conditions]
        ties = _ties(forbidden)
        self._conditions = [_Condition(condition, ties, answers) for condition in place]
        self._memories = [Memory(condition.status) for condition in self._conditions]
        self._keys = Warming(self._walked_keys, self._compiled_keys)

    def statuses(self, known: Values) -> list[Status]:
        """Return the status of every condition."""
        found = list(map(getitem, self._memories, self._keys(known)))
        return [found[place] for place in self._places]

    def _walked_keys(self, known: Values) -> tuple[Key, ...]:
        return tuple(condition.key(known) for condition in self._conditions)

    def _compiled_keys(self) -> Callable[[Values], tuple[Key, ...]]:
        bearing = [condition.bearing for condition in self._conditions]
        return compiled_states([condition.tree for condition in self._conditions], bearing)


class _Condition:
    """One condition with all that bears on it."""

    def __init__(self, tree: Expression, ties: Ties, answers: Answers) -> None:
        self.tree = tree
        self._ties = ties
        self._answers = answers

    @cached_property
    def bearing(self) -> tuple[Fact, ...]:
        """The facts that can bear on it."""
        return _bearing(self.tree, self._ties)

    def key(self, known: Values) -> Key:
        """Return the Kleene value or, where that is unknown, the local state."""
        truth = evaluate(self.tree, known)
        return tuple(known.get(fact.name) for fact in self.bearing) if truth is None else truth

    def status(self, key: Key) -> Status:
        """Return the status for a Kleene value or a local state."""
        if isinstance(key, bool):
            return HOLDS if key else FAILS
        pairs = zip(self.bearing, key, strict=True)
        known = {fact.name: value for fact, value in pairs if value is not None}
        rules = Rules(self._forbidden, known)
        completions = Completions(self.tree, known, rules)
        status = completions.status()
        gains = () if status.settled else self._gains(completions, status.missing, rules)
        return Status(None, status.settled, status.truth, status.missing, gains)

    @cached_property
    def _forbidden(self) -> list[Expression]:
        return [rule for rule, members in self._ties if not members.isdisjoint(self.bearing)]

    def _gains(
        self, completions: Completions, missing: Sequence[Fact], rules: Rules
    ) -> tuple[Gain, ...]:
        gains = []
        for fact in completions.reached:
            if fact not in self._answers or not (fact in missing or rules.bears_on(fact)):
                continue
            for number, value in enumerate(self._answers[fact]):
                truth = completions.settled_by(fact, value)
                if truth is not None:
                    gains.append(Gain(fact, number, truth))
        return tuple(gains)


def bearing_facts(expression: Expression, forbidden: Sequence[Expression]) -> tuple[Fact, ...]:
    """Return every fact whose value can bear on a condition, constraints followed to their ends."""
    return _bearing(expression, _ties(forbidden))


def _ties(forbidden: Sequence[Expression]) -> Ties:
    return [(rule, dict.fromkeys(base_facts(rule)).keys()) for rule in forbidden]


def _bearing(expression: Expression, ties: Ties) -> tuple[Fact, ...]:
    found = list(dict.fromkeys((*base_facts(expression), *named_facts(expression))))
    found = [fact for fact in found if not isinstance(fact, DerivedFact)]
    for fact in found:
        for _, members in ties:
            if fact in members:
                found.extend(member for member in members if member not in found)
    return tuple(found)
