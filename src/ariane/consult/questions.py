"""The missing facts, ranked by what knowing them would settle.

For every unknown fact and every answer to it, each open statement tells what it would settle to
(`logic.remembered.Gain`), all in one pass. The score of a fact is the importance of the statements
that its answers settle, averaged over the answers and divided by the importance of all that is
open: 0 settles nothing whatever the answer, 1 settles everything. Answers count alike: the
guideline prints no probability for them.
"""

from __future__ import annotations

from typing import Any

from ariane.case.case import Case
from ariane.consult.askable import can_be_asked
from ariane.consult.consultation import Answer, Fulfilled, Question
from ariane.consult.engine import engine
from ariane.consult.importance import importance
from ariane.facts.vocabulary import ORDER
from ariane.guideline.statement import Statement
from ariane.logic.fact import Fact
from ariane.logic.remembered import Status


def ranked_questions(
    statements: tuple[Statement, ...],
    statuses: list[Status],
    fulfilled: list[Fulfilled],
    case: Case,
) -> tuple[Question, ...]:
    """Return the questions worth asking, the most decisive first."""
    gained: dict[Fact, list[tuple[int, bool, Statement, int]]] = {}
    total = 0
    for statement, status, done in zip(statements, statuses, fulfilled, strict=True):
        if status.settled:
            continue
        weight = importance(statement, done)
        if weight == 0:
            continue
        total += weight
        for gain in status.gains:
            gained.setdefault(gain.fact, []).append((gain.answer, gain.truth, statement, weight))
    possible = engine().answers
    questions = [
        _question(fact, gains, possible[fact], total)
        for fact, gains in gained.items()
        if can_be_asked(fact, case)
    ]
    return tuple(sorted(questions, key=lambda q: (-q.score, ORDER[q.fact.name])))


def _question(
    fact: Fact,
    gains: list[tuple[int, bool, Statement, int]],
    values: tuple[Any, ...],
    total: int,
) -> Question:
    settled: list[list[tuple[str, bool]]] = [[] for _ in values]
    weight = 0
    for answer, truth, statement, importance_of in gains:
        settled[answer].append((statement.id, truth))
        weight += importance_of
    alike: dict[tuple[tuple[str, bool], ...], list[Any]] = {}
    for value, settles in zip(values, settled, strict=True):
        alike.setdefault(tuple(settles), []).append(value)
    return Question(
        fact,
        round(weight / (len(values) * total), 4),
        tuple(dict.fromkeys(statement.id for _, _, statement, _ in gains)),
        tuple(Answer(tuple(same), settles) for settles, same in alike.items()),
    )
