"""`ariane surveillance plan`: when to look again."""

from enum import StrEnum
from typing import Annotated, Optional

import typer

from ariane.cli.calculating import computed
from ariane.cli.options import LangOption, OutputOption, group
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.language import Language

TypedText = Optional[str]  # noqa: UP045 - typer reads it


class CalendarFormat(StrEnum):
    """Forms of what has dates."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


CalendarFormatOption = Annotated[CalendarFormat, typer.Option("--format", help="cli.format")]


def register(app: typer.Typer) -> None:
    """Add the group."""
    surveillance = group("surveillance_plan:cli.about")
    surveillance.callback()(_group)
    surveillance.command("plan", help="surveillance_plan:cli.plan")(plan)
    app.add_typer(surveillance, name="surveillance")


def _group() -> None:
    """Keep `plan` a word of its own: typer drops the word of a single command."""


def plan(
    setting: Annotated[
        TypedText, typer.Option("--setting", help="surveillance_plan:cli.setting")
    ] = None,
    start: Annotated[TypedText, typer.Option("--start", help="surveillance_plan:cli.start")] = None,
    count: Annotated[TypedText, typer.Option("-n", help="surveillance_plan:cli.count")] = None,
    form: CalendarFormatOption = CalendarFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the windows or days on which evaluations are due."""
    from ariane.calculators.requests import requested_surveillance_plan

    planned = computed(lambda: requested_surveillance_plan(setting, start, count), lang)
    from ariane.documents.surveillance_plan import (
        print_surveillance,
        surveillance_data,
        surveillance_ics,
    )

    match form:
        case CalendarFormat.TEXT:
            console = text_console(output)
            print_surveillance(planned, lang, console)
            finish(console, output, lang)
        case CalendarFormat.JSON:
            emit_json(surveillance_data(planned, lang), output, lang)
        case CalendarFormat.ICS:
            emit(surveillance_ics(planned, lang).decode(), output, lang)
