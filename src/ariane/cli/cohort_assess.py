"""`ariane cohort assess`: every statement for each row of a table, by the engine that is asked."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.cohort_mapping import conversion_of, tell_not_read
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
from ariane.cli.options import LangOption
from ariane.cohort.engines import NEEDS, Engine, EngineError, reads
from ariane.cohort.places import DuckDbTable, Place, place_of
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.streaming import Counts, Progress

CONVERTED = Path("facts.parquet")
"""What a mapping makes of source tables, for an engine to read."""


def assess(
    table: Annotated[str, typer.Argument(metavar="INPUT", help="cohort:cli.place")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="cohort:cli.output")
    ],
    mapping: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--mapping", metavar="NAME|FILE", help="mapping:cli.assess-mapping"),
    ] = None,
    engine: Annotated[Engine, typer.Option("--engine", help="cohort:cli.engine")] = Engine.POLARS,
    spark_master: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option(
            "--spark-master", metavar="URL", envvar="SPARK_MASTER", help="cohort:cli.spark-master"
        ),
    ] = None,
    lang: LangOption = Language.FR,
) -> None:
    """Write every statement for each row, and the rows that were refused."""
    require_libraries(lang, NEEDS[engine].libraries, NEEDS[engine].extra)
    place = _place(table, lang) if mapping is None else Path(table)
    _require_reader(engine, place if mapping is None else CONVERTED, lang)
    require_endings((output,), ENDINGS, lang)
    require_another(output, _files(place), lang)
    from pyarrow import ArrowException

    from ariane.cohort.columns import TableError

    by_engine = partial(_by_engine, engine, spark_master)
    try:
        if mapping is None:
            with bar("cohort:progress", lang) as progress:
                counts = by_engine(place, output, progress)
        else:
            counts = _by_mapping(mapping, Path(table), output, by_engine, lang)
    except TableError as error:
        raise Failure(refusal(place, error, lang)) from None
    except EngineError as error:
        raise Failure(say(f"cohort:{error.kind}", lang, path=place, reason=error)) from None
    except (OSError, ArrowException) as error:
        raise failed(error, place, lang) from None
    _tell(counts, output, lang)


def _place(text: str, language: Language) -> Place:
    try:
        return place_of(text)
    except ValueError:
        raise Failure(say("cohort:no-table", language)) from None


def _require_reader(engine: Engine, place: Place, language: Language) -> None:
    if not reads(engine, place):
        key = "cohort:ending" if isinstance(place, Path) else "cohort:not-read"
        expected = ", ".join(NEEDS[engine].inputs)
        raise Failure(say(key, language, path=place, engine=engine.value, expected=expected))


def _files(place: Place) -> tuple[Path, ...]:
    match place:
        case Path():
            return (place,)
        case DuckDbTable():
            return (place.database,)
    return ()


def _by_engine(
    engine: Engine, master: str | None, place: Place, output: Path, progress: "Progress"
) -> "Counts":
    from ariane.cohort.running import run_of
    from ariane.cohort.streaming import write_assessed

    return write_assessed(run_of(engine, place, master), output, progress)


def _by_mapping(
    mapping: str,
    inputs: Path,
    output: Path,
    by_engine: "partial[Counts]",
    language: Language,
) -> "Counts":
    from ariane.cohort.mapping.writing import assess_conversion

    conversion = conversion_of(mapping, (inputs,), language)
    require_another(output, conversion.read_files, language)
    tell_not_read(conversion, language)
    with bar("cohort:progress", language) as progress:
        return assess_conversion(conversion, output, progress, by_engine)


def _tell(counts: "Counts", output: Path, language: Language) -> None:
    from ariane.cohort.streaming import rejects_path

    lines = [say("cohort:counts", language, **counts._asdict())]
    if counts.nan:
        lines.append(say("cohort:nan", language, count=counts.nan))
    lines.append(say("cohort:written", language, path=output, rejects=rejects_path(output)))
    lines.append(say("intended-use", language))
    tell(*lines)
