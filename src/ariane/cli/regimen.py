"""`ariane regimen`: the printed regimens, and the plan of one for a patient."""

from enum import StrEnum
from typing import Annotated, Optional

import typer

from ariane.cli.calculating import computed
from ariane.cli.options import LangOption, ListFormat, ListFormatOption, OutputOption, group
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.language import Language


class PlanFormat(StrEnum):
    """Forms of a plan."""

    TEXT = "text"
    JSON = "json"
    PDF = "pdf"
    ICS = "ics"


NameArgument = Annotated[str, typer.Argument(metavar="REGIMEN", help="regimen:cli.name")]
TypedText = Optional[str]  # noqa: UP045 - typer reads it


def register(app: typer.Typer) -> None:
    """Add the group."""
    regimens = group("regimen:cli.about")
    regimens.command("list", help="regimen:cli.list")(list_regimens)
    regimens.command("show", help="regimen:cli.show")(show)
    regimens.command("plan", help="regimen:cli.plan")(plan)
    app.add_typer(regimens, name="regimen")


def list_regimens(
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the regimens with printed doses, and the treatments named without any."""
    if form is ListFormat.JSON:
        from ariane.documents.regimen_json import listing_data

        emit_json(listing_data(lang), output, lang)
        return
    from ariane.documents.regimen_text import print_listing

    console = text_console(output)
    print_listing(lang, console)
    finish(console, output, lang)


def show(
    regimen: NameArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print a regimen as the chapter does."""
    from ariane.calculators.requests import requested_regimen

    printed = computed(lambda: requested_regimen(regimen), lang)
    if form is ListFormat.JSON:
        from ariane.documents.regimen_json import regimen_data

        emit_json(regimen_data(printed, lang), output, lang)
        return
    from ariane.documents.regimen_text import print_regimen

    console = text_console(output)
    print_regimen(printed, lang, console)
    finish(console, output, lang)


def plan(
    regimen: NameArgument,
    height_cm: Annotated[TypedText, typer.Option("--height-cm", help="regimen:cli.height")] = None,
    weight_kg: Annotated[TypedText, typer.Option("--weight-kg", help="regimen:cli.weight")] = None,
    start: Annotated[TypedText, typer.Option("--start", help="regimen:cli.start")] = None,
    cycles: Annotated[str, typer.Option("--cycles", help="regimen:cli.cycles")] = "1",
    formula: Annotated[TypedText, typer.Option("--bsa-formula", help="regimen:cli.formula")] = None,
    form: Annotated[PlanFormat, typer.Option("--format", help="cli.format")] = PlanFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print doses and dates of a regimen for a height and a weight."""
    from ariane.calculators.requests import requested_regimen_plan

    planned = computed(
        lambda: requested_regimen_plan(regimen, height_cm, weight_kg, start, cycles, formula), lang
    )
    match form:
        case PlanFormat.TEXT:
            from ariane.documents.regimen_text import print_plan

            console = text_console(output)
            print_plan(planned, lang, console)
            finish(console, output, lang)
        case PlanFormat.JSON:
            from ariane.documents.regimen_json import plan_data

            emit_json(plan_data(planned, lang), output, lang)
        case PlanFormat.PDF:
            from ariane.documents.regimen_pdf import plan_pdf

            emit(plan_pdf(planned, lang), output, lang)
        case PlanFormat.ICS:
            from ariane.documents.regimen_ics import plan_ics

            emit(plan_ics(planned, lang).decode(), output, lang)
