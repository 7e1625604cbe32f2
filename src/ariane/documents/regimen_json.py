"""A regimen, its plan, and the list of regimens as data."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Any

from ariane.calculators.regimen_plan import (
    RULE_STATEMENTS,
    STATEMENT_OF,
    Administration,
    CycleReading,
    RegimenPlan,
    Rehydration,
)
from ariane.documents.knowledge import plain
from ariane.documents.regimen_words import RegimenWords, how_words
from ariane.guideline.tncd24.regimens import (
    PRINTED_REGIMENS,
    DrugInfusion,
    Hydration,
    PrintedRegimen,
)
from ariane.guideline.tncd24.undosed_treatments import UNDOSED_TREATMENTS
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SCHEMA = "ariane-regimen-plan/1"
AS_DOUBLE = Context(prec=15)
"""What a JSON number holds for every reader."""


def plan_data(plan: RegimenPlan, language: Language) -> dict[str, Any]:
    """Return a plan. Drugs stand in `administrations`, fluids by themselves in `hydrations`."""
    words = RegimenWords(language)
    return {
        "schema": SCHEMA,
        "regimen": plan.regimen.code,
        "statements": [STATEMENT_OF[plan.regimen.code].id, *(s.id for s in RULE_STATEMENTS)],
        "height_cm": number(plan.patient.height_cm),
        "weight_kg": number(plan.patient.weight_kg),
        "bsa_m2": number(plan.body_surface_m2),
        "bsa_formula": plan.formula.value,
        "start": plan.start.isoformat(),
        "cycles": plan.cycles,
        "administrations": [_administration(step, words) for step in plan.administrations],
        "hydrations": [_hydration(step) for step in plan.rehydrations],
        "printed": plain(plan.regimen),
        "cycle_readings": [_reading(reading, plan) for reading in plan.readings],
        "holidays": [
            {"date": day.isoformat(), "holiday": found.value} for day, found in plan.holidays
        ],
        "assumptions": words.assumptions(plan),
        "ambiguities": list(plan.ambiguities),
        "prescription": False,
        "notice": words.say("not-a-prescription"),
        "intended_use": say("intended-use", language),
    }


def number(value: Decimal) -> int | float:
    """Return a JSON number of 15 significant digits, the most that every reader keeps."""
    kept = AS_DOUBLE.plus(value)
    return int(kept) if kept == kept.to_integral_value() else float(kept)


def _administration(step: Administration, words: RegimenWords) -> dict[str, Any]:
    infusion = step.infusion
    return {
        "cycle": step.cycle,
        "day": step.day,
        "date": step.on.isoformat(),
        "drug": infusion.drug,
        "dose_mg": number(step.dose_mg),
        "basis": f"{infusion.dose_mg_per_m2} mg/m2",
        "infusion_min": infusion.duration_min,
        "diluent": words.bag(infusion),
        "order": step.order,
    }


def _hydration(step: Rehydration) -> dict[str, Any]:
    return {
        "cycle": step.cycle,
        "day": step.day,
        "date": step.on.isoformat(),
        "fluid": step.hydration.fluid,
        "volume_ml": step.hydration.volume_ml,
        "duration_min": None,
        "order": step.order,
    }


def _reading(reading: CycleReading, plan: RegimenPlan) -> dict[str, Any]:
    return {
        "restart_day": reading.restart_day,
        "interval_days": reading.restart_day - 1,
        "used_for_dates": reading.serves,
        "to_confirm": plan.regimen.cycle.discrepancy,
        "cycle_starts": [start.isoformat() for start in reading.starts],
        "next_start": reading.next_start.isoformat(),
    }


def regimen_data(regimen: PrintedRegimen, language: Language) -> dict[str, Any]:
    """Return a regimen as printed, with its statement."""
    statement = STATEMENT_OF[regimen.code]
    words = RegimenWords(language)
    return {
        "statement": statement.id,
        "section": statement.section,
        "grade": statement.grade.value if statement.grade else None,
        "ambiguities": list(statement.ambiguities),
        "lines": [_line(step, words) for step in regimen.steps] + [words.cycle(regimen.cycle)],
        "printed": plain(regimen),
    }


def _line(step: DrugInfusion | Hydration, words: RegimenWords) -> str:
    inferred = f" ({words.say('days-inferred')})" if step.on.inferred else ""
    return f"{words.days(step.on)}{inferred} {words.name(step)} {how_words(step, words)}"


def listing_data(language: Language) -> dict[str, Any]:
    """Return the regimens with printed doses, and the treatments named without any."""
    words = RegimenWords(language)
    return {
        "printed": [
            {
                "regimen": regimen.code,
                "printed_name": regimen.printed_name,
                "section": STATEMENT_OF[regimen.code].section,
                "statement": STATEMENT_OF[regimen.code].id,
                "cycle_days": regimen.cycle.length_days,
            }
            for regimen in PRINTED_REGIMENS
        ],
        "named_without_dose": [
            {
                "treatment": undosed.code,
                "name": words.say(f"undosed.{undosed.code}"),
                "sections": list(undosed.sections),
                "trial_only": undosed.trial_only,
            }
            for undosed in UNDOSED_TREATMENTS
        ],
    }
