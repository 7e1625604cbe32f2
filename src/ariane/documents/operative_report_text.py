"""A checked operative report on a terminal: what is there, and what the surgeon is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from ariane.calculators.operative_report.check import Finding, ReportCheck, State
from ariane.calculators.operative_report.items import APPROACH
from ariane.calculators.operative_report.report import OperativeReport, known, to_facts
from ariane.documents.pci_words import result_words
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.structure import named_facts
from ariane.wording.catalogue import Speaker, say
from ariane.wording.language import Language
from ariane.wording.phrases import date_words, known_words, printable
from ariane.wording.report_template import item_label

WIDEST = 100
MARKS = {
    State.MET: ("✔", "green"),
    State.NOT_SAID: ("?", "yellow"),
    State.STATED_NO: ("✖", "red"),
    State.NOT_APPLICABLE: ("·", "dim"),
}


def print_report(check: ReportCheck, language: Language, console: Console) -> None:
    """Print the verdict, the five items, what is against the text, and what else is missing."""

    def told(key: str, **values: object) -> str:
        return say(f"operative_report:{key}", language, **values)

    for part in _parts(check, language, told):
        console.print(part, width=min(console.width, WIDEST))


def _parts(check: ReportCheck, language: Language, told: Speaker) -> list[RenderableType]:
    parts: list[RenderableType] = [
        Text(told("title").upper(), "bold"),
        Text(_head(check.report, language, told), "bold cyan"),
        _verdict(check, told),
        *_section("fundamental", check, check.fundamental, language, told),
        *_section("against", check, check.against_the_text, language, told),
        *_section("missing", check, check.missing, language, told),
    ]
    met = [f for f in check.findings if f.state is State.MET and f not in check.fundamental]
    idle = [f for f in check.findings if f.state is State.NOT_APPLICABLE]
    for key, found in (("there", met), ("not-applicable", idle)):
        if found:
            named = " · ".join(told(f"demand.{finding.demand.item}") for finding in found)
            parts.append(Text.assemble("\n", (told(key), "bold"), "\n ", (named, "dim")))
    parts.append(Text(f"\n{result_words(check.report.index, language)}.", "bold"))
    parts.append(Text(told("remark"), "dim"))
    parts.append(Text(told("facts", count=len(to_facts(check.report))), "dim"))
    parts.append(Text("\n" + say("intended-use", language), "dim"))
    return parts


def _head(report: OperativeReport, language: Language, told: Speaker) -> str:
    parts = [printable(report.id)]
    if report.operated_on is not None:
        parts.append(told("operated-on", date=date_words(report.operated_on, language)))
    if APPROACH.name in report.stated:
        parts.append(told(f"approach.{report.stated[APPROACH.name]}"))
    return " · ".join(parts)


def _verdict(check: ReportCheck, told: Speaker) -> Text:
    count = len(check.fundamental_missing)
    if count:
        return Text(f"✖ {told('incomplete', count=count)}", "bold red")
    line = Text(f"✔ {told('complete')}", "bold green")
    return line.append(f"\n✔ {told('nothing-open')}") if check.nothing_open else line


def _section(
    key: str,
    check: ReportCheck,
    findings: tuple[Finding, ...],
    language: Language,
    told: Speaker,
) -> list[RenderableType]:
    if not findings:
        return []
    head = Text.assemble("\n", (told(key).upper(), "bold"), (f"  {told(f'{key}.hint')}", "dim"))
    values = known(check.report)
    return [head, *(line for f in findings for line in _lines(f, values, language, told))]


def _lines(
    finding: Finding, values: Mapping[str, Any], language: Language, told: Speaker
) -> list[RenderableType]:
    mark, colour = MARKS[finding.state]
    head = Text.assemble((f" {mark} ", colour), told(f"demand.{finding.demand.item}"))
    body = Text()
    if finding.state is State.NOT_SAID:
        head.append(f"  {told('state.not-said')}", colour)
        asked = told("ask", items=_asked(finding.ask, language, told))
        body.append(f"{asked}\n", "yellow")
    elif finding.state is State.STATED_NO:
        body.append(f"{told('said', words=_said(finding, values, language))}\n", "red")
    return [head, Padding(body.append(_citation(finding, told), "dim"), (0, 0, 0, 3))]


def _said(finding: Finding, values: Mapping[str, Any], language: Language) -> str:
    """Return what the report says that does not meet a demand."""
    unmet = (
        part
        for part in finding.demand.met
        if isinstance(part, Expression) and evaluate(part, values) is False
    )
    facts = [fact for part in unmet for fact in named_facts(part) if fact.name in values]
    return ", ".join(known_words(fact, values[fact.name], language) for fact in facts)


def _citation(finding: Finding, told: Speaker) -> str:
    """Return sections, the word that the text uses, and the ids of the statements."""
    statements = [statements_by_id()[name] for name in finding.demand.statements]
    parts = [", ".join(dict.fromkeys(statement.section for statement in statements))]
    if statements[0].printed:
        parts.append(told("printed", word=statements[0].printed))
    return " · ".join((*parts, " ".join(finding.demand.statements)))


def _asked(names: tuple[str, ...], language: Language, told: Speaker) -> str:
    """Return the items to ask for; several regions of the index stand in one phrase."""
    regions = [name.removeprefix("pci.") for name in names if name.startswith("pci.")]
    labels = [item_label(name, language) for name in names if not name.startswith("pci.")]
    if regions:
        labels.append(told("ask.regions", count=len(regions), regions=", ".join(regions)))
    return ", ".join(labels)
