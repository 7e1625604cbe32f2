"""Commands on a case: the consultation, its reasons, its questions, its drawings."""

from enum import StrEnum
from typing import Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.knowledge import no_statement
from ariane.cli.options import (
    CaseArgument,
    LangOption,
    ListFormat,
    ListFormatOption,
    OutputOption,
    StatementArgument,
)
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language


class ConsultationFormat(StrEnum):
    """Forms of a consultation."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


class AlgorithmName(StrEnum):
    """The algorithms of 24.8."""

    ALG1 = "ALG1"
    ALG2 = "ALG2"
    ALG3 = "ALG3"


class PathwayFormat(StrEnum):
    """Forms of a pathway."""

    SVG = "svg"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("assess", help="cli.assess")(assess)
    app.command("explain", help="cli.explain")(explain)
    app.command("next", help="cli.next")(next_questions)
    app.command("compare", help="cli.compare")(compare)
    app.command("ihc", help="cli.ihc")(ihc)
    app.command("pathway", help="cli.pathway")(pathway)


def assess(
    case: CaseArgument,
    form: Annotated[
        ConsultationFormat, typer.Option("--format", help="cli.format")
    ] = ConsultationFormat.TEXT,
    full: Annotated[bool, typer.Option("--full", help="cli.full")] = False,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the consultation of a case."""
    from ariane import bootstrap

    consultation = bootstrap.assess(bootstrap.load_case(case))
    if form is not ConsultationFormat.TEXT:
        emit(bootstrap.rendered(consultation, form.value, lang), output, lang)
        return
    from ariane.documents.consultation_text import print_consultation

    console = text_console(output)
    print_consultation(consultation, lang, console, full)
    finish(console, output, lang)


def explain(
    case: CaseArgument,
    statement: StatementArgument,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print why one statement holds, fails or waits."""
    from ariane import bootstrap
    from ariane.documents.explanation_text import print_explanation

    consultation = bootstrap.assess(bootstrap.load_case(case))
    try:
        entry = consultation[statement]
    except KeyError:
        raise no_statement(statement, lang) from None
    console = text_console(output)
    print_explanation(consultation, entry, lang, console)
    finish(console, output, lang)


def next_questions(
    case: CaseArgument,
    count: Annotated[int, typer.Option("-n", min=1, help="cli.next.count")] = 5,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the questions that settle most."""
    from ariane import bootstrap
    from ariane.documents.questions import print_questions, questions_data

    asked = bootstrap.assess(bootstrap.load_case(case)).questions[:count]
    if form is ListFormat.JSON:
        emit_json(questions_data(asked, lang), output, lang)
        return
    console = text_console(output)
    print_questions(asked, lang, console)
    finish(console, output, lang)


def compare(
    case: CaseArgument,
    other: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Argument(metavar="CASE_B", help="cli.compare.second"),
    ] = None,
    changes: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Option("--set", metavar="FACT=VALUE", help="cli.compare.set"),
    ] = None,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print what changes between two cases, or when facts of one are changed."""
    from ariane import bootstrap
    from ariane.consult.comparison import compare as compared
    from ariane.documents.comparison import comparison_data, print_comparison

    changes = changes or []
    if (other is None) is (not changes):
        raise Failure(say("cli.compare.which", lang))
    wrong = next((change for change in changes if "=" not in change), None)
    if wrong is not None:
        raise Failure(say("cli.compare.form", lang, value=wrong))
    before, after = bootstrap.pair_of_cases(case, other, changes)
    comparison = compared(bootstrap.assess(before), bootstrap.assess(after))
    if form is ListFormat.JSON:
        emit_json(comparison_data(comparison), output, lang)
        return
    console = text_console(output)
    print_comparison(comparison, lang, console)
    finish(console, output, lang)


def ihc(
    case: CaseArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the reading of the stains of a case."""
    from ariane import bootstrap
    from ariane.consult.stains import read_stains
    from ariane.documents.stain_data import stain_reading_data
    from ariane.documents.stain_reading import print_stain_reading

    reading = read_stains(bootstrap.load_case(case))
    if form is ListFormat.JSON:
        emit_json(stain_reading_data(reading), output, lang)
        return
    console = text_console(output)
    print_stain_reading(reading, lang, console)
    finish(console, output, lang)


def pathway(
    case: CaseArgument,
    algorithm: Annotated[AlgorithmName, typer.Argument(help="cli.pathway.id", show_choices=True)],
    form: Annotated[PathwayFormat, typer.Option("--format", help="cli.format")] = PathwayFormat.SVG,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print an algorithm with the way of this patient, as SVG or as data."""
    from ariane import bootstrap
    from ariane.documents.consultation_json import pathway_data
    from ariane.documents.pathway_svg import pathway_svg

    consultation = bootstrap.assess(bootstrap.load_case(case))
    found = {entry.algorithm.id: entry for entry in consultation.pathways}[algorithm.value]
    if form is PathwayFormat.JSON:
        emit_json(pathway_data(found), output, lang)
        return
    emit(pathway_svg(found, lang), output, lang)
