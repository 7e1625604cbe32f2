"""`ariane case read-ihc`: the stains that a pathology report states, for a person to check."""

import sys
from typing import Annotated

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, ListFormat, ListFormatOption, OutputOption
from ariane.cli.output import emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

ReportArgument = Annotated[str, typer.Argument(metavar="REPORT", help="reports:cli.report")]


def read_ihc(
    report: ReportArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Read the stains of a report; nothing is written to a case."""
    from ariane.case.reading import read_bytes
    from ariane.case.reports.decoding import Encoding, NotTextError, decoded
    from ariane.case.reports.reading import read_report
    from ariane.documents.report_reading import print_reading, reading_data

    try:
        text, encoding = decoded(read_bytes(report), report)
    except NotTextError:
        raise Failure(say("reports:not-text", lang, source=report)) from None
    if encoding is not Encoding.UTF8:
        print(say("reports:decoded", lang, source=report, encoding=encoding), file=sys.stderr)
    reading = read_report(text)
    if form is ListFormat.JSON:
        emit_json(reading_data(reading), output, lang)
        return
    console = text_console(output)
    print_reading(reading, text, lang, console)
    finish(console, output, lang)
