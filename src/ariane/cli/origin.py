"""The laboratory: where a tumour came from, by each kind of evidence."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from ariane.cli import origin_ihc, origin_rna, origin_train_rna
from ariane.cli.failure import Failure
from ariane.cli.libraries import ORIGIN, need_libraries
from ariane.cli.options import LangOption, ListFormat, ListFormatOption, OutputOption, group
from ariane.cli.origin_output import OriginFormat, print_reports
from ariane.cli.origin_plot import PlotOption, check_plot, write_map
from ariane.cli.output import emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    origin = group("origin:cli.group")
    origin.command("dna", help="origin:cli.dna")(dna)
    origin.command("models", help="origin:cli.models")(models)
    origin_ihc.register(origin)
    origin_rna.register(origin)
    origin_train_rna.register(origin)
    app.add_typer(origin, name="origin")


def dna(
    mutations: Annotated[
        Path, typer.Option("--mutations", metavar="FILE", help="origin:cli.mutations")
    ],
    samples: Annotated[Path, typer.Option("--samples", metavar="FILE", help="origin:cli.samples")],
    panel_genes: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--panel-genes", metavar="FILE", help="origin:cli.panel-genes"),
    ] = None,
    no_site_prior: Annotated[
        bool, typer.Option("--no-site-prior", help="origin:cli.no-site-prior")
    ] = False,
    plot: PlotOption = None,
    form: Annotated[OriginFormat, typer.Option("--format", help="cli.format")] = OriginFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the probable origins by a panel of genes."""
    need_libraries(ORIGIN, "origin:cli.extra", lang)
    check_plot(plot, lang)
    from ariane.documents.origin_refusal import refusal_words
    from ariane.origin.dna.classify import classify
    from ariane.origin.dna.reading import read_dna
    from ariane.origin.dna.shipping import load_dna_model
    from ariane.origin.refusal import InputRefused

    try:
        read = read_dna(mutations, samples, panel_genes)
    except InputRefused as refused:
        raise Failure(refusal_words(refused, lang)) from None
    if read.left_out:
        typer.echo(say("origin:left-out", lang, count=read.left_out), err=True)
    model = load_dna_model()
    reports = list(classify(read.samples, model, not no_site_prior))
    if plot is not None:
        write_map(reports, model.card, plot, lang)
    print_reports(reports, form, output, lang)


def models(
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the cards of the models shipped."""
    from ariane.documents.origin_cards import print_card
    from ariane.origin.model_file import card_data, shipped_cards

    cards = shipped_cards()
    if form is ListFormat.JSON:
        emit_json([card_data(card) for card in cards], output, lang)
        return
    console = text_console(output)
    for card in cards:
        print_card(card, lang, console)
    finish(console, output, lang)
