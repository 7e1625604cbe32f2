"""How far a task has come in a case, and since when; never by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ariane.case.case import Case, ExamRecord
from ariane.consult.plan import State
from ariane.consult.tasks import WORK, Task
from ariane.facts.exams import SAME_AS, Exam, ExamStatus
from ariane.facts.molecular import MOLECULAR_PROFILE_STATUS
from ariane.facts.person import (
    DIABETES,
    PRIOR_CANCER_HISTORY,
    PRIOR_HISTOLOGY_REPORTS_RETRIEVED,
    PRIOR_OPERATIVE_REPORTS_RETRIEVED,
    PRIOR_PROCEDURES,
    UNDERLYING_LIVER_DISEASE,
)
from ariane.facts.surgery import LAPAROSCOPY_PLANNED
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression

REFUSALS = frozenset({ExamStatus.REFUSED, ExamStatus.IMPOSSIBLE})
UNDER_WAY: dict[Task, tuple[Expression, State]] = {
    Task.DNA_PANEL: (MOLECULAR_PROFILE_STATUS.is_("pending"), State.REQUESTED),
    Task.BIOPSY_SURGICAL: (LAPAROSCOPY_PLANNED, State.SCHEDULED),
}
"""Facts that say that a task has been started, where no examination is recorded."""
OF_THE_PAST = frozenset(
    fact.name
    for fact in (
        DIABETES,
        PRIOR_CANCER_HISTORY,
        PRIOR_HISTOLOGY_REPORTS_RETRIEVED,
        PRIOR_OPERATIVE_REPORTS_RETRIEVED,
        PRIOR_PROCEDURES,
        UNDERLYING_LIVER_DISEASE,
    )
)
"""Facts whose documents may be older than this disease: they do not start its time."""


class Progress(NamedTuple):
    """The state of a task, the date that belongs to it, and the days since a request."""

    state: State
    date: date | None = None
    since_days: int | None = None


def progress(case: Case, task: Task) -> Progress:
    """Return how far a task has come: what is scheduled counts before what is only requested."""
    records = [case.exams[exam] for exam in WORK[task].exams if exam in case.exams]
    for status, state in _STATES:
        for record in records:
            if record.status is status:
                return _at(state, record, case)
    if any(done(case, exam) for exam in WORK[task].exams):
        return Progress(State.RESULT_TO_OBTAIN)
    if task in UNDER_WAY:
        condition, state = UNDER_WAY[task]
        if evaluate(condition, case.known):
            return Progress(state)
    return Progress(State.TO_DO)


_STATES = (
    (ExamStatus.SCHEDULED, State.SCHEDULED),
    (ExamStatus.REQUESTED, State.REQUESTED),
    (ExamStatus.DONE, State.RESULT_TO_OBTAIN),
)


def _at(state: State, record: ExamRecord, case: Case) -> Progress:
    since = days_between(record.date, case.as_of) if state is State.REQUESTED else None
    return Progress(state, record.date, since)


def done(case: Case, exam: Exam) -> bool:
    """Tell whether an examination is recorded as done, by itself or by the fact that says so."""
    record = case.exams.get(exam)
    if record is not None:
        return record.status is ExamStatus.DONE
    same = SAME_AS.get(exam)
    return same is not None and case.known.get(same.fact.name) in same.done


def refused(case: Case, task: Task) -> bool:
    """Tell whether every examination of a task is refused or impossible."""
    exams = WORK[task].exams
    return bool(exams) and all(
        exam in case.exams and case.exams[exam].status in REFUSALS for exam in exams
    )


def first_date(case: Case) -> date | None:
    """Return the earliest date of the case that is not after its day; `None` without one."""
    dates = [day for day in _dates(case) if case.as_of is None or day <= case.as_of]
    return min(dates, default=None)


def days_between(start: date | None, end: date | None) -> int | None:
    """Return whole days from one date to a later one; `None` where one is missing or misplaced."""
    if start is None or end is None or end < start:
        return None
    return (end - start).days


def _dates(case: Case) -> Iterator[date]:
    for name, source in case.sources.items():
        if source.date is not None and name not in OF_THE_PAST:
            yield source.date
    for record in case.exams.values():
        if record.date is not None:
            yield record.date
