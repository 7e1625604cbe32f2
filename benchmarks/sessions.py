"""A consultation as it goes: one question answered at a time, always the one ranked first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter_ns
from typing import Any

from partial_cases import Told, case_of

from ariane.case.case import Case
from ariane.consult.assessment import assess
from ariane.consult.consultation import Question
from ariane.consult.engine import engine

Session = tuple[Case, ...]
"""The case before the first answer, after it, after the second, and so on."""


@dataclass(frozen=True)
class Turns:
    """Nanoseconds of the turns of one session.

    `first` is cold: the engine is made and remembers nothing. `after_answer` come next in the same
    session, one fact more being known each time. `seen` are the same cases once more.
    """

    first: int
    after_answer: tuple[int, ...]
    seen: tuple[int, ...]


def session(told: Told, turns: int, random: Random) -> Session:
    """Return the cases of a session of at most `turns` answers."""
    cases = [told.case]
    while len(cases) <= turns:
        answered = _answered(cases[-1], told, random)
        if answered is None:
            break
        cases.append(answered)
    return tuple(cases)


def timed_session(cases: Session) -> Turns:
    """Assess all cases of a session with an engine that has seen none before."""
    engine.cache_clear()
    engine()
    first, *after_answer = _timed(cases)
    return Turns(first, tuple(after_answer), tuple(_timed(cases)))


def _timed(cases: Sequence[Case]) -> list[int]:
    nanoseconds = []
    for case in cases:
        start = perf_counter_ns()
        assess(case)
        nanoseconds.append(perf_counter_ns() - start)
    return nanoseconds


def _answered(case: Case, told: Told, random: Random) -> Case | None:
    """Return the case with its first question answered, by the patient or else at random."""
    for question in assess(case).questions:
        for value in _values(question, told, random):
            answered = case_of(case, {**case.stated, question.fact.name: value})
            if answered is not None:
                return answered
    return None


def _values(question: Question, told: Told, random: Random) -> list[Any]:
    if told.patient is not None:
        return [told.patient[question.fact.name]]
    values = [value for answer in question.answers for value in answer.values]
    return random.sample(values, len(values))
