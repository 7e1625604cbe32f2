"""What was asked of a calculator, as typed, read into what it computes from.

Each function reads everything before it refuses. Raises `InputError` with every problem.
"""

from __future__ import annotations

from datetime import date

from ariane.calculators.board_calendar import MOST_SESSIONS, Session, sessions
from ariane.calculators.body_surface import BodySurfaceFormula
from ariane.calculators.inputs import InputError, InputKind, Inputs
from ariane.calculators.regimen_names import read_regimen
from ariane.calculators.regimen_plan import Patient, RegimenPlan, regimen_plan
from ariane.calculators.surveillance import (
    MOST_VISITS,
    Setting,
    SurveillancePlan,
    fewest_visits,
    surveillance_plan,
    usual_visits,
)
from ariane.guideline.tncd24.regimens import PrintedRegimen

HEIGHT_CM = (100, 230)
WEIGHT_KG = (20, 300)
MOST_CYCLES = 26
"""A year of cycles of 14 days. The chapter prints no number; this only catches typing errors."""


def requested_regimen(regimen: str) -> PrintedRegimen:
    """Return the printed regimen of a name."""
    inputs = Inputs()
    printed = read_regimen(inputs, regimen)
    if printed is None:
        raise InputError(inputs.problems)
    return printed


def requested_regimen_plan(
    regimen: str,
    height_cm: str | None,
    weight_kg: str | None,
    start: str | None,
    cycles: str,
    formula: str | None,
) -> RegimenPlan:
    """Return the plan of a regimen for a height, a weight, a first day and a formula."""
    inputs = Inputs()
    printed = read_regimen(inputs, regimen)
    height = inputs.number("--height-cm", height_cm, *HEIGHT_CM, unit="cm")
    weight = inputs.number("--weight-kg", weight_kg, *WEIGHT_KG, unit="kg")
    first = inputs.day("--start", start)
    count = inputs.count("--cycles", cycles, 1, MOST_CYCLES)
    name = inputs.choice(
        "--bsa-formula", formula, tuple(BodySurfaceFormula), InputKind.FORMULA_MISSING
    )
    if (
        printed is None
        or height is None
        or weight is None
        or first is None
        or count is None
        or name is None
    ):
        raise InputError(inputs.problems)
    return regimen_plan(printed, Patient(height, weight), BodySurfaceFormula(name), first, count)


def requested_surveillance_plan(
    setting: str | None, start: str | None, count: str | None
) -> SurveillancePlan:
    """Return the visits of a setting; as many as is usual for it where no number is asked for."""
    inputs = Inputs()
    name = inputs.choice("--setting", setting, tuple(Setting))
    first = inputs.day("--start", start)
    number = None if count is None else inputs.count("-n", count, 1, MOST_VISITS)
    if name is not None and number is not None and number < fewest_visits(Setting(name)):
        inputs.refuse(
            InputKind.TOO_FEW_VISITS, "-n", str(number), str(fewest_visits(Setting(name)))
        )
    if name is None or first is None or inputs.problems:
        raise InputError(inputs.problems)
    chosen = Setting(name)
    return surveillance_plan(chosen, first, usual_visits(chosen) if number is None else number)


def requested_sessions(first_day: str | None, count: str) -> tuple[Session, ...]:
    """Return sessions of the CUP board from a day on."""
    inputs = Inputs()
    first: date | None = inputs.day("--from", first_day)
    number = inputs.count("-n", count, 1, MOST_SESSIONS)
    if first is None or number is None:
        raise InputError(inputs.problems)
    return sessions(first, number)
