"""What to use the tumour sample for."""

import typer

from ariane.cli.options import (
    CaseArgument,
    LangOption,
    ListFormat,
    ListFormatOption,
    OutputOption,
    group,
)
from ariane.cli.output import emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    tissue = group("tissue:cli.group")
    tissue.command("plan", help="tissue:cli.plan")(plan)
    app.add_typer(tissue, name="tissue")


def plan(
    case: CaseArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print what to use the tumour sample for, in the order that spares it."""
    from ariane import bootstrap
    from ariane.consult.tissue_planning import tissue_plan
    from ariane.documents.tissue_data import tissue_data
    from ariane.documents.tissue_text import print_tissue_plan

    consultation = bootstrap.assess(bootstrap.load_case(case))
    found = tissue_plan(consultation)
    if form is ListFormat.JSON:
        emit_json(tissue_data(found, consultation), output, lang)
        return
    console = text_console(output)
    print_tissue_plan(found, lang, console)
    console.print(say("intended-use", lang), style="dim")
    finish(console, output, lang)
