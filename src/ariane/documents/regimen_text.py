"""A regimen, its plan, and the list of regimens on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.calculators.regimen_plan import STATEMENT_OF, RegimenPlan
from ariane.documents.bullets import bullets
from ariane.documents.places import printed_place
from ariane.documents.regimen_view import PlanView, StepView, plan_view
from ariane.documents.regimen_words import RegimenWords, how_words
from ariane.guideline.tncd24.regimens import PRINTED_REGIMENS, PrintedRegimen
from ariane.guideline.tncd24.undosed_treatments import UNDOSED_TREATMENTS
from ariane.wording.catalogue import say, title
from ariane.wording.language import Language

PLATINUM_STATEMENT = "S24.5.1-R1"
"""Where the chapter grades platinum-based chemotherapy, whatever the regimen."""


def print_plan(plan: RegimenPlan, language: Language, console: Console) -> None:
    """Print a plan: what it is not, doses by day, both readings of the cycle, assumptions."""
    view = plan_view(plan, language)
    console.print(Text(view.title, "bold"))
    console.print(Text(f" {view.place}", "dim"))
    console.print(Text(f" ⚠ {view.notice}", "bold yellow"))
    console.print(Text(f" {view.patient}"))
    for heading, days in groupby(view.days, lambda day: day.cycle):
        console.print(Text(f"\n{heading}", "bold blue"))
        for day in days:
            console.print(Text.assemble((f" {day.day}", "bold"), f"  {day.date}"))
            console.print(Padding(_steps(day.steps), (0, 0, 0, 3)))
    _print_rest(view, console)
    console.print(Text(f"\n{say('intended-use', language)}", "dim"))


def _print_rest(view: PlanView, console: Console) -> None:
    console.print(Text(f"\n{view.heading_restart}", "bold blue"))
    if view.discrepancy:
        console.print(Text(f" ⚠ {view.discrepancy}", "yellow"))
    for head, starts in view.readings:
        console.print(Text(f" {head}"))
        console.print(Padding(Text(starts, "dim"), (0, 0, 0, 3)))
    console.print(Text(f"\n{view.heading_assumptions}", "bold blue"))
    console.print(bullets(view.assumptions))
    console.print(Text(f"\n{view.heading_ambiguities}", "bold blue"))
    for ambiguity in view.ambiguities:
        console.print(Text.assemble((f" {ambiguity.id}", "bold"), f"  {ambiguity.topic}"))
        console.print(Padding(Text(ambiguity.issue, "dim"), (0, 0, 0, 3)))
        console.print(Padding(Text(ambiguity.reading), (0, 0, 0, 3)))


def _steps(steps: Iterable[StepView]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, justify="right", style="bold")
    grid.add_column(overflow="fold")
    for step in steps:
        how = ", ".join(part for part in (step.basis, step.duration, step.bag) if part)
        grid.add_row(f"{step.order}.", step.what, step.dose, how)
    return grid


def print_regimen(regimen: PrintedRegimen, language: Language, console: Console) -> None:
    """Print a regimen as the chapter does, with what is inferred marked."""
    words = RegimenWords(language)
    statement = STATEMENT_OF[regimen.code]
    console.print(Text.assemble((statement.id, "bold"), "  ", title(statement.id, language)))
    grid = Table.grid(padding=(0, 2))
    for step in regimen.steps:
        days = words.days(step.on) + ("*" if step.on.inferred else "")
        grid.add_row(days, Text(words.name(step), "bold"), how_words(step, words))
    console.print(Padding(grid, (0, 0, 0, 2)))
    console.print(Text(f"  {words.cycle(regimen.cycle)}"))
    if any(step.on.inferred for step in regimen.steps):
        console.print(Text(f"  * {words.say('days-inferred')}", "dim"))
    console.print(Text(f"  {place_words(regimen, language)}", "dim"))
    console.print(Text(f"  {words.say('platinum-grade', id=PLATINUM_STATEMENT)}", "dim"))


def print_listing(language: Language, console: Console) -> None:
    """Print the regimens with printed doses, and the treatments named without any."""
    words = RegimenWords(language)
    console.print(Text(words.say("heading.printed"), "bold blue"))
    grid = Table.grid(padding=(0, 2))
    for regimen in PRINTED_REGIMENS:
        statement = STATEMENT_OF[regimen.code]
        grid.add_row(Text(f" {regimen.code}", "bold"), title(statement.id, language), statement.id)
    console.print(grid)
    console.print(Text(f"\n{words.say('heading.undosed')}", "bold blue"))
    grid = Table.grid(padding=(0, 2))
    for undosed in UNDOSED_TREATMENTS:
        key = "undosed-trial" if undosed.trial_only else "undosed-line"
        grid.add_row(
            f" {words.say(f'undosed.{undosed.code}')}",
            Text(words.say(key, sections=", ".join(undosed.sections)), "dim"),
        )
    console.print(grid)


def place_words(regimen: PrintedRegimen, language: Language) -> str:
    """Return the section of a regimen as printed, and that it carries no grade."""
    place = printed_place(STATEMENT_OF[regimen.code], language)
    return RegimenWords(language).say("place", place=place)
