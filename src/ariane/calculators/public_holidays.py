"""French public holidays (Code du travail, article L3133-1), Alsace-Moselle and overseas apart."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Holiday(StrEnum):
    """The eleven holidays."""

    NEW_YEAR = "new-year"
    EASTER_MONDAY = "easter-monday"
    LABOUR_DAY = "labour-day"
    VICTORY_1945 = "victory-1945"
    ASCENSION = "ascension"
    WHIT_MONDAY = "whit-monday"
    NATIONAL_DAY = "national-day"
    ASSUMPTION = "assumption"
    ALL_SAINTS = "all-saints"
    ARMISTICE_1918 = "armistice-1918"
    CHRISTMAS = "christmas"


FIXED = {
    (1, 1): Holiday.NEW_YEAR,
    (5, 1): Holiday.LABOUR_DAY,
    (5, 8): Holiday.VICTORY_1945,
    (7, 14): Holiday.NATIONAL_DAY,
    (8, 15): Holiday.ASSUMPTION,
    (11, 1): Holiday.ALL_SAINTS,
    (11, 11): Holiday.ARMISTICE_1918,
    (12, 25): Holiday.CHRISTMAS,
}
AFTER_EASTER = {1: Holiday.EASTER_MONDAY, 39: Holiday.ASCENSION, 50: Holiday.WHIT_MONDAY}
"""Days after Easter Sunday."""


def holiday(day: date) -> Holiday | None:
    """Return the holiday that a day is; the movable one where two meet, `None` where none is."""
    movable = AFTER_EASTER.get((day - easter(day.year)).days)
    return movable or FIXED.get((day.month, day.day))


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus/Jones/Butcher; Nature 1876;13:487)."""
    century, of_century = divmod(year, 100)
    moon = year % 19
    leaps, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + century - leaps - correction + 15) % 30
    years, year_rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * years - epact - year_rest) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    days = epact + weekday - 7 * late + 114
    return date(year, days // 31, days % 31 + 1)
