"""The command line, in one language; only those commands are loaded that the words ask for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import click
import typer
from typer.main import get_command

from ariane.cli.options import group, translated
from ariane.wording.language import Language

MODULES = {
    "assess": "consultation",
    "explain": "consultation",
    "plan": "planning",
    "next": "consultation",
    "compare": "consultation",
    "ihc": "consultation",
    "pathway": "consultation",
    "regimen": "regimen",
    "surveillance": "surveillance",
    "board": "board",
    "tissue": "tissue",
    "origin": "origin",
    "case": "case_files",
    "guideline": "guideline",
    "pci": "peritoneal_index",
    "operative-report": "operative_reports",
    "serve": "serve",
    "backup": "backing_up",
    "restore": "backing_up",
    "audit": "audit",
    "cohort": "cohort",
}
"""Every command or group, in the order of the help, and the module that registers it."""


def command_line(language: Language, words: Sequence[str] = ()) -> click.Command:
    """Return `ariane` with its help in one language.

    Only the module of the command that `words` name is imported; all, where they name none.
    """
    app = group("cli.about")
    app.callback(invoke_without_command=True)(_root)
    wanted = _first_word(words)
    modules = [MODULES[wanted]] if wanted in MODULES else dict.fromkeys(MODULES.values())
    for module in modules:
        import_module(f"ariane.cli.{module}").register(app)
    return translated(get_command(app), language)


def _first_word(words: Sequence[str]) -> str:
    names = (word for word in words if not word.startswith("-") and word not in tuple(Language))
    return next(names, "")


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="cli.version")] = False,
    lang: Annotated[
        Language, typer.Option("--lang", help="cli.lang", show_default=False)
    ] = Language.FR,
) -> None:
    if version:
        _print_version()
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _print_version() -> None:
    from ariane.guideline.tncd24.chapter import EDITION, GUIDELINE_ID
    from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
    from ariane.version import __version__

    print(f"ariane {__version__} · {GUIDELINE_ID} {EDITION} · {knowledge_sha256()}")
