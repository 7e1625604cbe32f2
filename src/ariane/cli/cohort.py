"""`ariane cohort`: the guideline over a table of patients."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli import cohort_convert, cohort_simulate
from ariane.cli.cohort_mapping import conversion_of, tell_not_read
from ariane.cli.cohort_replay import replay
from ariane.cli.cohort_tables import (
    ENDINGS,
    bar,
    failed,
    refusal,
    require_another,
    require_endings,
    require_libraries,
    tell,
)
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, group
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.streaming import Counts


def register(app: typer.Typer) -> None:
    """Add the group."""
    cohort = group("cohort:cli.about")
    cohort.command("assess", help="cohort:cli.assess")(assess)
    cohort.command("replay", help="cohort_replay:cli.about")(replay)
    cohort_convert.register(cohort)
    cohort_simulate.register(cohort)
    app.add_typer(cohort, name="cohort")


def assess(
    table: Annotated[Path, typer.Argument(metavar="INPUT", help="cohort:cli.input")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="cohort:cli.output")
    ],
    mapping: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--mapping", metavar="NAME|FILE", help="mapping:cli.assess-mapping"),
    ] = None,
    lang: LangOption = Language.FR,
) -> None:
    """Write every statement for each row, and the rows that were refused."""
    require_libraries(lang)
    require_endings((output,) if mapping else (table, output), ENDINGS, lang)
    require_another(output, (table,), lang)
    from pyarrow import ArrowException

    from ariane.cohort.columns import TableError

    try:
        assessed = _assessed if mapping is None else partial(_assessed_by, mapping)
        counts = assessed(table, output, lang)
    except TableError as error:
        raise Failure(refusal(table, error, lang)) from None
    except (OSError, ArrowException) as error:
        raise failed(error, table, lang) from None
    _tell(counts, output, lang)


def _assessed(table: Path, output: Path, language: Language) -> "Counts":
    from ariane.cohort.streaming import assess_table

    with bar("cohort:progress", language) as progress:
        return assess_table(table, output, progress)


def _assessed_by(mapping: str, inputs: Path, output: Path, language: Language) -> "Counts":
    from ariane.cohort.mapping.writing import assess_conversion
    from ariane.cohort.streaming import assess_table

    conversion = conversion_of(mapping, (inputs,), language)
    require_another(output, conversion.read_files, language)
    tell_not_read(conversion, language)
    with bar("cohort:progress", language) as progress:
        return assess_conversion(conversion, output, progress, assess_table)


def _tell(counts: "Counts", output: Path, language: Language) -> None:
    from ariane.cohort.streaming import rejects_path

    lines = [say("cohort:counts", language, **counts._asdict())]
    if counts.nan:
        lines.append(say("cohort:nan", language, count=counts.nan))
    lines.append(say("cohort:written", language, path=output, rejects=rejects_path(output)))
    lines.append(say("intended-use", language))
    tell(*lines)
