"""`ariane guideline`: the knowledge itself."""

from typing import Annotated

import typer

from ariane.cli.failure import FOUND, Failure
from ariane.cli.guideline_export import export
from ariane.cli.knowledge import no_statement
from ariane.cli.options import (
    LangOption,
    ListFormat,
    ListFormatOption,
    OutputOption,
    StatementArgument,
    group,
)
from ariane.cli.output import emit_json, finish, text_console
from ariane.cli.site import site
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    guideline = group("cli.guideline-group")
    guideline.command("list", help="cli.guideline.list")(list_statements)
    guideline.command("show", help="cli.guideline.show")(show)
    guideline.command("coverage", help="cli.guideline.coverage")(coverage)
    guideline.command("lint", help="lint:cli.lint")(lint)
    guideline.command("export", help="cohort_replay:cli.export")(export)
    guideline.command("site", help="site:cli.site")(site)
    app.add_typer(guideline, name="guideline")


def list_statements(
    section: Annotated[str, typer.Option("--section", help="cli.guideline.list.section")] = "",
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """List the statements that are written, all or those of a section."""
    from ariane.documents.knowledge import print_statements, statements_data
    from ariane.guideline.tncd24.chapter import statements

    chosen = [
        s
        for s in statements()
        if not section or s.section == section or s.section.startswith(f"{section}.")
    ]
    if form is ListFormat.JSON:
        emit_json(statements_data(chosen, lang), output, lang)
        return
    console = text_console(output)
    print_statements(chosen, lang, console)
    finish(console, output, lang)


def show(
    statement: StatementArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Show one statement of the guideline."""
    from ariane.documents.knowledge import print_statement, statement_data
    from ariane.guideline.tncd24.chapter import statements_by_id

    written = statements_by_id()
    if statement not in written:
        raise no_statement(statement, lang)
    if form is ListFormat.JSON:
        emit_json(statement_data(written[statement], lang), output, lang)
        return
    console = text_console(output)
    print_statement(written[statement], lang, console)
    finish(console, output, lang)


def coverage(
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Say which statements of the inventory are written, from the data themselves."""
    from ariane.documents.knowledge import coverage_data, print_coverage

    if form is ListFormat.JSON:
        emit_json(coverage_data(), output, lang)
        return
    console = text_console(output)
    print_coverage(lang, console)
    finish(console, output, lang)


def lint(
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Look for gaps, overlaps and contradictions; exit status 3 where one is not explained."""
    from ariane.documents.lint_data import lint_data
    from ariane.documents.lint_text import print_lint
    from ariane.guideline.lint.review import review, unexplained
    from ariane.guideline.tncd24.reviewed import reviewed_chapter

    findings = review(reviewed_chapter())
    if form is ListFormat.JSON:
        emit_json(lint_data(findings), output, lang)
    else:
        console = text_console(output)
        print_lint(findings, lang, console)
        finish(console, output, lang)
    left = len(unexplained(findings))
    if left:
        raise Failure(say("lint:found", lang, count=left), FOUND)
