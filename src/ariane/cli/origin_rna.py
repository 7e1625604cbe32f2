"""The origin of a tumour by the expression of its genes."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.libraries import ORIGIN, need_libraries
from ariane.cli.options import LangOption, OutputOption
from ariane.cli.origin_output import OriginFormat, print_reports
from ariane.cli.origin_plot import PlotOption, check_plot, write_map
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.rna.expression import Expression
    from ariane.origin.rna.shipping import RnaModel


class PanelName(StrEnum):
    """Panels that come with Ariane."""

    NINETY = "rna-90"
    MANY = "rna-3556"


def register(origin: typer.Typer) -> None:
    """Add the command to the group `origin`."""
    origin.command("rna", help="rna:cli.rna")(rna)


def rna(
    expression: Annotated[
        Path, typer.Option("--expression", metavar="FILE", help="rna:cli.expression")
    ],
    panel: Annotated[
        Optional[PanelName],  # noqa: UP045 - typer reads it
        typer.Option("--panel", help="rna:cli.panel"),
    ] = None,
    own: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--model", metavar="FOLDER/NAME", help="rna:cli.model"),
    ] = None,
    plot: PlotOption = None,
    form: Annotated[OriginFormat, typer.Option("--format", help="cli.format")] = OriginFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the probable origins by gene expression."""
    need_libraries(ORIGIN, "origin:cli.extra", lang)
    check_plot(plot, lang)
    if panel and own:
        raise Failure(say("rna:panel-or-model", lang))
    from ariane.origin.rna.classify import classify

    read = _read(expression, lang)
    model = _own(own, lang) if own else _shipped(panel, read)
    known = len(set(read.genes) & set(model.fitted.factors.genes))
    whole = len(model.fitted.factors.genes)
    chosen = say("rna:chosen", lang, name=model.card.name, known=known, whole=whole)
    typer.echo(chosen, err=True)
    reports = list(classify(read, model))
    if plot is not None:
        write_map(reports, model.card, plot, lang)
    print_reports(reports, form, output, lang)


def _shipped(panel: PanelName | None, read: "Expression") -> "RnaModel":
    from ariane.origin.rna.classify import chosen_panel
    from ariane.origin.rna.shipping import load_rna_model

    return load_rna_model(panel.value if panel else chosen_panel(frozenset(read.genes)))


def _own(path: Path, lang: Language) -> "RnaModel":
    """Load a model that `train-rna` wrote: FOLDER/NAME, with or without an ending."""
    from ariane.origin.model_file import ModelFileError
    from ariane.origin.rna.shipping import load_rna_model

    name = path.stem if path.suffix in (".npz", ".json") else path.name
    try:
        return load_rna_model(name, path.parent)
    except (ModelFileError, KeyError, ValueError) as error:
        raise Failure(say("rna:bad-model", lang, path=path, reason=error)) from None


def _read(path: Path, lang: Language) -> "Expression":
    from ariane.documents.origin_refusal import refusal_words
    from ariane.origin.refusal import InputRefused
    from ariane.origin.rna.expression import read_expression

    try:
        return read_expression(path)
    except InputRefused as refused:
        raise Failure(refusal_words(refused, lang)) from None
