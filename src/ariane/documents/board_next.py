"""The next session of the national CUP board for a case: on a terminal, or as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.calculators.board_calendar import NextSession
from ariane.consult.consultation import Assessed
from ariane.documents.board_sessions import (
    holidays_data,
    print_notes,
    rule_data,
    session_data,
    session_line,
)
from ariane.wording.catalogue import say, title
from ariane.wording.language import Language
from ariane.wording.phrases import date_words

SCHEMA = "ariane-board-next/1"


def next_session_data(
    found: NextSession, case_id: str, referrals: Sequence[Assessed], language: Language
) -> dict[str, Any]:
    """Return the next session as data; all of it null where the case has no date."""
    return {
        "schema": SCHEMA,
        "case_id": case_id,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "session": session_data(found.session) if found.session else None,
        "lead_days": found.lead_days,
        "following": session_data(found.following) if found.following else None,
        "holidays": holidays_data([s for s in (found.session, found.following) if s]),
        "referrals": [{"id": entry.id, "truth": entry.truth.value} for entry in referrals],
        **rule_data(language),
    }


def print_next_session(
    found: NextSession, referrals: Sequence[Assessed], language: Language, console: Console
) -> None:
    """Print the next session, in how many days it is, and whether the chapter sends this case."""
    console.print(Text(say("board_calendar:title", language), "bold"))
    console.print(Text(f" {say('board_calendar:rule', language)}", "dim"))
    if found.session is None or found.following is None or found.as_of is None:
        console.print(Text(f" {say('board_calendar:no-date', language)}", "yellow"))
    else:
        line = session_line(found.session, language)
        as_of = date_words(found.as_of, language)
        lead = say("board_calendar:lead", language, count=found.lead_days, as_of=as_of)
        console.print(Text.assemble((f" {line.plain.strip()}", "bold"), f"  {lead}"))
        if found.lead_days == 0:
            console.print(Text(f" {say('board_calendar:same-day', language)}", "yellow"))
        after = session_line(found.following, language).plain.strip()
        console.print(Text(f" {say('board_calendar:following', language, session=after)}", "dim"))
    console.print(Text(f"\n{say('board_calendar:referral', language)}", "bold blue"))
    for entry in referrals:
        truth = say(f"truth.{entry.truth}", language)
        said = say("phrase.is", language, label=title(entry.id, language), value=truth)
        console.print(Text.assemble((f" {entry.id}", "bold"), f"  {said}"))
    print_notes(language, console)
