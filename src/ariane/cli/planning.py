"""What to do next for a case."""

import typer

from ariane.cli.options import (
    CaseArgument,
    LangOption,
    ListFormat,
    ListFormatOption,
    OutputOption,
)
from ariane.cli.output import emit_json, finish, text_console
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("plan", help="plan:cli.plan")(plan)


def plan(
    case: CaseArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the next things to do, in order."""
    from ariane import bootstrap
    from ariane.consult.planning import plan as planned
    from ariane.documents.plan_data import plan_data
    from ariane.documents.plan_text import print_plan

    consultation = bootstrap.assess(bootstrap.load_case(case))
    found = planned(consultation)
    if form is ListFormat.JSON:
        emit_json(plan_data(found, lang), output, lang)
        return
    console = text_console(output)
    print_plan(found, consultation, lang, console)
    finish(console, output, lang)
