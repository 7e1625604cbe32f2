"""From a consultation to its plan.

The order is stable, whatever the order of the facts: by stage (what others wait for comes before
them); within a stage first what a caution asks for, then what most entries and statements wait
for, then the stronger statement, then the chapter.
"""

from __future__ import annotations

from functools import cache

from ariane.consult.asked import Asked, asked
from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.dependencies import BEFORE, LIMITS
from ariane.consult.digest import BOXES, ORDER_OF, place_of
from ariane.consult.importance import Place
from ariane.consult.plan import Blocker, DoneTask, NotToDelay, Plan, PlanEntry, RefusedExam
from ariane.consult.progress import REFUSALS, days_between, first_date, progress
from ariane.consult.reasons import reasons
from ariane.consult.safeguards import beside
from ariane.consult.tasks import WORK, Task
from ariane.consult.waiting import Waiting
from ariane.facts.exams import Exam
from ariane.guideline.statement import Statement, Strength
from ariane.logic.truth import Truth

STRENGTHS = (
    Strength.MUST_NOT,
    Strength.SAFETY,
    Strength.REFERENCE,
    Strength.RECOMMENDATION,
    Strength.ALGORITHM,
    Strength.OPTION,
    Strength.TRIAL,
    Strength.STATEMENT,
)
"""The strongest first."""


def plan(consultation: Consultation) -> Plan:
    """Return the plan of a consultation."""
    case = consultation.case
    sorted_out = asked(consultation)
    earliest = first_date(case)
    return Plan(
        case.id,
        case.as_of,
        earliest,
        days_between(earliest, case.as_of),
        _Planner(consultation, sorted_out).entries(),
        tuple(DoneTask(task, _ids(members)) for task, members in sorted_out.done.items()),
        _refusals(consultation, sorted_out),
    )


class _Planner:
    def __init__(self, consultation: Consultation, sorted_out: Asked) -> None:
        self._consultation = consultation
        self._open = sorted_out.open
        self._parts = sorted_out.parts
        self._waits = {task: self._blockers(task) for task in self._open}
        self._stage = cache(self._work_out_stage)
        taken = {entry.id for members in self._open.values() for entry in members}
        self._waiting = Waiting(consultation, taken)
        self._chapter = {entry.id: number for number, entry in enumerate(consultation)}

    def entries(self) -> tuple[PlanEntry, ...]:
        """Return all entries in the order of doing."""
        return tuple(sorted((self._entry(task) for task in self._open), key=self._order))

    def _order(self, entry: PlanEntry) -> tuple[int, bool, int, int, int]:
        return (
            entry.stage,
            not entry.safety,
            -len(entry.blocks),
            STRENGTHS.index(entry.strength),
            self._chapter[entry.lead],
        )

    def _entry(self, task: Task) -> PlanEntry:
        members = self._open[task]
        lead = _lead(members)
        so_far = progress(self._consultation.case, task)
        return PlanEntry(
            task=task,
            kind=WORK[task].kind,
            statements=_ids(members),
            lead=lead.id,
            strength=_strength(lead.statement),
            grade=lead.statement.grade,
            optional=all(place_of(entry) is not Place.DO for entry in members)
            and not _cautioned(members),
            safety=_cautioned(members),
            who=WORK[task].who,
            state=so_far.state,
            date=so_far.date,
            since_days=so_far.since_days,
            stage=self._stage(task),
            waits_for=self._waits[task],
            blocks_entries=tuple(
                other
                for other, blockers in self._waits.items()
                if any(blocker.task is task for blocker in blockers)
            ),
            blocks_statements=self._waiting.for_parts(self._parts[task]),
            must_not_delay=self._limits(task),
            because=self._because(lead, members),
            safeguards=beside(self._consultation.safety, _ids(members)),
        )

    def _blockers(self, task: Task) -> tuple[Blocker, ...]:
        found = [
            Blocker(first, rule.statement)
            for rule in BEFORE
            if task in rule.then and place_of(self._consultation[rule.statement]) is not Place.DONE
            for first in rule.first
            if first in self._open
        ]
        return tuple({blocker.task: blocker for blocker in reversed(found)}.values())[::-1]

    def _work_out_stage(self, task: Task) -> int:
        return 1 + max((self._stage(blocker.task) for blocker in self._waits[task]), default=0)

    def _limits(self, task: Task) -> tuple[NotToDelay, ...]:
        return tuple(
            NotToDelay(limit.held, limit.statement, limit.reading)
            for limit in LIMITS
            if task in limit.tasks
            and self._consultation[limit.statement].settled_truth is Truth.HOLDS
        )

    def _because(self, lead: Assessed, members: tuple[Assessed, ...]) -> tuple[str, ...]:
        """Return the known facts behind the statements, those of the leading one first."""
        facts = [f for entry in (lead, *members) for f in reasons(self._consultation, entry)]
        return tuple(dict.fromkeys(fact.name for fact in facts))


def _lead(members: tuple[Assessed, ...]) -> Assessed:
    """Return the strongest statement; of one subject the indication box is the one that counts."""
    subjects: dict[str, Assessed] = {}
    for entry in members:
        subject = entry.statement.subject or entry.id
        if subject not in subjects or entry.statement.kind in BOXES:
            subjects[subject] = entry
    return min(subjects.values(), key=_precedence)


def _precedence(entry: Assessed) -> tuple[int, int]:
    return ORDER_OF[place_of(entry)], STRENGTHS.index(_strength(entry.statement))


def _strength(statement: Statement) -> Strength:
    return Strength.OPTION if statement.tentative else statement.strength


def _cautioned(members: tuple[Assessed, ...]) -> bool:
    return any(place_of(entry) is Place.AVOID for entry in members)


def _refusals(consultation: Consultation, sorted_out: Asked) -> tuple[RefusedExam, ...]:
    case = consultation.case
    return tuple(
        RefusedExam(exam, record.status, record.date, _asking_for(exam, sorted_out))
        for exam, record in sorted(case.exams.items(), key=lambda item: list(Exam).index(item[0]))
        if record.status in REFUSALS
    )


def _asking_for(exam: Exam, sorted_out: Asked) -> tuple[str, ...]:
    groups = [members for task, members in sorted_out.refused.items() if exam in WORK[task].exams]
    return tuple(dict.fromkeys(entry.id for members in groups for entry in members))


def _ids(members: tuple[Assessed, ...]) -> tuple[str, ...]:
    return tuple(entry.id for entry in members)
