"""Sessions of the national CUP board: on a terminal, as data, as a calendar file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.calculators.board_calendar import (
    CALENDAR_AMBIGUITIES,
    CALENDAR_STATEMENTS,
    NO_DELAY_STATEMENTS,
    Session,
)
from ariane.documents.calendar_ics import CalendarEntry, calendar_file
from ariane.documents.dates import session_words
from ariane.guideline.tncd24.cup_board import REGISTRATION
from ariane.wording.catalogue import say, title
from ariane.wording.language import Language

SCHEMA = "ariane-board-sessions/1"
SHOWN_HOURS = 1
"""Length of an event in a calendar; the chapter prints no length."""


def sessions_data(sessions: Sequence[Session], language: Language) -> dict[str, Any]:
    """Return sessions as data; `start` carries the offset from UTC of its own day."""
    return {
        "schema": SCHEMA,
        "sessions": [session_data(session) for session in sessions],
        "holidays": holidays_data(sessions),
        **rule_data(language),
    }


def session_data(session: Session) -> dict[str, str]:
    """Return one session."""
    return {"board": session.board, "start": session.start.isoformat()}


def holidays_data(sessions: Sequence[Session]) -> list[dict[str, str]]:
    """Return the sessions that fall on a public holiday, by day, and which."""
    return [
        {"date": session.start.date().isoformat(), "holiday": session.holiday.value}
        for session in sessions
        if session.holiday
    ]


def rule_data(language: Language) -> dict[str, Any]:
    """Return the rule, what it leaves open, and what must not wait for it."""
    return {
        "rule": say("board_calendar:rule", language),
        "to_confirm": True,
        "notes": rule_lines(language),
        "statements": [*CALENDAR_STATEMENTS, *NO_DELAY_STATEMENTS],
        "ambiguities": list(CALENDAR_AMBIGUITIES),
        "intended_use": say("intended-use", language),
    }


def rule_lines(language: Language) -> list[str]:
    """Return what to know of the dates: to confirm, RENAPE apart, treatment first."""
    confirm = say("board_calendar:to-confirm", language, address=REGISTRATION.address)
    return [confirm, say("board_calendar:renape", language), no_delay_words(language)]


def no_delay_words(language: Language) -> str:
    """Return the warning that treatment does not wait for a session, with its statement."""
    cited = "; ".join(f"{name}, {title(name, language)}" for name in NO_DELAY_STATEMENTS)
    return f"{say('board_calendar:no-delay', language)} ({cited})"


def print_sessions(sessions: Sequence[Session], language: Language, console: Console) -> None:
    """Print sessions, the rule they follow, and what it leaves open."""
    console.print(Text(say("board_calendar:title", language), "bold"))
    console.print(Text(f" {say('board_calendar:rule', language)}", "dim"))
    for session in sessions:
        console.print(session_line(session, language))
    print_notes(language, console)


def print_notes(language: Language, console: Console) -> None:
    """Print what to know of the dates, and what Ariane is for."""
    *notes, warning = rule_lines(language)
    console.print()
    for line in notes:
        console.print(Text(f" {line}"))
    console.print(Text(f" ⚠ {warning}", "bold yellow"))
    console.print(Text(f"\n{say('intended-use', language)}", "dim"))


def session_line(session: Session, language: Language) -> Text:
    """Return one session on a line, with the holiday it falls on."""
    return Text.assemble(
        f" {session_words(session.start, language)}",
        (f"  ⚠ {holiday_words(session, language)}" if session.holiday else "", "yellow"),
    )


def holiday_words(session: Session, language: Language) -> str:
    """Return the holiday that a session falls on."""
    name = say(f"board_calendar:holiday.{session.holiday}", language)
    return say("board_calendar:holiday", language, holiday=name)


def sessions_ics(sessions: Sequence[Session], language: Language) -> bytes:
    """Return the calendar file, in Paris time with its definition of that zone."""
    entries = [
        CalendarEntry(
            key=f"board|{session.board}|{session.start.date()}",
            summary=say("board_calendar:event", language),
            description="\n".join(_description(session, language)),
            start=session.start,
            end=session.start + timedelta(hours=SHOWN_HOURS),
            location=say("board_calendar:event.place", language),
        )
        for session in sessions
    ]
    return calendar_file(say("board_calendar:calendar", language), entries, language)


def _description(session: Session, language: Language) -> list[str]:
    lines = [say("board_calendar:rule", language), *rule_lines(language)]
    if session.holiday:
        lines.insert(0, holiday_words(session, language))
    return [*lines, say("board_calendar:length", language), say("intended-use", language)]
