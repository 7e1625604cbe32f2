"""A plan as a dose sheet in PDF: days, doses, assumptions, and boxes to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ariane.calculators.regimen_plan import RegimenPlan
from ariane.documents.regimen_view import DayView, StepView, plan_view
from ariane.documents.regimen_words import RegimenWords
from ariane.documents.typst_pdf import pdf
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language

TEMPLATE = "regimen"
BOXES = ("patient-box", "signature.prescriber", "signature.pharmacist")


def plan_pdf(plan: RegimenPlan, language: Language) -> bytes:
    """Return the sheet."""
    return pdf(TEMPLATE, sheet_data(plan, language))


def sheet_data(plan: RegimenPlan, language: Language) -> dict[str, Any]:
    """Return what the template lays out, all of it in words."""
    words = RegimenWords(language)
    view = plan_view(plan, language)
    return {
        "lang": language.value,
        "intended_use": say("intended-use", language),
        "page_of": table(language, "regimen")["page"],
        **view._asdict(),
        "steps": [step._asdict() for step in _columns(view.days)],
        "days": [
            {
                "when": f"{day.cycle}, {day.day}",
                "date": day.date,
                "cells": _cells(day, _columns(view.days)),
            }
            for day in view.days
        ],
        "ambiguities": [ambiguity._asdict() for ambiguity in view.ambiguities],
        "boxes": [words.say(name) for name in BOXES],
    }


def _columns(days: Sequence[DayView]) -> list[StepView]:
    """Return the steps of the regimen, each once, in the printed sequence."""
    steps = {step.order: step for day in days for step in day.steps}
    return [steps[order] for order in sorted(steps)]


def _cells(day: DayView, columns: Sequence[StepView]) -> list[str]:
    """Return how much a day gives of each step, empty where it gives none."""
    given = {step.order: step.dose for step in day.steps}
    return [given.get(column.order, "") for column in columns]
