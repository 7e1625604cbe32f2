"""The origin of a tumour by its stains, all evidence together, and what rests on it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import CaseArgument, LangOption, ListFormat, ListFormatOption, OutputOption
from ariane.cli.origin_attach import reports_of
from ariane.cli.origin_output import DRAWN, OriginFormat
from ariane.cli.origin_plot import drawing
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.conflict_matrix import Matrix
    from ariane.origin.report import OriginReport


def register(origin: typer.Typer) -> None:
    """Add the commands to the group `origin`."""
    origin.command("ihc", help="origin_ihc:cli.ihc")(ihc)
    origin.command("combine", help="origin_ihc:cli.combine")(combine)
    origin.command("actionability", help="actionability:cli.about")(actionability)


def ihc(
    case: CaseArgument,
    stains: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Option("--stain", metavar="NAME=RESULT", help="origin_ihc:cli.stain"),
    ] = None,
    form: Annotated[OriginFormat, typer.Option("--format", help="cli.format")] = OriginFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the probable origins by the stains of a case."""
    from ariane import bootstrap
    from ariane.documents.origin_ihc import ihc_data, print_ihc
    from ariane.origin.ihc.reading import read_panel

    reading = read_panel(bootstrap.load_case(case), _given(stains or [], lang))
    if form is OriginFormat.JSON:
        emit_json([ihc_data(reading)], output, lang)
        return
    if form is OriginFormat.JSONL:
        emit(json.dumps(ihc_data(reading), ensure_ascii=False) + "\n", output, lang)
        return
    if form in DRAWN:
        emit(_drawn(reading.report, None, form, lang), output, lang)
        return
    console = text_console(output)
    print_ihc(reading, lang, console)
    console.print(say("intended-use", lang), style="dim")
    finish(console, output, lang)


def combine(
    reports: Annotated[
        list[Path], typer.Argument(metavar="REPORT.json …", help="origin_ihc:cli.reports")
    ],
    case: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--case", metavar="CASE", help="origin_ihc:cli.with-case"),
    ] = None,
    weights: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Option("--weight", metavar="KIND=W", help="origin_ihc:cli.weight"),
    ] = None,
    form: Annotated[OriginFormat, typer.Option("--format", help="cli.format")] = OriginFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print all the evidence of one patient together, and where it disagrees."""
    from ariane import bootstrap
    from ariane.documents.origin_combined import combined_data, print_combined
    from ariane.origin import combine as combining
    from ariane.origin.conflict_matrix import conflict_matrix

    read = [one for path in reports for one in reports_of(path, lang)]
    patient = bootstrap.load_case(case) if case else None
    try:
        combined = combining.combine(read, patient, _weights(weights or [], lang))
    except ValueError as error:
        raise Failure(say("origin_ihc:not-once", lang, kinds=error)) from None
    matrix = conflict_matrix(combined, patient)
    if form is OriginFormat.JSON:
        emit_json([combined_data(combined, matrix)], output, lang)
        return
    if form is OriginFormat.JSONL:
        line = json.dumps(combined_data(combined, matrix), ensure_ascii=False)
        emit(f"{line}\n", output, lang)
        return
    if form in DRAWN:
        emit(_drawn(combined.report, matrix, form, lang), output, lang)
        return
    console = text_console(output)
    print_combined(combined, matrix, lang, console)
    console.print(say("intended-use", lang), style="dim")
    finish(console, output, lang)


def actionability(
    case: CaseArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print what rests on the alterations of a case."""
    from ariane import bootstrap
    from ariane.documents.actionability import actionability_data, print_actionability
    from ariane.origin.actionability import actionability as touched_by

    consultation = bootstrap.assess(bootstrap.load_case(case))
    touched = touched_by(consultation)
    if form is ListFormat.JSON:
        emit_json(actionability_data(touched, consultation.case.id), output, lang)
        return
    console = text_console(output)
    print_actionability(touched, lang, console)
    console.print(say("intended-use", lang), style="dim")
    finish(console, output, lang)


def _drawn(
    report: "OriginReport", matrix: "Matrix | None", form: OriginFormat, lang: Language
) -> str:
    from ariane.documents.origin_plots import report_plot

    return drawing(report_plot(report, lang, matrix), form, lang)


def _weights(given: list[str], lang: Language) -> dict[str, float]:
    found = {}
    for entry in given:
        kind, _, value = entry.partition("=")
        try:
            weight = float(value)
        except ValueError:
            weight = -1.0
        if kind not in ("dna", "rna", "ihc") or not 0 <= weight <= 1:
            raise Failure(say("origin_ihc:bad-weight", lang, value=entry))
        found[kind] = weight
    return found


def _given(stains: list[str], lang: Language) -> dict[str, str]:
    from ariane.origin.ihc.crosswalk import OTHER_STAINS

    found = {}
    for stain in stains:
        name, _, result = stain.partition("=")
        if name not in OTHER_STAINS or result not in ("pos", "neg"):
            names = ", ".join(OTHER_STAINS)
            raise Failure(say("origin_ihc:bad-stain", lang, value=stain, names=names))
        found[name] = result
    return found
