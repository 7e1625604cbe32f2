"""The words of a task and of its state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ariane.consult.plan import PlanEntry, State
from ariane.consult.tasks import WORK, Task
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language

DateWords = Callable[[date], str]


def task_words(task: Task, language: Language, under_way: bool = False) -> str:
    """Return a task as verb and object: `Demander l'IRM hépatique`, once asked for `Obtenir …`."""
    whole = f"task.{task}"
    if whole in table(language, "plan"):
        return say(f"plan:{whole}", language)
    what = say(f"plan:{whole}.what", language)
    return say("plan:get" if under_way else "plan:ask", language, what=what)


def task_noun(task: Task, language: Language) -> str:
    """Return a task as one says that it is done: `IRM hépatique`."""
    return say(f"plan:task.{task}.noun", language)


def stage_words(stage: int, language: Language) -> str:
    """Return what can be done side by side, and what comes after."""
    if stage == 1:
        return say("plan:stage.first", language)
    return say("plan:stage.later", language, stage=stage)


def state_words(
    entry: PlanEntry, as_of: date | None, language: Language, written: DateWords
) -> str:
    """Return how far an entry has come, with its date where there is one."""
    if entry.since_days is not None:
        return _said("requested.since", language, count=entry.since_days, days=entry.since_days)
    if entry.state is State.TO_DO:
        return _said("to-do.exam" if WORK[entry.task].exams else "to-do", language)
    if entry.date is None:
        return _said(entry.state.value, language)
    past = entry.state is State.SCHEDULED and as_of is not None and entry.date < as_of
    suffix = "past" if past else "on"
    return _said(f"{entry.state}.{suffix}", language, date=written(entry.date))


def _said(key: str, language: Language, **values: object) -> str:
    return say(f"plan:state.{key}", language, **values)
