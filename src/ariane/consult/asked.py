"""What the statements of a consultation ask for, what of it is done, and what was refused."""

from __future__ import annotations

from typing import NamedTuple

from ariane.case.case import Case
from ariane.consult.asking import MANNER, MERGED, SHOWN_DONE, tasks_of
from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.digest import place_of
from ariane.consult.fulfilment import DONE
from ariane.consult.importance import Place
from ariane.consult.progress import done, refused
from ariane.consult.tasks import Task
from ariane.logic.evaluate import Values, evaluate

Members = dict[Task, list[Assessed]]


class Asked(NamedTuple):
    """The statements by task, each list in the order of the chapter.

    `parts` are the tasks that an open one is made of: itself, and those merged into it.
    """

    open: dict[Task, tuple[Assessed, ...]]
    parts: dict[Task, tuple[Task, ...]]
    done: dict[Task, tuple[Assessed, ...]]
    refused: dict[Task, tuple[Assessed, ...]]


def asked(consultation: Consultation) -> Asked:
    """Sort the statements that hold and ask for something by what they ask for."""
    case = consultation.case
    seen = {**case.known, **{DONE[exam].name: done(case, exam) for exam in case.exams}}
    waiting: Members = {}
    finished: Members = {}
    declined: Members = {}
    joining: Members = {}
    for entry in consultation:
        place = place_of(entry)
        if place is Place.DONE or (_recommended(entry, place) and _shown_done(entry, seen)):
            _add(finished, tasks_of(entry.statement), entry)
        elif _recommended(entry, place):
            tasks = _left(entry, case)
            _add(waiting, [task for task in tasks if not refused(case, task)], entry)
            _add(declined, [task for task in tasks if refused(case, task)], entry)
        elif place is Place.READING and entry.statement.asks_for_something:
            _add(joining, tasks_of(entry.statement), entry)
    parts = _merge(waiting)
    for task, members in joining.items():
        if task in waiting:
            waiting[task] += members
    order = {entry.id: number for number, entry in enumerate(consultation)}
    return Asked(
        _in_order(waiting, order), parts, _in_order(finished, order), _in_order(declined, order)
    )


def _recommended(entry: Assessed, place: Place) -> bool:
    """Tell whether a statement asks for something to be done now; a caution may ask for an exam."""
    if place in (Place.DO, Place.DISCUSS):
        return True
    asks = entry.statement.asks_for_something and entry.id not in MANNER
    return place is Place.AVOID and asks


def _shown_done(entry: Assessed, seen: Values) -> bool:
    condition = SHOWN_DONE.get(entry.id)
    return condition is not None and evaluate(condition, seen) is True


def _left(entry: Assessed, case: Case) -> list[Task]:
    """Return the tasks of a statement without those whose own examinations are done.

    All of them where that leaves none: the text asks for more than that they were done.
    """
    tasks = tasks_of(entry.statement)
    finished = {exam.value for exam in entry.statement.exams if done(case, exam)}
    return [task for task in tasks if task not in finished] or list(tasks)


def _merge(waiting: Members) -> dict[Task, tuple[Task, ...]]:
    parts: dict[Task, tuple[Task, ...]] = {task: (task,) for task in waiting}
    for task, wholes in MERGED.items():
        present = [whole for whole in wholes if whole in waiting]
        if task in waiting and len(present) == 1:
            waiting[present[0]] += waiting.pop(task)
            parts[present[0]] += parts.pop(task)
    return parts


def _add(members: Members, tasks: tuple[Task, ...] | list[Task], entry: Assessed) -> None:
    for task in tasks:
        members.setdefault(task, []).append(entry)


def _in_order(members: Members, order: dict[str, int]) -> dict[Task, tuple[Assessed, ...]]:
    """Return the tasks in the order of their kind, their statements in that of the chapter."""
    return {
        task: tuple(sorted(members[task], key=lambda entry: order[entry.id]))
        for task in Task
        if task in members
    }
