"""A printed regimen laid out for one patient: what is given on which day, how much, how (24.7).

Nothing is rounded, capped or adjusted: the chapter prints no rule for any of these.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from ariane.calculators.body_surface import BodySurfaceFormula, body_surface, dose_mg
from ariane.calculators.public_holidays import Holiday, holiday
from ariane.guideline.tncd24.regimens import Cycle, DrugInfusion, Hydration, PrintedRegimen
from ariane.guideline.tncd24.s24_7 import STATEMENTS

STATEMENT_OF = {s.data.code: s for s in STATEMENTS if isinstance(s.data, PrintedRegimen)}
RULE_STATEMENTS = tuple(s for s in STATEMENTS if s.id in ("S24.7-C1", "S24.7-W1"))


class Patient(NamedTuple):
    """Height in cm and weight in kg, taken as constant over the plan."""

    height_cm: Decimal
    weight_kg: Decimal


class Administration(NamedTuple):
    """A drug on a day of a cycle; `dose_mg` is not rounded."""

    cycle: int
    day: int
    on: date
    infusion: DrugInfusion
    dose_mg: Decimal

    @property
    def order(self) -> int:
        """Place in the printed sequence."""
        return self.infusion.order


class Rehydration(NamedTuple):
    """A fluid on a day, at its place in the printed sequence."""

    cycle: int
    day: int
    on: date
    hydration: Hydration

    @property
    def order(self) -> int:
        """Place in the printed sequence."""
        return self.hydration.order


class CycleReading(NamedTuple):
    """One way to read when day 1 falls again: `restart_day`, counted from day 1.

    `starts` are the first days of the cycles of the plan, `next_start` that of the one after.
    `serves` marks the reading whose dates the plan uses.
    """

    restart_day: int
    serves: bool
    starts: tuple[date, ...]
    next_start: date


class RegimenPlan(NamedTuple):
    """The plan: steps in the order of days and, within a day, in the printed sequence."""

    regimen: PrintedRegimen
    patient: Patient
    formula: BodySurfaceFormula
    body_surface_m2: Decimal
    start: date
    cycles: int
    steps: tuple[Administration | Rehydration, ...]
    readings: tuple[CycleReading, ...]

    @property
    def administrations(self) -> tuple[Administration, ...]:
        """The drugs alone."""
        return tuple(step for step in self.steps if isinstance(step, Administration))

    @property
    def rehydrations(self) -> tuple[Rehydration, ...]:
        """The fluids alone."""
        return tuple(step for step in self.steps if isinstance(step, Rehydration))

    @property
    def ambiguities(self) -> tuple[str, ...]:
        """The ambiguities of the text that bear on this regimen and on its doses."""
        statements = (STATEMENT_OF[self.regimen.code], *RULE_STATEMENTS)
        return tuple(sorted({name for s in statements for name in s.ambiguities}))

    @property
    def holidays(self) -> tuple[tuple[date, Holiday], ...]:
        """The days of the plan that are French public holidays."""
        days = dict.fromkeys(step.on for step in self.steps)
        return tuple((day, found) for day in days if (found := holiday(day)) is not None)


def regimen_plan(
    regimen: PrintedRegimen,
    patient: Patient,
    formula: BodySurfaceFormula,
    start: date,
    cycles: int,
) -> RegimenPlan:
    """Lay out `cycles` cycles from `start`; dates follow the printed length of the cycle (A02)."""
    surface = body_surface(patient.height_cm, patient.weight_kg, formula)
    readings = cycle_readings(regimen.cycle, start, cycles)
    steps = [
        _step(step, number, first + timedelta(days=day - 1), day, surface)
        for number, first in enumerate(readings[0].starts, 1)
        for step in regimen.steps
        for day in step.on.days
    ]
    steps.sort(key=lambda step: (step.on, step.order))
    return RegimenPlan(
        regimen, patient, formula, surface, start, cycles, tuple(steps), tuple(readings)
    )


def cycle_readings(cycle: Cycle, start: date, cycles: int) -> list[CycleReading]:
    """Return the readings of when day 1 falls again: the one that serves, then a printed rival."""
    restarts = [cycle.restart_by_length]
    if cycle.restart_printed is not None and cycle.discrepancy:
        restarts.append(cycle.restart_printed)
    return [
        CycleReading(
            restart_day=restart,
            serves=restart == cycle.restart_by_length,
            starts=tuple(_cycle_start(start, restart, number) for number in range(cycles)),
            next_start=_cycle_start(start, restart, cycles),
        )
        for restart in restarts
    ]


def _cycle_start(start: date, restart_day: int, cycles_before: int) -> date:
    return start + timedelta(days=(restart_day - 1) * cycles_before)


def _step(
    step: DrugInfusion | Hydration, cycle: int, when: date, day: int, surface: Decimal
) -> Administration | Rehydration:
    if isinstance(step, Hydration):
        return Rehydration(cycle, day, when, step)
    return Administration(cycle, day, when, step, dose_mg(step.dose_mg_per_m2, surface))
