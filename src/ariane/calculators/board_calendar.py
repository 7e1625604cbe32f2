"""When the national CUP board sits: second and fourth Thursdays, 16:30 in Paris (24.9.1).

The time zone is Ariane's reading; the chapter prints neither what happens on a public holiday nor a
closing date for registrations (A64): a session on a holiday is kept and marked, and every date is
to be confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ariane.calculators.public_holidays import Holiday, holiday
from ariane.guideline.tncd24.cup_board import CALENDAR, BoardCalendar

MOST_SESSIONS = 48
"""Two years of sessions at a time."""
CALENDAR_STATEMENTS = ("S24.2.1-A3", "S24.9.1-A4")
NO_DELAY_STATEMENTS = ("S24.2.2-W1",)
"""Looking for the primary must never delay the start of treatment."""
REFERRAL_STATEMENTS = ("S24.2.1-A2", "S24.2.1-A7")
"""To the CUP board; to a RENAPE board."""
CALENDAR_AMBIGUITIES = ("A64", "A85")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Session(NamedTuple):
    """One session: the board, its start with the offset of the day, the holiday it falls on."""

    board: str
    start: datetime
    holiday: Holiday | None


class NextSession(NamedTuple):
    """The next session of a case and the one after, or nothing where the case has no date.

    `lead_days` runs from `as_of` to the day of the session; zero where the case is of that day.
    """

    as_of: date | None
    session: Session | None
    following: Session | None
    lead_days: int | None


def sessions(first_day: date, count: int) -> tuple[Session, ...]:
    """Return the next `count` sessions of the CUP board, `first_day` included."""
    days = (day for day in _days(CALENDAR, first_day) if day >= first_day)
    return tuple(_session(day) for day in islice(days, count))


def next_session(as_of: date | None) -> NextSession:
    """Return the first session on or after `as_of`; nothing where that is unknown."""
    if as_of is None:
        return NextSession(None, None, None, None)
    session, following = sessions(as_of, 2)
    return NextSession(as_of, session, following, (session.start.date() - as_of).days)


def _session(day: date) -> Session:
    zone = ZoneInfo(CALENDAR.time_zone)
    start = datetime(day.year, day.month, day.day, CALENDAR.hour, CALENDAR.minute, tzinfo=zone)
    return Session("cup", start, holiday(day))


def _days(calendar: BoardCalendar, first_day: date) -> Iterator[date]:
    """Return the days that a calendar names, from the month of `first_day` on, without end."""
    first = first_day.replace(day=1)
    while True:
        to_weekday = (_WEEKDAYS.index(calendar.weekday) - first.weekday()) % 7
        for number in calendar.of_month:
            yield first + timedelta(days=to_weekday + 7 * (number - 1))
        first = (first + timedelta(days=31)).replace(day=1)
