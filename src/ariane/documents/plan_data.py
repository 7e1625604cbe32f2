"""`ariane-plan/1`: the plan as data; only titles depend on the language."""

from __future__ import annotations

from datetime import date
from typing import Any

from ariane.consult.plan import Plan, PlanEntry
from ariane.documents.plan_words import task_noun, task_words
from ariane.wording.language import Language

SCHEMA = "ariane-plan/1"


def plan_data(plan: Plan, language: Language) -> dict[str, Any]:
    """Return the plan as plain data."""
    return {
        "schema": SCHEMA,
        "case_id": plan.case_id,
        "as_of": _iso(plan.as_of),
        "first_date": _iso(plan.first_date),
        "elapsed_days": plan.elapsed_days,
        "entries": [_entry(entry, language) for entry in plan.entries],
        "done": [
            {
                "id": done.task.value,
                "title": task_noun(done.task, language),
                "statements": list(done.statements),
            }
            for done in plan.done
        ],
        "refused": [
            {
                "id": refused.exam.value,
                "status": refused.status.value,
                "date": _iso(refused.date),
                "statements": list(refused.statements),
            }
            for refused in plan.refused
        ],
    }


def _entry(entry: PlanEntry, language: Language) -> dict[str, Any]:
    return {
        "id": entry.id,
        "action": entry.kind.value,
        "title": task_words(entry.task, language, entry.under_way),
        "statements": list(entry.statements),
        "lead": entry.lead,
        "strength": entry.strength.value,
        "grade": entry.grade.value if entry.grade else None,
        "optional": entry.optional,
        "safety": entry.safety,
        "who": [role.value for role in entry.who],
        "state": entry.state.value,
        "date": _iso(entry.date),
        "since_days": entry.since_days,
        "stage": entry.stage,
        "blocks": list(entry.blocks),
        "waits_for": [
            {"entry": blocker.task.value, "statement": blocker.statement}
            for blocker in entry.waits_for
        ],
        "must_not_delay_treatment": entry.must_not_delay_treatment,
        "must_not_delay": [
            {"what": limit.held.value, "statement": limit.statement, "ambiguity": limit.reading}
            for limit in entry.must_not_delay
        ],
        "because": list(entry.because),
        "safeguards": list(entry.safeguards),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
