"""The words of a regimen: its bags, its days, its readings, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from ariane.calculators.body_surface import CITATION, EQUATION
from ariane.calculators.regimen_plan import CycleReading, RegimenPlan
from ariane.documents.dates import day_words
from ariane.guideline.tncd24.regimens import (
    DOSE_RULE,
    Cycle,
    CycleDays,
    DrugInfusion,
    Hydration,
    PrintedRegimen,
)
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import number_words

HUNDREDTH = Decimal("0.01")
SURFACE_SHOWN = Decimal("0.00001")
"""Enough decimals for the shown dose to be the product of what is shown."""


class RegimenWords:
    """Says the parts of a regimen in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def say(self, key: str, **values: object) -> str:
        """Return a text of the regimen table."""
        return say(f"regimen:{key}", self._language, **values)

    def number(self, value: Decimal, shown: Decimal) -> str:
        """Return a computed number as shown, with the decimal mark of the language."""
        return number_words(value.quantize(shown, ROUND_HALF_EVEN), "", self._language)

    def printed(self, value: Decimal) -> str:
        """Return a printed number."""
        return number_words(value, "", self._language)

    def name(self, step: DrugInfusion | Hydration) -> str:
        """Return what is given: the drug, or the hydration."""
        if isinstance(step, DrugInfusion):
            return self.say(f"drug.{step.drug}")
        return self.say("hydration-reduced" if step.printed_as_reduced else "hydration")

    def bag(self, step: DrugInfusion | Hydration) -> str:
        """Return what it is given in: `1000 mL de sérum physiologique + 20 mmol de ...`."""
        if isinstance(step, Hydration):
            return self._fluid(step.volume_ml, step.fluid)
        additives = (
            self.say(
                "additive",
                amount=self.printed(additive.amount_mmol),
                electrolyte=self.say(f"electrolyte.{additive.electrolyte}"),
            )
            for additive in step.additives
        )
        return " + ".join((self._fluid(step.diluent_ml, step.diluent), *additives))

    def _fluid(self, volume_ml: int, fluid: str) -> str:
        return self.say("bag", volume=volume_ml, fluid=self.say(f"fluid.{fluid}"))

    def days(self, on: CycleDays) -> str:
        """Return the days of a cycle: `J1, J8`."""
        return ", ".join(self.say("day", day=day) for day in on.days)

    def cycle(self, cycle: Cycle) -> str:
        """Return how a regimen repeats, as printed."""
        if cycle.restart_printed is None:
            return self.say("printed-cycle", length=cycle.length_days)
        return self.say(
            "printed-cycle-restart", length=cycle.length_days, day=cycle.restart_printed
        )

    def day(self, when: date) -> str:
        """Return a day with its weekday."""
        return day_words(when, self._language)

    def reading(self, reading: CycleReading) -> tuple[str, str]:
        """Return a reading of when day 1 falls again, and the days it gives."""
        key = "restart.serves" if reading.serves else "restart.rival"
        head = self.say(key, day=reading.restart_day, interval=reading.restart_day - 1)
        starts = ", ".join(self.day(start) for start in reading.starts)
        return head, self.say("restart.starts", starts=starts, next=self.day(reading.next_start))

    def assumptions(self, plan: RegimenPlan) -> list[str]:
        """Return everything that the plan takes for granted, one sentence or two each."""
        values: dict[str, Any] = {
            "formula": self.say(f"formula.{plan.formula}"),
            "equation": self._equation(EQUATION[plan.formula]),
            "citation": CITATION[plan.formula],
            "count": plan.cycles,
            "name": plan.regimen.printed_name,
        }
        lines = [self.say(f"assume.{rule}", **values) for rule in DOSE_RULE.not_printed]
        lines += self._of_steps(plan.regimen)
        days_off = ", ".join(
            f"{self.day(day)} ({say(f'board_calendar:holiday.{found}', self._language)})"
            for day, found in plan.holidays
        )
        lines.append(self.say("assume.days-off", days=days_off or self.say("days-off.none")))
        return [*lines, self.say("assume.constant")]

    def _equation(self, equation: str) -> str:
        return equation.replace(".", ",") if self._language is Language.FR else equation

    def _of_steps(self, regimen: PrintedRegimen) -> Iterator[str]:
        for step in regimen.steps:
            if step.on.inferred:
                days = self.days(step.on)
                yield self.say("assume.inferred-days", what=self.name(step), days=days)
        cycle = regimen.cycle
        yield self.say("assume.restart", length=cycle.length_days, day=cycle.restart_by_length)
        yield self.say("assume.order")
        hydrated = any(isinstance(step, Hydration) for step in regimen.steps)
        yield self.say("assume.hydration" if hydrated else "assume.saline")


def how_words(step: DrugInfusion | Hydration, words: RegimenWords) -> str:
    """Return how a step is given, as printed: dose per m2, duration, bag."""
    if isinstance(step, Hydration):
        return words.bag(step)
    dose = words.say("per-m2", dose=words.printed(step.dose_mg_per_m2))
    duration = words.say("minutes", minutes=step.duration_min)
    return ", ".join((dose, duration, words.bag(step)))
