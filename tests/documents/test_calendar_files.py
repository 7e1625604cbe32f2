"""Calendar files, read back by another library: days, times, zones, text, identity."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical

from ariane.calculators.requests import (
    requested_regimen_plan,
    requested_sessions,
    requested_surveillance_plan,
)
from ariane.documents.board_sessions import sessions_ics
from ariane.documents.calendar_ics import PARIS, CalendarEntry, calendar_file
from ariane.documents.regimen_ics import plan_ics
from ariane.documents.surveillance_plan import surveillance_ics
from ariane.wording.language import Language

FR, EN = Language.FR, Language.EN


def read(content: bytes) -> vobject.base.Component:
    return vobject.readOne(content.decode())


def sessions_file(first: str = "2026-01-01", count: str = "24", language: Language = FR) -> bytes:
    return sessions_ics(requested_sessions(first, count), language)


def plan_file(language: Language = FR, weight: str = "65") -> bytes:
    plan = requested_regimen_plan("CISGEM", "170", weight, "2026-03-02", "2", "mosteller")
    return plan_ics(plan, language)


def surveillance_file(setting: str) -> bytes:
    return surveillance_ics(requested_surveillance_plan(setting, "2025-11-30", None), FR)


FILES = {
    "sessions": sessions_file,
    "plan": plan_file,
    "systemic": lambda: surveillance_file("systemic"),
    "curative": lambda: surveillance_file("curative"),
}


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_files_keep_to_the_rules_of_the_format(make) -> None:  # type: ignore[no-untyped-def]
    content = make()
    assert make() == content
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    events = read(content).vevent_list
    assert len({event.uid.value for event in events}) == len(events)
    for event in events:
        assert event.status.value == "TENTATIVE"
        assert event.dtstamp.value.tzinfo is not None
        assert "Ariane est une aide" in event.description.value


def test_sessions_are_at_half_past_four_in_paris_on_both_sides_of_both_clock_changes() -> None:
    starts = [event.dtstart.value for event in read(sessions_file()).vevent_list]
    assert {(start.hour, start.minute) for start in starts} == {(16, 30)}
    in_utc = {start.date().isoformat(): start.astimezone(UTC).hour for start in starts}
    assert in_utc["2026-03-26"] == 15
    assert in_utc["2026-04-09"] == 14
    assert in_utc["2026-10-22"] == 14
    assert in_utc["2026-11-12"] == 15


def test_the_written_zone_agrees_with_the_time_zone_database() -> None:
    written = tzical(StringIO(PARIS)).get()
    database = ZoneInfo("Europe/Paris")
    first = datetime(2000, 1, 1, 4, 30)
    for half_day in range(0, 365 * 37 * 2, 3):
        moment = first + timedelta(hours=12 * half_day)
        assert moment.replace(tzinfo=written).utcoffset() == (
            moment.replace(tzinfo=database).utcoffset()
        ), moment


@pytest.mark.parametrize(
    "moment",
    ["2026-03-29T01:59", "2026-03-29T03:01", "2026-10-25T01:59", "2026-10-25T02:30",
     "2026-10-25T03:01"],
)  # fmt: skip
@pytest.mark.parametrize("fold", [0, 1])
def test_the_clock_moves_at_the_hour_that_the_law_says(moment: str, fold: int) -> None:
    local = datetime.fromisoformat(moment).replace(fold=fold)
    written = local.replace(tzinfo=tzical(StringIO(PARIS)).get())
    assert written.utcoffset() == local.replace(tzinfo=ZoneInfo("Europe/Paris")).utcoffset()


def test_a_session_on_a_holiday_says_so_first() -> None:
    [event] = read(sessions_file("2026-05-14", "1")).vevent_list
    assert event.description.value.startswith("jour férié (Ascension)")


def test_an_event_stays_the_same_one_whatever_list_it_stands_in() -> None:
    one = read(sessions_file("2026-03-10", "1")).vevent
    many = read(sessions_file("2026-01-01", "24", EN)).vevent_list
    assert one.uid.value in {event.uid.value for event in many}
    twin = next(event for event in many if event.uid.value == one.uid.value)
    assert twin.dtstamp.value == one.dtstamp.value


def test_another_weight_makes_another_plan() -> None:
    first, second = (
        {e.uid.value for e in read(plan_file(FR, w)).vevent_list} for w in ("65", "66")
    )
    assert not first & second
    assert first == {e.uid.value for e in read(plan_file(EN, "65.0")).vevent_list}


def test_a_plan_has_a_whole_day_for_each_day_of_treatment() -> None:
    events = read(plan_file()).vevent_list
    assert [event.dtstart.value for event in events] == [
        date(2026, 3, 2),
        date(2026, 3, 9),
        date(2026, 3, 23),
        date(2026, 3, 30),
    ]
    assert all(e.dtend.value - e.dtstart.value == timedelta(days=1) for e in events)
    said = events[2].description.value.replace("\N{NO-BREAK SPACE}", " ")
    for piece in ("43,80 mg", "1751,98 mg", "500 mL", "non une prescription", "A02"):
        assert piece in said
    assert events[2].summary.value == "CISGEM, cycle 2, J1 (à confirmer)"
    assert read(plan_file(EN)).vevent_list[2].summary.value == (
        "CISGEM, cycle 2, D1 (to be confirmed)"
    )


def test_surveillance_windows_are_as_long_as_they_are() -> None:
    first = read(surveillance_file("systemic")).vevent_list[0]
    assert first.dtstart.value == date(2026, 1, 30)
    assert first.dtend.value == date(2026, 3, 1)


HOSTILE = 'semi; comma, back\\slash\nBEGIN:VEVENT\nEND:VCALENDAR "q" é 🙂'


def test_text_is_escaped() -> None:
    entry = CalendarEntry("k", HOSTILE, HOSTILE, date(2026, 1, 1), date(2026, 1, 2), HOSTILE)
    content = calendar_file(HOSTILE.replace("\n", " "), [entry], "fr")
    assert len(re.findall(rb"^BEGIN:VEVENT\r$", content, re.MULTILINE)) == 1
    event = read(content).vevent
    assert event.summary.value == HOSTILE
    assert event.description.value == HOSTILE
    assert event.location.value == HOSTILE
