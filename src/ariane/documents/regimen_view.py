"""A plan in words, by day: what the terminal, the sheet and the calendar all show."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from ariane.calculators.regimen_plan import (
    STATEMENT_OF,
    Administration,
    RegimenPlan,
    Rehydration,
)
from ariane.documents.places import printed_place
from ariane.documents.regimen_words import HUNDREDTH, SURFACE_SHOWN, RegimenWords
from ariane.wording.catalogue import ambiguity
from ariane.wording.language import Language
from ariane.wording.phrases import date_words, number_words


class StepView(NamedTuple):
    """One step: its place in the sequence, what, how much, per m2, how long, in what.

    `dose` is the computed dose of a drug, the printed volume of a hydration.
    """

    order: int
    what: str
    dose: str
    basis: str
    duration: str
    bag: str


class DayView(NamedTuple):
    """One day of a cycle and its steps, in the printed sequence."""

    cycle: str
    day: str
    date: str
    steps: tuple[StepView, ...]


class AmbiguityView(NamedTuple):
    """An ambiguity of the text in words."""

    id: str
    topic: str
    issue: str
    reading: str


class PlanView(NamedTuple):
    """A whole plan in words; `discrepancy` is empty where the text agrees with itself."""

    title: str
    place: str
    notice: str
    patient: str
    days: tuple[DayView, ...]
    heading_restart: str
    discrepancy: str
    readings: tuple[tuple[str, str], ...]
    heading_assumptions: str
    assumptions: tuple[str, ...]
    heading_ambiguities: str
    ambiguities: tuple[AmbiguityView, ...]


def plan_view(plan: RegimenPlan, language: Language) -> PlanView:
    """Put a plan into words."""
    words = RegimenWords(language)
    start = date_words(plan.start, language)
    name = plan.regimen.printed_name
    return PlanView(
        title=words.say("title", name=name, count=plan.cycles, start=start),
        place=words.say("place", place=printed_place(STATEMENT_OF[plan.regimen.code], language)),
        notice=words.say("not-a-prescription"),
        patient=_patient(plan, words, language),
        days=tuple(_days(plan, words)),
        heading_restart=words.say("heading.restart"),
        discrepancy=words.say("restart.discrepancy") if plan.regimen.cycle.discrepancy else "",
        readings=tuple(words.reading(reading) for reading in plan.readings),
        heading_assumptions=words.say("heading.assumptions"),
        assumptions=tuple(words.assumptions(plan)),
        heading_ambiguities=words.say("heading.ambiguities"),
        ambiguities=tuple(
            AmbiguityView(id=name, **ambiguity(name, language)) for name in plan.ambiguities
        ),
    )


def _patient(plan: RegimenPlan, words: RegimenWords, language: Language) -> str:
    return words.say(
        "patient",
        height=number_words(plan.patient.height_cm, "cm", language),
        weight=number_words(plan.patient.weight_kg, "kg", language),
        surface=number_words(plan.body_surface_m2.quantize(SURFACE_SHOWN), "m²", language),
        formula=words.say(f"formula.{plan.formula}"),
    )


def _days(plan: RegimenPlan, words: RegimenWords) -> list[DayView]:
    return [
        DayView(
            cycle=words.say("cycle", number=cycle),
            day=words.say("day", day=day),
            date=words.day(when),
            steps=tuple(_step(step, words) for step in steps),
        )
        for (cycle, day, when), steps in groupby(
            plan.steps, lambda step: (step.cycle, step.day, step.on)
        )
    ]


def _step(step: Administration | Rehydration, words: RegimenWords) -> StepView:
    if isinstance(step, Rehydration):
        hydration = step.hydration
        return StepView(
            step.order,
            words.name(hydration),
            words.say("volume", volume=hydration.volume_ml),
            "",
            words.say("no-duration"),
            words.say(f"fluid.{hydration.fluid}"),
        )
    infusion = step.infusion
    return StepView(
        step.order,
        words.name(infusion),
        words.say("mg", dose=words.number(step.dose_mg, HUNDREDTH)),
        words.say("per-m2", dose=words.printed(infusion.dose_mg_per_m2)),
        words.say("minutes", minutes=infusion.duration_min),
        words.bag(infusion),
    )
