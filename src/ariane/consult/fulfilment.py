"""Whether what a statement asks for has been done: by its own condition, else by its exams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ariane.case.case import Case
from ariane.consult.consultation import Fulfilled
from ariane.facts.exams import Exam, ExamStatus
from ariane.guideline.statement import Statement
from ariane.logic.expression import And, Expression
from ariane.logic.fact import BoolFact
from ariane.logic.warming import evaluator

DONE: dict[Exam, BoolFact] = {exam: BoolFact(f"exams.{exam}") for exam in Exam}
"""Examinations as facts: done, not done though recorded, or unknown."""
NOTHING = BoolFact("(nothing)")
"""The condition of a statement that has none: no case knows it."""


class Fulfilments:
    """The two ways to be fulfilled, of all statements that ask for something at once."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        asking = [(n, s) for n, s in enumerate(statements) if s.asks_for_something]
        self._places = [number for number, _ in asking]
        self._own = evaluator([_own_condition(statement) for _, statement in asking])
        self._exams = evaluator([_all_done(statement.exams) for _, statement in asking])

    def answers(self, case: Case) -> Iterator[tuple[int, bool | None, bool | None]]:
        """Return places of statements, what their own conditions say, and what their exams say."""
        exams = case.exams.items()
        done = {DONE[exam].name: record.status is ExamStatus.DONE for exam, record in exams}
        return zip(self._places, self._own(case.recorded), self._exams(done), strict=True)


def fulfilled(
    statement: Statement, truth: bool | None, own: bool | None, exams: bool | None
) -> Fulfilled:
    """Return the fulfilment of a statement whose condition has the Kleene value `truth`."""
    if truth is False or not statement.asks_for_something:
        return Fulfilled.NOT_APPLICABLE
    done = exams if own is None else own
    if done is None:
        return Fulfilled.UNKNOWN
    return Fulfilled.YES if done else Fulfilled.NO


def _all_done(exams: tuple[Exam, ...]) -> Expression:
    return And(tuple(DONE[exam] for exam in exams)) if exams else NOTHING


def _own_condition(statement: Statement) -> Expression:
    return NOTHING if statement.fulfilled_when is None else statement.fulfilled_when
