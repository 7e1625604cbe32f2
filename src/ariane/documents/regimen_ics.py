"""A plan as a calendar file: one whole-day event a day of treatment, to be confirmed."""

from __future__ import annotations

from datetime import timedelta

from ariane.calculators.regimen_plan import RegimenPlan
from ariane.documents.calendar_ics import CalendarEntry, calendar_file
from ariane.documents.regimen_view import DayView, PlanView, plan_view
from ariane.documents.regimen_words import RegimenWords
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def plan_ics(plan: RegimenPlan, language: Language) -> bytes:
    """Return the calendar file; hours are left to the ward, since none is printed."""
    words = RegimenWords(language)
    view = plan_view(plan, language)
    days = dict.fromkeys((step.cycle, step.day, step.on) for step in plan.steps)
    entries = [
        CalendarEntry(
            key=f"{_key(plan)}|{cycle}|{day}",
            summary=words.say(
                "event",
                name=plan.regimen.printed_name,
                cycle=cycle,
                day=words.say("day", day=day),
            ),
            description=_description(shown, view, language),
            start=on,
            end=on + timedelta(days=1),
        )
        for (cycle, day, on), shown in zip(days, view.days, strict=True)
    ]
    name = words.say("calendar", name=plan.regimen.printed_name)
    return calendar_file(name, entries, language)


def _key(plan: RegimenPlan) -> str:
    """Return what makes this plan the same one again: another weight makes another plan."""
    height, weight = (value.normalize() for value in plan.patient)
    return f"{plan.regimen.code}|{height:f}|{weight:f}|{plan.formula}|{plan.start}"


def _description(day: DayView, view: PlanView, language: Language) -> str:
    steps = (
        " · ".join(part for part in (s.what, s.dose, s.basis, s.duration, s.bag) if part)
        for s in day.steps
    )
    numbered = (f"{step.order}. {line}" for step, line in zip(day.steps, steps, strict=True))
    closing = (view.patient, view.discrepancy, say("intended-use", language))
    return "\n".join((view.notice, *numbered, *(line for line in closing if line)))
