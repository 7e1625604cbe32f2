"""The plan in words: what text and page show of it, in the order of doing."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ariane.consult.consultation import Consultation
from ariane.consult.plan import Plan, PlanEntry, RefusedExam
from ariane.documents.plan_words import DateWords, state_words, task_noun, task_words
from ariane.documents.safety import guard_words
from ariane.facts.disease_extent import CAPI_STATUS
from ariane.facts.vocabulary import BY_NAME
from ariane.wording.catalogue import speaker, title
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, date_words, known_words

SHOWN_REASONS = 2
SHOWN_TITLES = 8


class Limit(NamedTuple):
    """What must not be held up, and the statement that says so."""

    words: str
    statement: str


class PlanLine(NamedTuple):
    """One thing to do. `labels` are strength and grade; `because` names at most a few facts."""

    id: str
    title: str
    noun: str
    state: str
    under_way: bool
    who: str
    labels: tuple[str, ...]
    strength: str
    safety: bool
    stage: int
    because: str
    cautions: tuple[str, ...]
    effects: tuple[str, ...]
    unlocks: tuple[str, ...]
    limits: tuple[Limit, ...]
    lead: str
    statements: tuple[str, ...]


class PlanView(NamedTuple):
    """A plan in one language; `options` are entries that the text only allows."""

    time: str
    lines: tuple[PlanLine, ...]
    options: tuple[PlanLine, ...]
    done: tuple[str, ...]
    refused: tuple[str, ...]

    @property
    def has_stages(self) -> bool:
        """Whether something has to be done before something else."""
        return len({line.stage for line in self.lines}) > 1


def plan_view(
    plan: Plan, consultation: Consultation, language: Language, long_dates: bool = False
) -> PlanView:
    """Return the plan in words, with dates in full on a page and in ISO form on a terminal."""

    def written(day: date) -> str:
        return date_words(day, language) if long_dates else day.isoformat()

    viewer = _Viewer(plan, consultation, language, written)
    return PlanView(
        viewer.time(),
        tuple(viewer.line(entry) for entry in plan.to_do),
        tuple(viewer.line(entry) for entry in plan.to_discuss),
        tuple(viewer.finished()),
        tuple(viewer.refusal(refused) for refused in plan.refused),
    )


class _Viewer:
    def __init__(
        self, plan: Plan, consultation: Consultation, language: Language, written: DateWords
    ) -> None:
        self._plan = plan
        self._known = consultation.case.known
        self._language = language
        self._say = speaker(language)
        self._written = written
        self._open = {entry.task for entry in plan.entries}

    def time(self) -> str:
        """Say how long the patient has been on the way."""
        plan = self._plan
        if plan.first_date is None or plan.elapsed_days is None:
            return self._say("plan:no-dates")
        days = plan.elapsed_days
        return self._say("plan:elapsed", count=days, days=days, date=self._written(plan.first_date))

    def line(self, entry: PlanEntry) -> PlanLine:
        """Return one entry in words."""
        return PlanLine(
            id=entry.id,
            title=task_words(entry.task, self._language, entry.under_way),
            noun=task_noun(entry.task, self._language),
            state=state_words(entry, self._plan.as_of, self._language, self._written),
            under_way=entry.under_way,
            who=", ".join(self._say(f"plan:who.{role}") for role in entry.who),
            labels=tuple(self._labels(entry)),
            strength=entry.strength.value,
            safety=entry.safety,
            stage=entry.stage,
            because=self._because(entry),
            cautions=guard_words(entry.safeguards, self._language),
            effects=tuple(self._effects(entry)),
            unlocks=self._unlocks(entry),
            limits=tuple(
                Limit(self._say(f"plan:not-to-delay.{limit.held}"), limit.statement)
                for limit in entry.must_not_delay
            ),
            lead=entry.lead,
            statements=entry.statements,
        )

    def finished(self) -> list[str]:
        """Return what is done and of which nothing remains on the list."""
        return [
            task_noun(done.task, self._language)
            for done in self._plan.done
            if done.task not in self._open
        ]

    def refusal(self, refused: RefusedExam) -> str:
        """Say which examination was refused or impossible, and which statements ask for it."""
        asked = self._say("plan:refused.not-asked")
        if refused.statements:
            asked = self._say("plan:refused.asked", statements=", ".join(refused.statements))
        exam = capitalised(self._say(f"exam.{refused.exam}"))
        return f"{exam} ({self._say(f'status.{refused.status}')}) · {asked}"

    def _labels(self, entry: PlanEntry) -> list[str]:
        labels = [self._say(f"strength.{entry.strength}")]
        if entry.grade:
            labels.append(self._say(f"grade.{entry.grade}"))
        if entry.safety:
            labels.append(self._say("plan:safety"))
        return labels

    def _because(self, entry: PlanEntry) -> str:
        """Name the first reasons; that it is a CUP is one only where there is no other."""
        telling = [name for name in entry.because if name != CAPI_STATUS.name]
        facts = [BY_NAME[name] for name in telling or entry.because]
        said = [known_words(f, self._known[f.name], self._language) for f in facts[:SHOWN_REASONS]]
        return " · ".join(said) + (" …" if len(facts) > SHOWN_REASONS else "")

    def _effects(self, entry: PlanEntry) -> list[str]:
        """Say what comes before and after, and how many statements wait for the result."""
        effects = []
        if entry.waits_for:
            titles = ", ".join(
                task_noun(blocker.task, self._language) for blocker in entry.waits_for
            )
            effects.append(self._say("plan:waits-for", titles=titles))
        if entry.blocks_entries:
            titles = ", ".join(task_noun(task, self._language) for task in entry.blocks_entries)
            effects.append(self._say("plan:before", titles=titles))
        if entry.blocks_statements:
            effects.append(self._say("plan:unlocks", count=len(entry.blocks_statements)))
        return effects

    def _unlocks(self, entry: PlanEntry) -> tuple[str, ...]:
        """Return titles of what waits for the result, at most `SHOWN_TITLES`."""
        waiting = entry.blocks_statements
        titles = dict.fromkeys(title(name, self._language) for name in waiting)
        return tuple(titles)[:SHOWN_TITLES]
