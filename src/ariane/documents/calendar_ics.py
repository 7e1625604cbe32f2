"""Calendar files (iCalendar, RFC 5545): the same bytes for the same input, never the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Ariane//TNCD 24//{language}"
DOMAIN = "ariane.invalid"
"""Right-hand side of identifiers; `.invalid` can belong to nobody (RFC 2606)."""
PARIS = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
"""The rule since 1996 (Directive 2000/84/EC). Written out: the library would list every change by
its time after the clock moves, where RFC 5545 (3.6.5) asks for the time before."""


class CalendarEntry(NamedTuple):
    """One event, which stays tentative: Ariane decides nothing.

    `start` and `end` are two days (the end excluded) for what has no hour, or two times in Paris.
    `key` is what makes the event the same one when the file is made again.
    """

    key: str
    summary: str
    description: str
    start: date | datetime
    end: date | datetime
    location: str = ""


def calendar_file(name: str, entries: Sequence[CalendarEntry], language: str) -> bytes:
    """Return the file, with the definition of Paris time where an event has an hour."""
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(language=language.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    if any(isinstance(entry.start, datetime) for entry in entries):
        calendar.add_component(Timezone.from_ical(PARIS))
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry) -> Event:
    from icalendar import Event

    timed = isinstance(entry.start, datetime)
    event = Event()
    event.add("uid", f"{sha256(entry.key.encode()).hexdigest()[:32]}@{DOMAIN}")
    event.add("dtstamp", _stamp(entry.start))
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    if entry.location:
        event.add("location", entry.location)
    event.add("status", "TENTATIVE")
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "OPAQUE" if timed else "TRANSPARENT")
    return event


def _stamp(start: date | datetime) -> datetime:
    """Return the day of the event as DTSTAMP, which would else be the time of writing."""
    day = start.date() if isinstance(start, datetime) else start
    return datetime.combine(day, time(), UTC)
