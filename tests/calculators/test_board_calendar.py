"""Sessions of the CUP board: second and fourth Thursdays, 16:30 in Paris, both clock changes."""

import calendar
from datetime import UTC, date, timedelta
from itertools import pairwise

import pytest
from dateutil.easter import easter as independent_easter
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.board_calendar import next_session, sessions
from ariane.calculators.public_holidays import Holiday, easter, holiday

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def test_the_sessions_of_2026_by_hand() -> None:
    found = [session.start.isoformat() for session in sessions(date(2026, 1, 1), 24)]
    assert found == [
        "2026-01-08T16:30:00+01:00", "2026-01-22T16:30:00+01:00",
        "2026-02-12T16:30:00+01:00", "2026-02-26T16:30:00+01:00",
        "2026-03-12T16:30:00+01:00", "2026-03-26T16:30:00+01:00",
        "2026-04-09T16:30:00+02:00", "2026-04-23T16:30:00+02:00",
        "2026-05-14T16:30:00+02:00", "2026-05-28T16:30:00+02:00",
        "2026-06-11T16:30:00+02:00", "2026-06-25T16:30:00+02:00",
        "2026-07-09T16:30:00+02:00", "2026-07-23T16:30:00+02:00",
        "2026-08-13T16:30:00+02:00", "2026-08-27T16:30:00+02:00",
        "2026-09-10T16:30:00+02:00", "2026-09-24T16:30:00+02:00",
        "2026-10-08T16:30:00+02:00", "2026-10-22T16:30:00+02:00",
        "2026-11-12T16:30:00+01:00", "2026-11-26T16:30:00+01:00",
        "2026-12-10T16:30:00+01:00", "2026-12-24T16:30:00+01:00",
    ]  # fmt: skip


@given(DAYS, st.integers(1, 48))
def test_every_session_is_a_second_or_fourth_thursday_and_none_is_left_out(
    first: date, count: int
) -> None:
    found = sessions(first, count)
    days = [session.start.date() for session in found]
    assert len(days) == count
    assert first <= days[0] < first + timedelta(days=22)
    for day in days:
        thursdays = [week[3] for week in calendar.monthcalendar(day.year, day.month) if week[3]]
        assert day.day in (thursdays[1], thursdays[3])
    gaps = {(after - before).days for before, after in pairwise(days)}
    assert gaps <= {14, 21}


@given(DAYS)
def test_the_hour_in_paris_never_moves(first: date) -> None:
    [session] = sessions(first, 1)
    assert (session.start.hour, session.start.minute) == (16, 30)
    assert session.start.astimezone(UTC).hour in (14, 15)


def test_the_first_day_itself_counts() -> None:
    assert sessions(date(2026, 3, 12), 1)[0].start.date() == date(2026, 3, 12)
    assert sessions(date(2026, 3, 13), 1)[0].start.date() == date(2026, 3, 26)


@pytest.mark.parametrize(
    ("as_of", "session", "lead", "following"),
    [
        (date(2026, 3, 9), date(2026, 3, 12), 3, date(2026, 3, 26)),
        (date(2026, 3, 12), date(2026, 3, 12), 0, date(2026, 3, 26)),
        (date(2026, 12, 25), date(2027, 1, 14), 20, date(2027, 1, 28)),
    ],
)
def test_next_session(as_of: date, session: date, lead: int, following: date) -> None:
    found = next_session(as_of)
    assert found.session is not None
    assert found.following is not None
    assert found.session.start.date() == session
    assert found.lead_days == lead
    assert found.following.start.date() == following


def test_without_a_date_there_is_no_next_session() -> None:
    assert next_session(None) == (None, None, None, None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 5, 14), Holiday.ASCENSION),
        (date(2025, 5, 8), Holiday.VICTORY_1945),
        (date(2027, 11, 11), Holiday.ARMISTICE_1918),
        (date(2025, 12, 25), Holiday.CHRISTMAS),
    ],
)
def test_a_session_on_a_public_holiday_is_kept_and_marked(day: date, expected: Holiday) -> None:
    [session] = sessions(day, 1)
    assert (session.start.date(), session.holiday) == (day, expected)


def test_easter_agrees_with_an_independent_library() -> None:
    years = range(1900, 2200)
    assert [easter(year) for year in years] == [independent_easter(year) for year in years]


def test_the_holidays_of_2026_by_hand() -> None:
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range(365))
    assert [day.isoformat() for day in days if holiday(day)] == [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
        "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
    ]  # fmt: skip
