"""The gap ledger on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ariane.board.gap_ledger import Gap
from ariane.wording.catalogue import heading, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import date_words


def print_gaps(
    gaps: Sequence[Gap], language: Language, console: Console, *, with_texts: bool = False
) -> None:
    """Print each passage with how often it was not followed, why, and what it leaves open."""
    console.print(Text(say("board:gaps.title", language), "bold"))
    if not gaps:
        console.print(Text(f" {say('board:gaps.none', language)}", "dim"))
    for gap in gaps:
        console.print(Text(f"\n{_passage(gap, language)}", "bold blue"))
        console.print(Padding(Text(_counts(gap, language)), (0, 0, 0, 1)))
        first, last = (date_words(day, language) for day in (gap.first, gap.last))
        period = say("board:gaps.period", language, first=first, last=last)
        console.print(Padding(Text(period, "dim"), (0, 0, 0, 1)))
        for _, text in gap.texts if with_texts else ():
            console.print(Padding(Text(f"– {text}"), (0, 0, 0, 3)))
    console.print(Text(f"\n{say('intended-use', language)}", "dim"))


def _passage(gap: Gap, language: Language) -> str:
    if gap.statement:
        return f"{gap.section}  {gap.statement}  {title(gap.statement, language)}"
    return f"{gap.section}  {_heading(gap.section, language)}".rstrip()


def _heading(section: str, language: Language) -> str:
    """Return the heading of a section, empty for one that holds no statement of its own."""
    try:
        return heading(section, language)
    except KeyError:
        return ""


def _counts(gap: Gap, language: Language) -> str:
    parts = []
    if gap.deviations:
        reasons = ", ".join(
            f"{say(f'board:reason.{reason}', language)} × {count}"
            for reason, count in gap.reasons.items()
        )
        counted = say("board:gaps.deviations", language, count=gap.deviations)
        parts.append(f"{counted} ({reasons})")
    if gap.unanswered:
        parts.append(say("board:gaps.unanswered", language, count=gap.unanswered))
    return "\n".join(parts)
