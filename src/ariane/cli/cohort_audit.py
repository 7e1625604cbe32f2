"""`ariane cohort audit`: a table of patients held against the guideline, small numbers withheld."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.cohort_tables import (
    ENDINGS,
    bar,
    failed,
    refusal,
    require_endings,
    require_libraries,
    require_minimum,
    tell,
)
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.cli.output import emit, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.audit.auditing import Audit

# typer reads these annotations at run time: they are real ones.


class AuditFormat(StrEnum):
    """Forms of an audit."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PARQUET = "parquet"
    CSV = "csv"


class PeriodLength(StrEnum):
    """How long the periods are that dates are put into."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


ENDING = {form: ".txt" if form is AuditFormat.TEXT else f".{form}" for form in AuditFormat}
BY_ENDING = {ending: form for form, ending in ENDING.items()}
NAME = "audit"
"""Of the files in a folder, without their endings."""


def register(cohort: typer.Typer) -> None:
    """Add the command."""
    cohort.command("audit", help="cohort_audit:cli.about")(audit)


def audit(
    table: Annotated[Path, typer.Argument(metavar="INPUT", help="cohort:cli.input")],
    output: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("-o", "--output", metavar="FOLDER|FILE", help="cohort_audit:cli.output"),
    ] = None,
    by: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--by", metavar="COLUMN", help="cohort_audit:cli.by"),
    ] = None,
    period: Annotated[
        Optional[PeriodLength],  # noqa: UP045
        typer.Option("--period", help="cohort_audit:cli.period"),
    ] = None,
    date: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--date", metavar="COLUMN", help="cohort_audit:cli.date"),
    ] = None,
    min_cell: Annotated[
        int, typer.Option("--min-cell", min=1, metavar="N", help="cohort_audit:cli.min-cell")
    ] = 5,
    form: Annotated[
        Optional[AuditFormat],  # noqa: UP045
        typer.Option("--format", help="cohort_audit:cli.format"),
    ] = None,
    lang: LangOption = Language.FR,
) -> None:
    """Count what holds, was done and is missing, for all patients and by group."""
    require_libraries(lang)
    require_endings((table,), ENDINGS, lang)
    forms = _forms(form, output, lang)
    require_minimum(min_cell, lang)
    if period is not None and date is None:
        raise Failure(say("cohort_audit:period-needs-date", lang))
    if AuditFormat.HTML in forms and find_spec("vl_convert") is None:
        raise Failure(say("cohort_audit:no-plot", lang))
    columns = tuple(dict.fromkeys(by or ()))
    where = output / NAME if output is not None and output.is_dir() else output
    found = _audited(table, (columns, date, period), min_cell, where, lang)
    for wanted in forms:
        path = output if where is None or where == output else where.with_suffix(ENDING[wanted])
        _write(found, wanted, path, lang)
    _tell(found, where, lang)


def _forms(
    form: AuditFormat | None, output: Path | None, language: Language
) -> tuple[AuditFormat, ...]:
    if output is not None and output.is_dir():
        if form is not None:
            raise Failure(say("cohort_audit:folder-format", language, path=output))
        return tuple(AuditFormat)
    if output is None:
        if form is AuditFormat.PARQUET:
            raise Failure(say("cohort_audit:parquet-needs-file", language))
        return (form or AuditFormat.TEXT,)
    found = form or BY_ENDING.get(output.suffix)
    if found is None:
        raise Failure(say("cohort_audit:format-ending", language, path=output))
    return (found,)


def _audited(
    table: Path,
    groups: tuple[tuple[str, ...], str | None, PeriodLength | None],
    minimum: int,
    output: Path | None,
    language: Language,
) -> "Audit":
    from pyarrow import ArrowException

    from ariane.cohort.audit.auditing import audited
    from ariane.cohort.audit.grouping import MOST_GROUPS, Grouping, Period, TooManyGroupsError
    from ariane.cohort.columns import TableError

    columns, date, period = groups
    grouping = Grouping(columns, date, Period(period or PeriodLength.YEAR))
    try:
        with (
            _rejects(output) as rejects,
            bar("cohort_audit:progress", language) as progress,
        ):
            return audited(table, grouping, minimum, rejects, progress)
    except TableError as error:
        raise Failure(refusal(table, error, language, "cohort:advice.beyond-audit")) from None
    except TooManyGroupsError as error:
        words = {"column": error.column, "most": MOST_GROUPS}
        raise Failure(say("cohort_audit:too-many-groups", language, **words)) from None
    except (OSError, ArrowException) as error:
        raise failed(error, table, language) from None


@contextmanager
def _rejects(output: Path | None) -> Iterator[IO[bytes] | None]:
    """Open the rejects file of an output, if there is one."""
    from ariane.cohort.streaming import rejects_path, replaced

    if output is None:
        yield None
        return
    with replaced(rejects_path(output)) as stream:
        yield stream


def _write(found: "Audit", form: AuditFormat, path: Path | None, language: Language) -> None:
    from ariane.documents.cohort_audit_figures import audit_json, audit_table

    match form:
        case AuditFormat.JSON:
            emit(audit_json(found, language), path, language)
        case AuditFormat.HTML:
            from ariane.documents.cohort_audit_html import audit_html

            emit(audit_html(found, language), path, language)
        case AuditFormat.TEXT:
            from ariane.documents.cohort_audit_text import print_audit

            console = text_console(path)
            print_audit(found, language, console)
            finish(console, path, language)
        case AuditFormat.CSV:
            emit(audit_table(found, form).decode(), path, language)
        case AuditFormat.PARQUET:
            emit(audit_table(found, form), path, language)


def _tell(found: "Audit", output: Path | None, language: Language) -> None:
    from ariane.cohort.streaming import rejects_path

    lines = [say("cohort_audit:counts", language, **found.counts._asdict())]
    if found.counts.nan:
        lines.append(say("cohort:nan", language, count=found.counts.nan))
    if output is not None:
        lines.append(say("cohort_audit:rejects", language, path=rejects_path(output)))
    elif found.counts.rejected:
        lines.append(say("cohort_audit:rejects-lost", language))
    lines.append(say("intended-use", language))
    tell(*lines)
