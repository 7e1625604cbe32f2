"""The next things to do: statements that hold and are not fulfilled, as one ordered list.

A list of things to do for a board coordinator. An entry exists only because a statement holds; the
statements that ask for the same thing share one. Reminders that hold for everyone have no entry:
nothing in a case could ever tick them off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ariane.consult.dependencies import Held
from ariane.consult.tasks import Kind, Role, Task
from ariane.facts.exams import Exam, ExamStatus
from ariane.guideline.statement import Grade, Strength


class State(StrEnum):
    """How far a task has come.

    `RESULT_TO_OBTAIN`: the examination is recorded as done, but not what the text asks of it.
    """

    TO_DO = "to-do"
    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    RESULT_TO_OBTAIN = "result-to-obtain"


class Blocker(NamedTuple):
    """An entry that has to be done first, and the statement that says so."""

    task: Task
    statement: str


class NotToDelay(NamedTuple):
    """What an entry must not hold up, who says so, and the ambiguity that reads it so."""

    held: Held
    statement: str
    reading: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """One thing to do.

    `statements` all hold, ask for it and are not fulfilled, in the order of the chapter; `lead` is
    the strongest of them, an indication box speaking for the whole of its subject (24.3.5).
    `optional`: no statement does more than allow it. `safety`: a caution that holds asks for it.
    `date` belongs to the state; `since_days` is how long a request has been waiting at `as_of`.
    Entries of the same `stage` (from 1) may run side by side; `waits_for` are entries of earlier
    stages. `blocks_entries` and `blocks_statements` wait for its result, the latter to hold or to
    fail. `because` names the known facts that made it hold. `safeguards` are the ids of
    those that stand beside its statements, the gravest first.
    """

    task: Task
    kind: Kind
    statements: tuple[str, ...]
    lead: str
    strength: Strength
    grade: Grade | None
    optional: bool
    safety: bool
    who: tuple[Role, ...]
    state: State
    date: date | None
    since_days: int | None
    stage: int
    waits_for: tuple[Blocker, ...]
    blocks_entries: tuple[Task, ...]
    blocks_statements: tuple[str, ...]
    must_not_delay: tuple[NotToDelay, ...]
    because: tuple[str, ...]
    safeguards: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the entry: its task."""
        return self.task.value

    @property
    def blocks(self) -> tuple[str, ...]:
        """Ids of entries, then of statements, that wait for its result."""
        return (*(task.value for task in self.blocks_entries), *self.blocks_statements)

    @property
    def must_not_delay_treatment(self) -> bool:
        """Whether a statement forbids that treatment wait for it."""
        return any(limit.held is Held.TREATMENT for limit in self.must_not_delay)

    @property
    def under_way(self) -> bool:
        """Whether it has been requested or scheduled, or only its result is missing."""
        return self.state is not State.TO_DO


class DoneTask(NamedTuple):
    """What has been done, and the statements that asked for it."""

    task: Task
    statements: tuple[str, ...]


class RefusedExam(NamedTuple):
    """An examination refused by the patient or impossible; statements that hold and ask for it."""

    exam: Exam
    status: ExamStatus
    date: date | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a case, in the order of doing.

    `elapsed_days` runs from `first_date`, the earliest date of an examination or of a source, to
    `as_of`; both are `None` without dates.
    """

    case_id: str
    as_of: date | None
    first_date: date | None
    elapsed_days: int | None
    entries: tuple[PlanEntry, ...]
    done: tuple[DoneTask, ...]
    refused: tuple[RefusedExam, ...]

    @property
    def to_do(self) -> tuple[PlanEntry, ...]:
        """Entries that are recommended, or allowed and already under way."""
        return tuple(entry for entry in self.entries if not entry.optional or entry.under_way)

    @property
    def to_discuss(self) -> tuple[PlanEntry, ...]:
        """Entries that the text only allows and that nobody has started."""
        return tuple(entry for entry in self.entries if entry.optional and not entry.under_way)
