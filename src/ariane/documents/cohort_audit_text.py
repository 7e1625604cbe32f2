"""An audit for a terminal: the numbers at the head, concordance, groups, what is waited for."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.cohort.audit.auditing import Audit
from ariane.cohort.audit.release import View
from ariane.documents.cohort_audit_view import (
    Standing,
    awaited,
    cards,
    completeness,
    group_name,
    in_groups,
    leading,
    limits,
    number,
    percent,
    standings,
)
from ariane.wording.catalogue import say, speaker
from ariane.wording.language import Language

AWAITED = 12
"""Facts that are listed as waited for, and as known least."""
PANELS = 6
"""Statements that are shown group by group."""


def print_audit(audit: Audit, language: Language, console: Console) -> None:
    """Print what matters of an audit; every number stands in its other forms."""
    speak = speaker(language)
    console.print(speak("cohort_audit:title"), style="bold")
    if audit.synthetic:
        console.print("  " + speak("cohort_audit:synthetic"), style="bold red")
    for figure, words in cards(audit, language):
        console.print(f"  {figure:>8}  {words}")
    if audit.minimum > 1:
        console.print("  " + speak("cohort_audit:masking", most=audit.minimum - 1), style="dim")
    judged = [s for s in standings(audit.everyone, 0, language) if s.decided != 0]
    asked = [s for s in judged if not s.is_optional]
    if not asked:
        console.print("\n" + speak("cohort_audit:concordance.none"))
    for key, share, rows in (
        ("concordance", "share", asked),
        ("options", "used", [s for s in judged if s.is_optional]),
    ):
        if rows:
            console.print("\n" + speak(f"cohort_audit:{key}"), style="bold")
            console.print(_judged(rows, share, language))
    if any(row.by_record for row in asked):
        console.print("  " + speak("cohort_audit:by-record"), style="dim")
    for view in audit.views[1:]:
        console.print()
        _print_groups(audit, view, language, console)
    _print_awaited(audit, language, console)
    console.print("\n" + speak("intended-use"), style="dim")


def _judged(rows: list[Standing], share: str, language: Language) -> Table:
    speak = speaker(language)
    table = _table(language, "statement")
    taken = ("concordant", "discordant") if share == "share" else ("taken", "not-taken")
    for name in (*taken, "maybe", f"{share}-interval"):
        table.add_column(speak(f"cohort_audit:column.{name}"), justify="right")
    for row in rows:
        interval = row.interval
        words = percent(interval and interval.share, language)
        if interval is not None:
            words += f"  [{limits(interval)}]"
        table.add_row(
            Text(row.title + (" †" if row.by_record else "")),
            *(number(n, language) for n in (row.concordant, row.discordant, row.maybe_concordant)),
            words,
        )
    return table


def _print_groups(audit: Audit, view: View, language: Language, console: Console) -> None:
    """Print one column a group (a row each), one a statement, by number below."""
    speak = speaker(language)
    key = "by-period" if view.name == "period" else "by-group"
    console.print(speak(f"cohort_audit:{key}", name=view.name), style="bold")
    shown = leading(audit, PANELS, language)
    shares = [[found for _, found in in_groups(view, s.statement.id, language)] for s in shown]
    table = _table(language, "group")
    table.add_column(speak("cohort_audit:column.patients"), justify="right")
    for place in range(len(shown)):
        table.add_column(f"({place + 1})", justify="right")
    for place, (group, patients) in enumerate(zip(view.groups, view.patients, strict=True)):
        cells = [_share(row[place], language) for row in shares]
        table.add_row(Text(group_name(view, group, language)), number(patients, language), *cells)
    console.print(table)
    for place, standing in enumerate(shown):
        console.print(f"  ({place + 1}) {standing.title}", style="dim")


def _share(standing: Standing, language: Language) -> str:
    if standing.decided is None:
        return number(None, language)
    return percent(standing.interval and standing.interval.share, language)


def _print_awaited(audit: Audit, language: Language, console: Console) -> None:
    speak = speaker(language)
    console.print("\n" + speak("cohort_audit:waits"), style="bold")
    shares = {
        fact.label: fact.share
        for _, facts in completeness(audit.everyone, language)
        for fact in facts
    }
    table = _table(language, "fact")
    for name in ("times", "count", "known"):
        table.add_column(speak(f"cohort_audit:waits.{name}"), justify="right")
    for entry in awaited(audit.everyone, language)[:AWAITED]:
        table.add_row(
            Text(entry.label),
            number(entry.times, language),
            number(entry.statements, language),
            percent(shares[entry.label], language),
        )
    console.print(table)


def _table(language: Language, first: str) -> Table:
    table = Table(box=None, pad_edge=True, header_style="dim", show_edge=False)
    table.add_column(say(f"cohort_audit:first.{first}", language), max_width=48)
    return table
