"""The real command line, as a table: every command with the options that it takes."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ariane.cli.app import command_line
from ariane.wording.language import Language


def commands(language: Language = Language.EN) -> dict[str, click.Command]:
    """Return every command that does something, by its words: `guideline show`."""
    return dict(_commands_under(command_line(language), ()))


def _commands_under(
    command: click.Command, words: tuple[str, ...]
) -> Iterator[tuple[str, click.Command]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(words), command
        return
    for name, part in inner.items():
        yield from _commands_under(part, (*words, name))


def options(command: click.Command) -> list[tuple[str, ...]]:
    """Return the options of a command, each with all its spellings (`-o`, `--output`)."""
    return [
        (*parameter.opts, *parameter.secondary_opts)
        for parameter in command.params
        if isinstance(parameter, click.Option)
    ]
