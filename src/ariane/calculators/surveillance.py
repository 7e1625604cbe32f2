"""When to look again: windows under systemic treatment, due days after curative treatment (24.6).

The chapter does not say from when its intervals count (A39). They are counted here from a start:
the first day of treatment, or the last evaluation done.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ariane.calculators.calendar_months import add_months
from ariane.guideline.tncd24.s24_6 import (
    AFTER_CURATIVE_TREATMENT,
    DURING_TREATMENT_IN_TEXT,
    Schedule,
)


class Setting(StrEnum):
    """The two situations of 24.6."""

    SYSTEMIC = "systemic"
    CURATIVE = "curative"


SCHEDULE = {Setting.SYSTEMIC: DURING_TREATMENT_IN_TEXT, Setting.CURATIVE: AFTER_CURATIVE_TREATMENT}
STATEMENTS = {
    Setting.SYSTEMIC: ("S24.6-D1", "S24.6-O1"),
    Setting.CURATIVE: ("S24.6-D2", "S24.6-O2"),
}
AMBIGUITIES = ("A39",)
MOST_VISITS = 80
"""Twenty years of quarterly visits."""
SYSTEMIC_VISITS = 4
"""Shown where no number is asked for: a year at the most. The chapter prints no number."""


class Visit(NamedTuple):
    """An evaluation: its number from 1, the first and the last day on which it is due."""

    number: int
    first_day: date
    last_day: date


class SurveillancePlan(NamedTuple):
    """The visits of a setting, counted from `start`, with the schedule of the chapter."""

    setting: Setting
    start: date
    schedule: Schedule
    visits: tuple[Visit, ...]


def fewest_visits(setting: Setting) -> int:
    """Return the visits of the shortest printed duration (20 quarters in five years), else 1."""
    schedule = SCHEDULE[setting]
    if schedule.at_least_years is None:
        return 1
    return schedule.at_least_years * 12 // schedule.every_to_months


def usual_visits(setting: Setting) -> int:
    """Return how many visits are shown where no number is asked for."""
    return SYSTEMIC_VISITS if setting is Setting.SYSTEMIC else fewest_visits(setting)


def surveillance_plan(setting: Setting, start: date, count: int) -> SurveillancePlan:
    """Return `count` visits.

    An evaluation is due two to three months after the one before, so that the n-th lies between
    2n and 3n months after the start: windows widen. Where one interval is printed, both ends meet.
    """
    schedule = SCHEDULE[setting]
    visits = tuple(
        Visit(
            number,
            add_months(start, number * schedule.every_from_months),
            add_months(start, number * schedule.every_to_months),
        )
        for number in range(1, count + 1)
    )
    return SurveillancePlan(setting, start, schedule, visits)
