"""`ariane operative-report`: check the report of a peritoneal exploration, start a new one."""

import json
from typing import Annotated

import typer

from ariane.cli.failure import FOUND, Failure
from ariane.cli.options import LangOption, ListFormat, ListFormatOption, OutputOption, group
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    reports = group("operative_report:cli.about")
    reports.command("check", help="operative_report:cli.check")(check)
    reports.command("new", help="operative_report:cli.new")(new)
    reports.command("schema", help="operative_report:cli.schema")(schema)
    app.add_typer(reports, name="operative-report")


def check(
    report: Annotated[str, typer.Argument(metavar="FILE", help="operative_report:cli.file")],
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Check a report; exit status 3 where something is missing or against the text."""
    from ariane.calculators.operative_report.check import check as checked
    from ariane.calculators.operative_report.reading import read_report
    from ariane.documents.operative_report_data import report_data
    from ariane.documents.operative_report_text import print_report

    result = checked(read_report(report))
    if form is ListFormat.JSON:
        emit_json(report_data(result, lang), output, lang)
    else:
        console = text_console(output)
        print_report(result, lang, console)
        finish(console, output, lang)
    if not result.nothing_open:
        raise typer.Exit(FOUND)


def new(
    output: OutputOption = None,
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    lang: LangOption = Language.FR,
) -> None:
    """Print, or write, a blank form."""
    from ariane.wording.report_template import report_template

    if output is not None and output.exists() and not force:
        raise Failure(say("cli.exists", lang, path=output))
    emit(report_template(lang), output, lang)


def schema(output: OutputOption = None, lang: LangOption = Language.FR) -> None:
    """Print the JSON Schema of the form."""
    from ariane.documents.operative_report_data import report_schema

    emit(json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n", output, lang)
