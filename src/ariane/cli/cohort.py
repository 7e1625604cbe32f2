"""`ariane cohort`: the guideline over a table of patients."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, group
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    cohort = group("cohort:cli.about")
    cohort.callback()(_about)
    cohort.command("assess", help="cohort:cli.assess")(assess)
    app.add_typer(cohort, name="cohort")


def _about() -> None:
    """Keep the group a group while it has one command."""


def assess(
    table: Annotated[Path, typer.Argument(metavar="INPUT", help="cohort:cli.input")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="cohort:cli.output")
    ],
    lang: LangOption = Language.FR,
) -> None:
    """Write the truth of every statement for every patient of a Parquet table."""
    try:
        from pyarrow import ArrowException

        from ariane.cohort.assessing import TableError, assess_table
    except ModuleNotFoundError as error:
        raise Failure(say("cohort:no-extra", lang, module=error.name)) from None
    from ariane.wording.refusals import problem_words

    try:
        counts = assess_table(table, output)
    except TableError as error:
        head = say("cohort:refused", lang, source=table, count=len(error.problems))
        lines = [f"  - {problem_words(problem, lang)}" for problem in error.problems]
        raise Failure("\n".join((head, *lines))) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(
            say("cohort:unusable", lang, path=table, output=output, reason=reason)
        ) from None
    except ArrowException as error:
        raise Failure(say("cohort:no-parquet", lang, path=table, reason=error)) from None
    print(say("cohort:counts", lang, **counts._asdict()), file=sys.stderr)
    print(say("cli.written", lang, path=output), file=sys.stderr)
