"""Arguments and options that commands share; their help is a wording key until translated."""

import inspect
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import click
import typer

from ariane.wording.catalogue import say
from ariane.wording.language import Language

# typer reads these annotations at run time: they are real ones.


class ListFormat(StrEnum):
    """Forms of a listing."""

    TEXT = "text"
    JSON = "json"


CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="cli.case")]
StatementArgument = Annotated[str, typer.Argument(metavar="ID", help="cli.explain.id")]
LangOption = Annotated[Language, typer.Option("--lang", help="cli.lang", show_default=False)]
OutputOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads it
    typer.Option("-o", "--output", metavar="FILE", help="cli.output"),
]
ListFormatOption = Annotated[ListFormat, typer.Option("--format", help="cli.format")]


def group(about: str) -> typer.Typer:
    """Return an empty group of commands; `about` is the wording key of its help."""
    return typer.Typer(
        help=about,
        no_args_is_help=False,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def translated(command: click.Command, language: Language) -> click.Command:
    """Put the words of a language in the place of wording keys, and make it the default."""
    if command.help:
        command.help = say(command.help, language)
    # typer and click 8.5 would each list the arguments: one list is enough.
    command.format_arguments = _list_nothing  # type: ignore[assignment]
    for parameter in command.params:
        key = getattr(parameter, "help", None) or _lost_help(command, parameter)
        if key:
            parameter.help = say(key, language)
        if parameter.name == "lang":
            parameter.default = language
    for inner in getattr(command, "commands", {}).values():
        translated(inner, language)
    return command


def _list_nothing(context: click.Context, formatter: click.HelpFormatter) -> None:
    pass


def _lost_help(command: click.Command, parameter: click.Parameter) -> str:
    """Return the wording key of an argument: click 8.5 forgets the help that typer gave it."""
    written = getattr(inspect.unwrap(command.callback or _list_nothing), "__annotations__", {})
    notes = getattr(written.get(parameter.name), "__metadata__", ())
    return next((str(note.help) for note in notes if getattr(note, "help", None)), "")
