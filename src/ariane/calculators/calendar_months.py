"""Calendar months counted from a day."""

from __future__ import annotations

import calendar
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or the last day of a shorter month.

    30 November and three months: 28 February, 29 in a leap year. Always count from the first day:
    counted step by step, the 31st would shrink to the 28th for good.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last))
