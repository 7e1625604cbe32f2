"""Read the guideline for a case."""

from __future__ import annotations

from ariane.case.case import Case
from ariane.consult.conflicts import conflicts
from ariane.consult.consultation import Assessed, Consultation, Fulfilled
from ariane.consult.engine import engine
from ariane.consult.pathways import pathways
from ariane.consult.questions import ranked_questions
from ariane.facts.exams import ExamStatus
from ariane.facts.vocabulary import in_order
from ariane.guideline.statement import Statement
from ariane.logic.evaluate import evaluate
from ariane.logic.truth import Truth


def assess(case: Case) -> Consultation:
    """Return the consultation of a case: every statement with its truth and what it waits for."""
    written = engine().statements
    truths, statuses = engine().statuses(case.known)
    fulfilled = [
        _fulfilled(statement, truth, case) for statement, truth in zip(written, truths, strict=True)
    ]
    assessed = tuple(
        Assessed(
            statement,
            Truth.of(truth),
            status.settled,
            Truth.of(status.truth),
            in_order(status.missing),
            done,
        )
        for statement, truth, status, done in zip(written, truths, statuses, fulfilled, strict=True)
    )
    questions = ranked_questions(written, statuses, fulfilled, case)
    by_id = {entry.id: entry for entry in assessed}
    return Consultation(
        case, assessed, questions, pathways(case.known, by_id), conflicts(case.known, by_id)
    )


def _fulfilled(statement: Statement, truth: bool | None, case: Case) -> Fulfilled:
    """Tell whether it is done: by its own condition, and where that is unknown by its exams."""
    if truth is False or not statement.asks_for_something:
        return Fulfilled.NOT_APPLICABLE
    done: bool | None = None
    if statement.fulfilled_when is not None:
        done = evaluate(statement.fulfilled_when, case.recorded)
    if done is None and statement.exams:
        done = _exams_done(statement, case)
    if done is None:
        return Fulfilled.UNKNOWN
    return Fulfilled.YES if done else Fulfilled.NO


def _exams_done(statement: Statement, case: Case) -> bool | None:
    records = [case.exams.get(exam) for exam in statement.exams]
    if any(record is not None and record.status is not ExamStatus.DONE for record in records):
        return False
    return None if None in records else True
