"""Months across month ends and leap years; windows and due days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.calendar_months import add_months
from ariane.calculators.surveillance import (
    Setting,
    fewest_visits,
    surveillance_plan,
    usual_visits,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2025-11-30", 3, "2026-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2027-11-30", 6, "2028-05-30"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2099-12-31", 2, "2100-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
    ],
)
def test_months_by_hand(start: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(expected)


@given(DAYS, st.integers(0, 240))
def test_months_agree_with_an_independent_library(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@given(DAYS, st.integers(1, 40))
def test_a_month_is_never_skipped_and_never_comes_twice(day: date, months: int) -> None:
    found = [add_months(day, number) for number in range(months + 1)]
    assert [(d.year * 12 + d.month) - (day.year * 12 + day.month) for d in found] == list(
        range(months + 1)
    )
    assert all(d.day == day.day or (d + timedelta(days=1)).day == 1 for d in found)


def test_systemic_windows_are_counted_from_the_start() -> None:
    plan = surveillance_plan(Setting.SYSTEMIC, date(2025, 11, 30), 4)
    assert [(v.first_day.isoformat(), v.last_day.isoformat()) for v in plan.visits] == [
        ("2026-01-30", "2026-02-28"),
        ("2026-03-30", "2026-05-30"),
        ("2026-05-30", "2026-08-30"),
        ("2026-07-30", "2026-11-30"),
    ]


def test_curative_visits_reach_five_years_and_no_less() -> None:
    count = fewest_visits(Setting.CURATIVE)
    assert (count, usual_visits(Setting.CURATIVE)) == (20, 20)
    plan = surveillance_plan(Setting.CURATIVE, date(2025, 11, 30), count)
    assert plan.visits[0].first_day == date(2026, 2, 28)
    assert plan.visits[-1].last_day == date(2030, 11, 30)


@given(st.sampled_from(Setting), DAYS, st.integers(1, 40))
def test_windows_follow_one_another(setting: Setting, start: date, count: int) -> None:
    visits = surveillance_plan(setting, start, count).visits
    assert [visit.number for visit in visits] == list(range(1, count + 1))
    for visit in visits:
        assert start < visit.first_day <= visit.last_day
        assert (visit.first_day == visit.last_day) is (setting is Setting.CURATIVE)
    for before, after in pairwise(visits):
        assert before.first_day < after.first_day
        assert before.last_day < after.last_day


@given(DAYS, st.integers(2, 12), st.data())
def test_a_window_holds_every_way_to_keep_the_interval(
    start: date, count: int, data: st.DataObject
) -> None:
    """Two or three months each time, counted in whole months, never leave the window."""
    visits = surveillance_plan(Setting.SYSTEMIC, start, count).visits
    months = 0
    for visit in visits:
        months += data.draw(st.sampled_from([2, 3]))
        assert visit.first_day <= add_months(start, months) <= visit.last_day
