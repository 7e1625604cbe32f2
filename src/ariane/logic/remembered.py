"""Exact statuses that are remembered: a condition depends on few facts, whose states come back.

From one moment of a consultation to the next one fact changes, and only the conditions that it
bears on are worked out anew. The *local state* of a condition is the tuple of the known values of
all facts that can bear on it: those it names, and those that constraints tie to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ariane.logic.completions import Completions
from ariane.logic.constraints import Rules
from ariane.logic.evaluate import Values
from ariane.logic.expression import Expression
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import base_facts, named_facts

CAPACITY = 4096
"""Local states kept per condition."""

Answers = Mapping[Fact, tuple[Any, ...]]


class Gain(NamedTuple):
    """What one possible answer about one unknown fact settles a condition to."""

    fact: Fact
    answer: int
    truth: bool


class Status(NamedTuple):
    """The exact status of a condition in one local state; `gains` only where it is not settled."""

    settled: bool
    truth: bool | None
    missing: tuple[Fact, ...]
    gains: tuple[Gain, ...]


HOLDS = Status(True, True, (), ())
FAILS = Status(True, False, (), ())


class RememberedStatuses:
    """The exact statuses of a fixed list of conditions, case after case."""

    def __init__(
        self, conditions: Sequence[Expression], forbidden: Sequence[Expression], answers: Answers
    ) -> None:
        self._conditions = tuple(conditions)
        self._forbidden = tuple(forbidden)
        self._answers = answers
        self._bearing = [bearing_facts(condition, forbidden) for condition in conditions]
        self._states = _state_reader(self._bearing)
        self._memory: list[dict[tuple[Any, ...], Status]] = [{} for _ in conditions]

    def statuses(self, truths: Sequence[bool | None], known: Values) -> list[Status]:
        """Return the status of every condition, given their Kleene values under `known`."""
        found = []
        memories = self._memory
        rules: Rules | None = None
        for index, (truth, state) in enumerate(zip(truths, self._states(known), strict=True)):
            if truth is True:
                found.append(HOLDS)
            elif truth is False:
                found.append(FAILS)
            else:
                memory = memories[index]
                status = memory.get(state)
                if status is None:
                    if len(memory) >= CAPACITY:
                        memory.clear()
                    rules = rules or Rules(self._forbidden, known)
                    status = memory[state] = fresh_status(
                        self._conditions[index], None, known, rules, self._answers
                    )
                found.append(status)
        return found


def fresh_status(
    condition: Expression,
    truth: bool | None,
    known: Values,
    rules: Rules,
    answers: Answers,
) -> Status:
    """Work out the status of one condition, given its Kleene value under `known`."""
    if truth is not None:
        return HOLDS if truth else FAILS
    completions = Completions(condition, known, rules)
    status = completions.status()
    gains: list[Gain] = []
    if not status.settled:
        for fact in completions.reached:
            if fact not in answers:
                continue
            if fact not in status.missing and not rules.bears_on(fact):
                continue
            for number, value in enumerate(answers[fact]):
                settled = completions.settled_by(fact, value)
                if settled is not None:
                    gains.append(Gain(fact, number, settled))
    return Status(status.settled, status.truth, status.missing, tuple(gains))


def bearing_facts(expression: Expression, forbidden: Sequence[Expression]) -> tuple[Fact, ...]:
    """Return every fact whose value can bear on a condition, constraints followed to their ends."""
    found = list(dict.fromkeys((*base_facts(expression), *named_facts(expression))))
    found = [fact for fact in found if not isinstance(fact, DerivedFact)]
    ties = [base_facts(rule) for rule in forbidden]
    for fact in found:
        for members in ties:
            if fact in members:
                found.extend(member for member in members if member not in found)
    return tuple(found)


def _state_reader(
    facts: Sequence[Sequence[Fact]],
) -> Callable[[Values], tuple[tuple[Any, ...], ...]]:
    """Return generated code that reads all local states at once, each fact looked up once."""
    names: dict[str, str] = {}
    for fact in (fact for group in facts for fact in group):
        names.setdefault(fact.name, f"f{len(names)}")
    lines = [f"    {variable} = get({name!r})" for name, variable in names.items()]
    states = ", ".join(
        "(" + "".join(f"{names[fact.name]}, " for fact in group) + ")" for group in facts
    )
    source = "\n".join(
        ["def read(values):", "    get = values.get", *lines, f"    return ({states},)"]
    )
    namespace: dict[str, Any] = {}
    exec(compile(source, "<ariane states>", "exec"), namespace)  # noqa: S102
    reader: Callable[[Values], tuple[tuple[Any, ...], ...]] = namespace["read"]
    return reader
