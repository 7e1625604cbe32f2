"""`ariane cohort`: the guideline over a table of patients."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, group
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.columns import TableError
    from ariane.cohort.streaming import Counts, Progress

LIBRARIES = ("numpy", "polars", "pyarrow")
ENDINGS = (".parquet", ".arrow", ".csv")
TYPED = (".parquet", ".arrow")
"""Forms that keep lists as lists."""


def register(app: typer.Typer) -> None:
    """Add the group."""
    cohort = group("cohort:cli.about")
    cohort.command("assess", help="cohort:cli.assess")(assess)
    cohort.command("simulate", help="cohort:cli.simulate")(simulate)
    app.add_typer(cohort, name="cohort")


def assess(
    table: Annotated[Path, typer.Argument(metavar="INPUT", help="cohort:cli.input")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="cohort:cli.output")
    ],
    lang: LangOption = Language.FR,
) -> None:
    """Write every statement for each row, and the rows that were refused."""
    _require_libraries(lang)
    _require_endings((table, output), ENDINGS, lang)
    if output.exists() and table.exists() and output.samefile(table):
        raise Failure(say("cohort:same-file", lang, path=output))
    from pyarrow import ArrowException

    from ariane.cohort.columns import TableError

    try:
        counts = _assessed(table, output, lang)
    except TableError as error:
        raise Failure(_refusal(table, error, lang)) from None
    except (OSError, ArrowException) as error:
        reason = getattr(error, "strerror", None) or str(error)
        path = getattr(error, "filename", None) or table
        raise Failure(say("cohort:failed", lang, path=path, reason=reason)) from None
    _tell(counts, output, lang)


def simulate(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="cohort:cli.simulated")
    ],
    rows: Annotated[int, typer.Option("-n", min=1, help="cohort:cli.rows")] = 1000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="cohort:cli.seed")] = 0,
    lang: LangOption = Language.FR,
) -> None:
    """Write a table of synthetic patients."""
    _require_libraries(lang)
    _require_endings((output,), TYPED, lang)
    from ariane.cohort.simulating import simulate_table

    try:
        with _bar("cohort:simulating", lang) as progress:
            simulate_table(rows, seed, output, progress)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(say("cohort:failed", lang, path=output, reason=reason)) from None
    print(say("cohort:simulated", lang, path=output, rows=rows), file=sys.stderr)


def _assessed(table: Path, output: Path, language: Language) -> "Counts":
    from ariane.cohort.streaming import assess_table

    with _bar("cohort:progress", language) as progress:
        return assess_table(table, output, progress)


@contextmanager
def _bar(words: str, language: Language) -> Iterator["Progress"]:
    """Show a bar on standard error; yield what moves it."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say(words, language), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _tell(counts: "Counts", output: Path, language: Language) -> None:
    from ariane.cohort.streaming import rejects_path

    lines = [say("cohort:counts", language, **counts._asdict())]
    if counts.nan:
        lines.append(say("cohort:nan", language, count=counts.nan))
    lines.append(say("cohort:written", language, path=output, rejects=rejects_path(output)))
    lines.append(say("intended-use", language))
    print("\n".join(lines), file=sys.stderr)


def _require_libraries(language: Language) -> None:
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if missing:
        raise Failure(say("cohort:no-library", language, names=", ".join(missing)))


def _require_endings(paths: Sequence[Path], endings: Sequence[str], language: Language) -> None:
    for path in paths:
        if path.suffix not in endings:
            expected = ", ".join(endings)
            raise Failure(say("cohort:ending", language, path=path, expected=expected))


def _refusal(table: Path, error: "TableError", language: Language) -> str:
    lines = [say("cohort:refused", language, path=table)]
    for problem in error.problems:
        words = problem._asdict() | {"nearest": ", ".join(problem.nearest)}
        kind = "unknown-near" if problem.nearest else problem.kind
        lines.append("  - " + say(f"cohort:column.{kind}", language, **words))
    return "\n".join(lines)
