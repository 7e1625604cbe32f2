"""`ariane case attach`: a report on the origin carried by a case file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import CaseArgument, LangOption, OutputOption
from ariane.cli.output import emit
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.report_reading import ReadReport


def attach(
    case: CaseArgument,
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="origin_ihc:cli.report")],
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print, or write, the case with a report attached; no fact changes."""
    from ariane.case.reading import case_from_bytes, read_bytes
    from ariane.origin.attaching import attached, entry_of

    content = read_bytes(case)
    case_from_bytes(content, case)
    found = reports_of(report, lang)
    whole = attached(content, [entry_of(one) for one in found])
    if whole is None:
        raise Failure(say("origin_ihc:not-last", lang, path=case))
    case_from_bytes(whole, str(output or case))
    emit(whole.decode(), output, lang)


def reports_of(path: Path, lang: Language) -> tuple["ReadReport", ...]:
    """Return the reports of a file. Raises `Failure`."""
    from ariane.origin.report_reading import ReportRefusedError, read_reports

    try:
        return read_reports(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ReportRefusedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Failure(say("origin_ihc:bad-report", lang, path=path, reason=reason)) from None
