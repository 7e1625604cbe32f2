"""What commands over tables of patients share: their libraries, forms of files, and a bar."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ariane.cli.failure import Failure
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.columns import TableError
    from ariane.cohort.streaming import Progress

LIBRARIES = ("numpy", "polars", "pyarrow")
ENDINGS = (".parquet", ".arrow", ".csv")
TYPED = (".parquet", ".arrow")
"""Forms that keep lists as lists."""


@contextmanager
def bar(words: str, language: Language) -> Iterator["Progress"]:
    """Show a bar on standard error; yield what moves it."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(say(words, language), total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def require_libraries(language: Language, more: Sequence[str] = (), extra: str = "cohort") -> None:
    """Raise `Failure` where the optional libraries, or `more` of `extra`, are not installed."""
    missing = [name for name in (*LIBRARIES, *more) if find_spec(name) is None]
    if missing:
        names = ", ".join(missing)
        raise Failure(say("cohort:no-library", language, names=names, extra=extra))


def require_endings(paths: Sequence[Path], endings: Sequence[str], language: Language) -> None:
    """Raise `Failure` for a file whose name does not end as one of `endings`."""
    for path in paths:
        if path.suffix not in endings:
            expected = ", ".join(endings)
            raise Failure(say("cohort:ending", language, path=path, expected=expected))


def require_another(output: Path, inputs: Sequence[Path], language: Language) -> None:
    """Raise `Failure` where the output is one of the files that are read."""
    if output.exists() and any(path.exists() and output.samefile(path) for path in inputs):
        raise Failure(say("cohort:same-file", language, path=output))


def require_minimum(minimum: int, language: Language) -> None:
    """Raise `Failure` for a smallest number shown whose mark would tell what it withholds."""
    if minimum == 2:
        raise Failure(say("cohort:min-cell-two", language, value=minimum))


def refusal(
    table: object, error: "TableError", language: Language, beyond: str = "cohort:advice.beyond"
) -> str:
    """Return everything that is wrong with the columns of a table.

    `beyond` is the text that says what to do with columns which are no facts.
    """
    lines = [say("cohort:refused", language, path=table)]
    for problem in error.problems:
        words = problem._asdict() | {"nearest": ", ".join(problem.nearest)}
        kind = "unknown-near" if problem.nearest else problem.kind
        lines.append("  - " + say(f"cohort:column.{kind}", language, **words))
    if any(problem.kind == "unknown" for problem in error.problems):
        lines.append(say(beyond, language))
    return "\n".join(lines)


def failed(error: Exception, table: object, language: Language) -> Failure:
    """Return the failure of a file that could not be read or written."""
    reason = getattr(error, "strerror", None) or str(error)
    path = getattr(error, "filename", None) or table
    return Failure(say("cohort:failed", language, path=path, reason=reason))


def tell(*lines: str) -> None:
    """Print messages on standard error."""
    print("\n".join(lines), file=sys.stderr)
