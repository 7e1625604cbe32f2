"""Every statement that asks has a task, and what comes before what is cited and has no cycle."""

from __future__ import annotations

from graphlib import TopologicalSorter

import pytest

from ariane.consult.asking import BY_ID, MANNER, MERGED, SHOWN_DONE, tasks_of
from ariane.consult.consultation import Fulfilled
from ariane.consult.dependencies import BEFORE, LIMITS
from ariane.consult.importance import Place, place_once_it_holds
from ariane.consult.tasks import WORK, Task
from ariane.consult.waiting import completed_by, yields
from ariane.facts.exams import Exam
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.chapter import statements, statements_by_id

TO_DO = (Place.DO, Place.DISCUSS)


def asks(statement: Statement) -> bool:
    place = place_once_it_holds(statement, Fulfilled.NO)
    caution = statement.asks_for_something and statement.id not in MANNER
    return place in TO_DO or (place is Place.AVOID and caution)


@pytest.mark.parametrize("statement", [s for s in statements() if asks(s)], ids=lambda s: s.id)
def test_whatever_asks_has_a_task(statement: Statement) -> None:
    assert tasks_of(statement)


def test_the_table_names_statements_that_exist_and_each_once() -> None:
    assert set(BY_ID) <= set(statements_by_id())
    assert set(SHOWN_DONE) <= set(statements_by_id())


def test_every_task_is_worked_out_and_some_statement_asks_for_it() -> None:
    assert list(WORK) == list(Task)
    asked = {task for statement in statements() for task in tasks_of(statement)}
    assert asked == set(Task)


def test_every_examination_belongs_to_a_task() -> None:
    assert {exam for work in WORK.values() for exam in work.exams} == set(Exam)


def test_only_what_has_no_fulfilment_of_its_own_is_shown_done_by_results() -> None:
    assert not [name for name in SHOWN_DONE if statements_by_id()[name].asks_for_something]


def test_what_completes_a_task_is_among_what_it_yields() -> None:
    for task in Task:
        assert set(completed_by(task)) & set(VOCABULARY) <= set(yields(task))
        assert set(yields(task)) <= set(VOCABULARY)


def test_before_has_no_cycle_and_cites_statements() -> None:
    graph: dict[Task, set[Task]] = {}
    for rule in BEFORE:
        assert rule.statement in statements_by_id()
        for then in rule.then:
            graph.setdefault(then, set()).update(rule.first)
    assert list(TopologicalSorter(graph).static_order())


def test_limits_and_readings_are_those_of_their_statements() -> None:
    readings = {ambiguity.id for ambiguity in AMBIGUITIES}
    for limit in LIMITS:
        statement = statements_by_id()[limit.statement]
        assert limit.reading is None or limit.reading in readings & set(statement.ambiguities)


def test_merging_leads_nowhere_in_circles() -> None:
    assert list(
        TopologicalSorter({task: set(into) for task, into in MERGED.items()}).static_order()
    )
