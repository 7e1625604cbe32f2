"""What rests on the alterations of a case, on a terminal and as data."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.truth import Truth
from ariane.origin.actionability import NOT_IN_CASE, Indication, Touched, indications
from ariane.wording.catalogue import label, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, date_words, value_words

SCHEMA = "ariane-actionability/1"
TOLD_FIRST = (Truth.HOLDS, Truth.UNKNOWN, Truth.FAILS)


def actionability_data(touched: tuple[Touched, ...], case_id: str) -> dict[str, Any]:
    """Return the alterations as plain data; a label without date or address has `null`."""
    return {
        "schema": SCHEMA,
        "case_id": case_id,
        "alterations": [
            {
                "fact": one.fact,
                "value": value_data(one.value),
                "statements": [
                    {"id": name, "truth": truth.value} for name, truth in one.statements
                ],
                "labels": [_label(entry) for entry in one.indications],
                "cautions": list(one.cautions),
            }
            for one in touched
        ],
        "not_recorded": [_label(one) for one in indications() if one.alteration in NOT_IN_CASE],
    }


def value_data(value: Any) -> Any:
    """Return a fact's value as JSON has it."""
    return value if isinstance(value, str | bool | int) else float(value)


def _label(one: Indication) -> dict[str, Any]:
    return {
        "alteration": one.alteration,
        "medicine": one.medicine,
        "authority": one.authority,
        "date": one.date.isoformat() if one.date else None,
        "address": one.address,
    }


def print_actionability(touched: tuple[Touched, ...], language: Language, console: Console) -> None:
    """Print each alteration, its statements, then the labels, EMA and FDA apart."""
    console.print(Text(say("actionability:heading", language).upper(), "bold blue"))
    console.print(Text(f" {say('actionability:no-advice', language)}", "yellow"))
    if not touched:
        console.print(f" {say('actionability:none', language)}")
    for one in touched:
        words = value_words(BY_NAME[one.fact], one.value, language)
        name = capitalised(label(BY_NAME[one.fact], language))
        console.print(
            Text(f"\n {say('actionability:alteration', language, name=name, value=words)}", "bold")
        )
        console.print(bullets([*_statements(one, language), *_labels(one.indications, language)]))
        if one.cautions:
            console.print(
                bullets(say(f"actionability:caution.{key}", language) for key in one.cautions)
            )
    others = tuple(one for one in indications() if one.alteration in NOT_IN_CASE)
    console.print(Text(f"\n {say('actionability:not-recorded', language)}", "bold"))
    console.print(bullets(_labels(others, language)))
    console.print()


def _statements(one: Touched, language: Language) -> list[str]:
    if not one.statements:
        return [say("actionability:no-statement", language)]
    return [
        say(
            "actionability:statement",
            language,
            truth=say(f"actionability:truth.{truth.value}", language),
            title=title(name, language),
            id=name,
        )
        for truth in TOLD_FIRST
        for name, found in one.statements
        if found is truth
    ]


def _labels(found: tuple[Indication, ...], language: Language) -> list[str]:
    if not found:
        return [say("actionability:no-label", language)]
    absent = say("actionability:no-date", language)
    lines = [
        say(
            "actionability:label",
            language,
            authority=one.authority,
            alteration=say(f"actionability:alteration.{one.alteration}", language),
            medicine=one.medicine,
            date=date_words(one.date, language) if one.date else absent,
            address=one.address or say("actionability:no-address", language),
        )
        for one in found
    ]
    if not any(one.authority == "EMA" for one in found):
        lines.insert(0, say("actionability:no-ema", language))
    return lines
