"""The origin of a tumour by the expression of its genes."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, OutputOption
from ariane.cli.origin_output import OriginFormat, print_reports
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.rna.expression import Expression


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
    form: Annotated[OriginFormat, typer.Option("--format", help="cli.format")] = OriginFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the probable origins by gene expression."""
    _need_libraries(lang)
    from ariane.origin.rna.classify import chosen_panel, classify
    from ariane.origin.rna.shipping import load_rna_model

    read = _read(expression, lang)
    name = panel.value if panel else chosen_panel(frozenset(read.genes))
    model = load_rna_model(name)
    known = len(set(read.genes) & set(model.fitted.factors.genes))
    whole = len(model.fitted.factors.genes)
    typer.echo(say("rna:chosen", lang, name=name, known=known, whole=whole), err=True)
    print_reports(classify(read, model), form, output, lang)


def _read(path: Path, lang: Language) -> "Expression":
    from ariane.documents.origin_refusal import refusal_words
    from ariane.origin.dna.refusal import InputRefused
    from ariane.origin.rna.expression import read_expression

    try:
        return read_expression(path)
    except InputRefused as refused:
        raise Failure(refusal_words(refused, lang)) from None


def _need_libraries(lang: Language) -> None:
    from importlib.util import find_spec

    absent = [name for name in ("numpy", "pyarrow") if find_spec(name) is None]
    if absent:
        raise Failure(say("origin:cli.extra", lang, names=", ".join(absent)))
