"""`ariane cohort simulate`: a table of patients that do not exist."""

from pathlib import Path
from typing import Annotated

import typer

from ariane.cli.cohort_tables import TYPED, bar, require_endings, require_libraries, tell
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(cohort: typer.Typer) -> None:
    """Add the command."""
    cohort.command("simulate", help="registry:cli.simulate")(simulate)


def simulate(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="registry:cli.output")
    ],
    rows: Annotated[int, typer.Option("-n", min=1, help="registry:cli.rows")] = 1000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="registry:cli.seed")] = 0,
    uniform: Annotated[bool, typer.Option("--uniform", help="registry:cli.uniform")] = False,
    groups: Annotated[bool, typer.Option("--groups", help="registry:cli.groups")] = False,
    lang: LangOption = Language.FR,
) -> None:
    """Write a table of synthetic patients."""
    if uniform and groups:
        raise Failure(say("registry:no-groups", lang))
    require_libraries(lang)
    require_endings((output,), TYPED, lang)
    try:
        _write(rows, seed, output, uniform, groups, lang)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(say("cohort:failed", lang, path=output, reason=reason)) from None
    words = "registry:written-uniform" if uniform else "registry:written"
    tell(say(words, lang, path=output, rows=rows))
    if groups:
        tell(say("registry:groups-are-no-facts", lang))


def _write(
    rows: int, seed: int, output: Path, uniform: bool, groups: bool, language: Language
) -> None:
    from ariane.cohort.registry.generating import registry_table
    from ariane.cohort.simulating import simulate_table

    with bar("registry:drawing", language) as progress:
        if uniform:
            simulate_table(rows, seed, output, progress)
        else:
            registry_table(rows, seed, output, progress, groups)
