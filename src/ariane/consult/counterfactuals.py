"""What would turn a statement for this patient, each answer checked on the changed case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from ariane.case.case import Case
from ariane.case.inference import inferred
from ariane.consult.consultation import Assessed
from ariane.facts.vocabulary import BY_NAME, ORDER
from ariane.guideline.statement import Statement
from ariane.logic.counterfactual import Demand, turning_demands
from ariane.logic.evaluate import evaluate
from ariane.logic.fact import Fact
from ariane.logic.truth import Truth

MOST = 12
"""Sets shown for one target."""
MOST_TRIED = 200


class Change(NamedTuple):
    """A set of facts with values that turn a statement; `before` is absent where it was unknown."""

    facts: tuple[tuple[Fact, Any], ...]
    target: Truth


def changes(case: Case, entry: Assessed) -> tuple[Change, ...]:
    """Return the smallest sets of changed facts that turn a statement which holds or fails."""
    if entry.truth is Truth.UNKNOWN:
        return ()
    target = entry.truth is Truth.FAILS
    return _found(case, entry.statement, target, changing_known=True)


def completions(case: Case, entry: Assessed) -> tuple[Change, ...]:
    """Return the smallest sets of missing facts, with values, that settle a waiting statement."""
    if entry.truth is not Truth.UNKNOWN:
        return ()
    return tuple(
        change
        for target in (True, False)
        for change in _found(case, entry.statement, target, changing_known=False)
    )


def _found(
    case: Case, statement: Statement, target: bool, changing_known: bool
) -> tuple[Change, ...]:
    kept: list[Change] = []
    for demand in turning_demands(statement.when, case.known, target, changing_known):
        change = next(_possible(case, statement, demand, target), None)
        if change is not None:
            kept.append(change)
        if len(kept) == MOST:
            break
    return tuple(kept)


def _possible(case: Case, statement: Statement, demand: Demand, target: bool) -> Iterator[Change]:
    """Yield the value choices of a demand that a real patient could have and that turn it."""
    names = sorted((fact.name for fact in demand), key=ORDER.__getitem__)
    choices = product(*(_plain_first(demand[BY_NAME[name]]) for name in names))
    for _, values in zip(range(MOST_TRIED), choices, strict=False):
        stated = {**case.stated, **dict(zip(names, values, strict=True))}
        outcome = inferred(stated, case.exams, case.pci)
        if outcome.problems or evaluate(statement.when, outcome.known) is not target:
            continue
        facts = tuple((BY_NAME[name], value) for name, value in zip(names, values, strict=True))
        yield Change(facts, Truth.of(target))


def _plain_first(values: tuple[Any, ...]) -> list[Any]:
    return sorted(values, key=lambda value: value is False)
