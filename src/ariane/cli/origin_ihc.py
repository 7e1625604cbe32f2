"""The origin of a tumour by its stains, all evidence together, and what rests on it."""

import json
from typing import Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import CaseArgument, LangOption, OutputOption
from ariane.cli.origin_output import OriginFormat
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(origin: typer.Typer) -> None:
    """Add the commands to the group `origin`."""
    origin.command("ihc", help="origin_ihc:cli.ihc")(ihc)


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
    console = text_console(output)
    print_ihc(reading, lang, console)
    console.print(say("intended-use", lang), style="dim")
    finish(console, output, lang)


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
