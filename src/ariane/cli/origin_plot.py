"""Drawings of reports on the origin: one report, or samples among the cohort of a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.output import write_atomically
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.documents.vega import Spec
    from ariane.origin.model_file import ModelCard
    from ariane.origin.report import OriginReport

MOST_ON_MAP = 30
"""Samples that can be told apart on one map."""

PlotOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads it
    typer.Option("--plot", metavar="FILE", help="origin_map:cli.plot"),
]


def check_plot(path: Path | None, language: Language) -> None:
    """Raise `Failure` for a drawing that could not be made, before anything is reckoned."""
    if path is None:
        return
    if path.suffix.lower() not in (".svg", ".html"):
        raise Failure(say("origin_map:bad-plot", language, path=path))
    need_drawing(language)


def need_drawing(language: Language) -> None:
    """Raise `Failure` where drawings cannot be made."""
    from importlib.util import find_spec

    if find_spec("vl_convert") is None:
        raise Failure(say("origin_ihc:no-plot", language))


def write_map(
    reports: Sequence[OriginReport], card: ModelCard, path: Path, language: Language
) -> None:
    """Write the samples among the cohort of a model. Raises `Failure`."""
    from ariane.documents.origin_map import map_plot
    from ariane.documents.origin_plots import page_of
    from ariane.origin.cohort_map import load_map

    drawn = load_map(card)
    if drawn is None:
        raise Failure(say("origin_map:no-map", language, name=card.name))
    if len(reports) > MOST_ON_MAP:
        said = say("origin_map:too-many", language, count=len(reports), most=MOST_ON_MAP)
        raise Failure(said)
    names = ", ".join(report.sample_id for report in reports)
    spec = page_of(names, [map_plot(drawn, reports, language)], language)
    write_atomically(path, drawing(spec, path.suffix.lower(), language).encode(), language)
    typer.echo(say("cli.written", language, path=path), err=True)


def drawing(spec: Spec, ending: str, language: Language) -> str:
    """Return a drawing as SVG, or as a page. Raises `Failure` where drawings cannot be made."""
    need_drawing(language)
    from ariane.documents.vega import plot_html, plot_svg

    return plot_svg(spec) if ending.endswith("svg") else plot_html(spec)
