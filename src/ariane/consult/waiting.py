"""Which statements wait for the result of a task, read off the knowledge itself.

A statement waits for a task where a fact that it misses is one that the task yields; and where it
fails only because the task has not been done yet (no histology): it opens once that is forgotten.
Only statements count by which something would be done, discussed or avoided.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from ariane.consult.asking import tasks_of
from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.importance import Place, importance, place_once_it_holds
from ariane.consult.tasks import WORK, Task
from ariane.facts.exams import SAME_AS
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.evaluate import evaluate
from ariane.logic.fact import BoolFact, Fact
from ariane.logic.structure import base_facts, named_facts
from ariane.logic.truth import Truth

MATTERING = frozenset({Place.DO, Place.DISCUSS, Place.AVOID})


class Waiting:
    """The statements of a consultation that may still come to hold and would then matter."""

    def __init__(self, consultation: Consultation, taken: Collection[str]) -> None:
        self._known = consultation.case.known
        self._pool = [
            entry for entry in consultation if entry.id not in taken and _may_matter(entry)
        ]

    def for_parts(self, parts: Collection[Task]) -> tuple[str, ...]:
        """Return those that wait for an entry made of `parts`, in the order of the chapter."""
        yielded = {fact.name for part in parts for fact in yields(part)}
        pending = {
            fact.name
            for part in parts
            for fact in completed_by(part)
            if isinstance(fact, BoolFact) and self._known.get(fact.name) is False
        }
        undone = {name: value for name, value in self._known.items() if name not in pending}
        return tuple(
            entry.id
            for entry in self._pool
            if not yielded.isdisjoint(entry.missing) or _opens(entry, pending, undone)
        )


def _may_matter(entry: Assessed) -> bool:
    if entry.settled_truth is Truth.HOLDS or not importance(entry.statement, entry.fulfilled):
        return False
    return place_once_it_holds(entry.statement, entry.fulfilled) in MATTERING


def _opens(entry: Assessed, pending: Collection[str], undone: Mapping[str, Any]) -> bool:
    """Tell whether a statement that fails would no longer, were what is pending not known."""
    if entry.settled_truth is not Truth.FAILS:
        return False
    condition = entry.statement.when
    if not any(fact.name in pending for fact in base_facts(condition)):
        return False
    return evaluate(condition, undone) is not False


@cache
def yields(task: Task) -> tuple[Fact, ...]:
    """Return the facts that the result of a task gives, in the order of the vocabulary."""
    given = {*WORK[task].yields, *completed_by(task)}
    return tuple(fact for fact in VOCABULARY if fact in given or fact.source in given)


@cache
def completed_by(task: Task) -> tuple[Fact, ...]:
    """Return the facts that say that a task is done: of its examinations, of its fulfilments."""
    same = [SAME_AS[exam].fact for exam in WORK[task].exams if exam in SAME_AS]
    alone = [statement for statement in statements() if tasks_of(statement) == (task,)]
    return tuple(dict.fromkeys([*same, *(fact for s in alone for fact in _fulfilment(s))]))


def _fulfilment(statement: Statement) -> tuple[Fact, ...]:
    return () if statement.fulfilled_when is None else named_facts(statement.fulfilled_when)
