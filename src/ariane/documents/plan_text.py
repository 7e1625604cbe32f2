"""The plan on a terminal: by itself, or at the head of a consultation."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.text import Text

from ariane.consult.consultation import Consultation
from ariane.consult.plan import Plan
from ariane.documents.hanging import Hanging, Span
from ariane.documents.plan_view import PlanLine, PlanView, plan_view
from ariane.documents.plan_words import stage_words
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import printable

WIDEST = 110
FIRST = 7
"""How many things to do a person takes in at a glance."""
Body = Callable[[PlanLine], ConsoleRenderable]


def print_plan(
    plan: Plan, consultation: Consultation, language: Language, console: Console
) -> None:
    """Print the whole plan, at most `WIDEST` columns wide."""
    view = plan_view(plan, consultation, language)
    rows = [plan_in_full(view, language)]
    if view.options:
        rows.append(_title("options", "cyan", language))
        rows += [_line(line, " ◆", _cautioned(line, language)) for line in view.options]
    if view.done:
        rows.append(_title("done", "white", language))
        rows.append(Text(" " + " · ".join(f"✔ {done}" for done in view.done), "dim"))
    rows.append(Text(f"\n{say('intended-use', language)}", "dim"))
    console.print(Group(*rows), width=min(console.width, WIDEST))


def plan_block(view: PlanView, language: Language) -> ConsoleRenderable:
    """Return the first things to do, in brief."""

    def body(line: PlanLine) -> ConsoleRenderable:
        return Group(*safety_rows(line.cautions), _brief(line, language))

    return _block(view, language, FIRST, body)


def plan_in_full(view: PlanView, language: Language, more: Body | None = None) -> ConsoleRenderable:
    """Return all things to do with what speaks for each; `more` is put under it."""

    def body(line: PlanLine) -> ConsoleRenderable:
        if more is None:
            return _cautioned(line, language)
        return Group(_whole(line, language), more(line))

    return _block(view, language, None, body)


def _block(view: PlanView, language: Language, most: int | None, body: Body) -> ConsoleRenderable:
    rows: list[ConsoleRenderable] = [_heading(view, language)]
    shown = view.lines[:most]
    numbers = {line.id: number for number, line in enumerate(shown, 1)}
    for stage, lines in groupby(shown, key=lambda line: line.stage):
        if view.has_stages:
            rows.append(Text(f" {stage_words(stage, language)}", "italic"))
        rows += [_line(line, f"{numbers[line.id]:2}", body(line)) for line in lines]
    if not shown:
        rows.append(Text(" " + say("plan:nothing", language)))
    if len(view.lines) > len(shown):
        more = say("plan:more", language, count=len(view.lines) - len(shown))
        rows.append(Text(f"    {more} (ariane plan)", "dim"))
    if view.options and most is not None:
        options = " · ".join(option.noun for option in view.options)
        rows.append(Text(f"    {say('plan:options-in-brief', language, titles=options)}", "cyan"))
    if view.refused:
        rows.append(Text(f" {say('plan:refused', language)}", "italic"))
        rows += [Text(f"    ✖ {printable(refused)}", "dim") for refused in view.refused]
    return Group(*rows)


def _heading(view: PlanView, language: Language) -> ConsoleRenderable:
    words = f"{say('plan:heading', language)} ({len(view.lines)})"
    heading = Text.assemble("\n", (words.upper(), "bold green"))
    return heading.append(f"  {view.time}", "dim")


def _title(key: str, colour: str, language: Language) -> ConsoleRenderable:
    return Text(f"\n{say(f'plan:{key}', language).upper()}", f"bold {colour}")


def _line(line: PlanLine, mark: str, body: ConsoleRenderable) -> ConsoleRenderable:
    colour = "red" if line.safety else "green"
    state = f"  {line.state}" if line.under_way else ""
    lead = f"  {line.lead}"
    head = Hanging(
        (f" {mark} ", colour), (line.title, "bold"), (state, "yellow"), (lead, "dim"), rest=4
    )
    return Group(head, Padding(body, (0, 0, 0, 4)))


def _brief(line: PlanLine, language: Language) -> ConsoleRenderable:
    said: list[Span] = [(line.who, "dim")]
    if line.effects:
        said.append((" · " + " ; ".join(line.effects), "cyan"))
    if line.limits:
        said.append((" · " + ", ".join(limit.words for limit in line.limits), "yellow"))
    return Group(Hanging(*said, rest=0), Hanging((_because(line, language), "italic dim"), rest=0))


def safety_rows(words: tuple[str, ...], indent: int = 0) -> list[ConsoleRenderable]:
    """Return Ariane's own safeguards as they stand on top of what they concern."""
    return [Hanging((said, "bold red"), first=indent, rest=indent) for said in words]


def _cautioned(line: PlanLine, language: Language) -> ConsoleRenderable:
    return Group(*safety_rows(line.cautions), _whole(line, language))


def _whole(line: PlanLine, language: Language) -> ConsoleRenderable:
    said: list[Span] = [(f"{line.who} · {' · '.join(line.labels)}", "dim")]
    if line.effects:
        said.append((" ; ".join(line.effects), "cyan"))
    if line.limits:
        limits = " ; ".join(f"{limit.words} [{limit.statement}]" for limit in line.limits)
        said.append((limits, "yellow"))
    said += [(_because(line, language), "dim"), (" ".join(line.statements), "dim")]
    return Group(*(Hanging(span, rest=0) for span in said))


def _because(line: PlanLine, language: Language) -> str:
    return say("plan:because", language, facts=printable(line.because))
