"""A comparison of two consultations, on a terminal or as data."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.consult.comparison import Change, Comparison, FactChange, Turn
from ariane.documents.knowledge import plain
from ariane.wording.catalogue import label, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import value_words

STYLES = {
    Turn.APPEARS: ("+", "green"),
    Turn.DISAPPEARS: ("−", "red"),
    Turn.FULFILMENT: ("✔", "cyan"),
    Turn.OPENS: ("?", "yellow"),
    Turn.RULED_OUT: ("·", "dim"),
}


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain data."""
    return {
        "facts": [
            {"fact": c.fact.name, "before": _plain(c.before), "after": _plain(c.after)}
            for c in comparison.facts
        ],
        "statements": [
            {
                "id": change.after.id,
                "change": change.turn.value,
                "before": change.before.settled_truth.value,
                "after": change.after.settled_truth.value,
                "fulfilled_before": change.before.fulfilled.value,
                "fulfilled_after": change.after.fulfilled.value,
                "because": [c.fact.name for c in change.because],
            }
            for change in comparison.changes
        ],
    }


def print_comparison(comparison: Comparison, language: Language, console: Console) -> None:
    """Print what changes: the facts, then the statements by the kind of their change."""
    console.print(Text(say("compare.facts", language).upper(), "bold"))
    if not comparison.facts:
        console.print(Text(" " + say("compare.same", language)))
    for fact in comparison.facts:
        console.print(Text(f" {_fact_words(fact, language)}"))
    for turn, (mark, colour) in STYLES.items():
        changes = [change for change in comparison.changes if change.turn is turn]
        if not changes:
            continue
        heading = say(f"compare.{turn}", language, count=len(changes))
        console.print(Text(f"\n{heading.upper()}", f"bold {colour}"))
        if turn is Turn.RULED_OUT:
            continue
        for change in changes:
            console.print(_line(change, mark, colour, language))


def _line(change: Change, mark: str, colour: str, language: Language) -> Text:
    statement = change.after.statement
    line = Text.assemble((f" {mark} ", colour), title(statement.id, language))
    strength = say(f"strength.{statement.strength}", language).lower()
    line.append(f"  {strength} · {statement.id}", "dim")
    names = ", ".join(label(c.fact, language) for c in change.because)
    if names:
        line.append(f"\n   {say('view.because', language)} {names}", "italic dim")
    return line


def _fact_words(change: FactChange, language: Language) -> str:
    def words(value: Any) -> str:
        if value is None:
            return say("value.unknown", language)
        return value_words(change.fact, value, language)

    return f"{label(change.fact, language)} : {words(change.before)} → {words(change.after)}"


def _plain(value: Any) -> Any:
    return plain(sorted(value) if isinstance(value, frozenset) else value)
