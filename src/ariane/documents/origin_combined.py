"""The kinds of evidence together, on a terminal and as data."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.documents.origin_text import print_report
from ariane.documents.origin_words import number_words, origin_name, origin_names
from ariane.origin.combine import Combined
from ariane.origin.conflict_matrix import SIGNS, Cell, Matrix, Stance
from ariane.origin.report import report_data
from ariane.wording.catalogue import say, speaker
from ariane.wording.language import Language

STYLES = {
    Stance.FOR: "green",
    Stance.AGAINST: "red",
    Stance.MIXED: "yellow",
    Stance.EXCUSED: "yellow",
    Stance.WEAK: "dim",
    Stance.SILENT: "dim",
}


def combined_data(combined: Combined, matrix: Matrix) -> dict[str, Any]:
    """Return the report as the contract has it, with the one prior and the conflict matrix."""
    return {
        **report_data(combined.report),
        "prior": dict(combined.prior),
        "weights": dict(combined.weights),
        "conflicts": {
            "contested": list(matrix.contested),
            "cells": [
                {
                    "kind": cell.kind,
                    "origin": cell.candidate,
                    "stance": cell.stance.value,
                    "log_odds": cell.log_odds,
                }
                for cell in matrix.cells
            ],
        },
    }


def print_combined(
    combined: Combined, matrix: Matrix, language: Language, console: Console
) -> None:
    """Print the combined report, then the matrix with what its signs mean."""
    print_report(combined.report, language, console)
    said = speaker(language)
    console.print(Text(f" {said('origin_ihc:matrix')}", "bold"))
    grid = Table(box=None, padding=(0, 1), header_style="dim")
    grid.add_column("")
    for code in matrix.candidates:
        grid.add_column(code, justify="center")
    for kind in matrix.kinds:
        cells = [cell for cell in matrix.cells if cell.kind == kind]
        grid.add_row(said(f"origin_ihc:kind.{kind}"), *(_cell(cell, language) for cell in cells))
    console.print(grid)
    legend = "  ".join(f"{SIGNS[one]} {said(f'origin_ihc:stance.{one}')}" for one in Stance)
    console.print(Text(f" {legend}", "dim"))
    console.print(Text(f" {candidate_words(matrix, language)}", "dim"))
    console.print(Text(f" {weight_words(combined, language)}", "dim"))
    if matrix.contested:
        names = origin_names(matrix.contested, language)
        console.print(Text(f" {said('origin_ihc:contested', names=names)}", "bold red"))
    console.print()


def candidate_words(matrix: Matrix, language: Language) -> str:
    """Return what the codes of the columns stand for."""
    return say("origin:between", language).join(
        f"{code} {origin_name(code, language)}" for code in matrix.candidates
    )


def weight_words(combined: Combined, language: Language) -> str:
    """Return the weight that each kind was given."""
    weights = say("origin:between", language).join(
        f"{say(f'origin_ihc:kind.{kind}', language)} {number_words(weight, 2, language)}"
        for kind, weight in combined.weights.items()
    )
    return say("origin_ihc:weights", language, weights=weights or "–")


def _cell(cell: Cell, language: Language) -> Text:
    shown = SIGNS[cell.stance]
    if cell.log_odds is not None:
        shown = f"{shown} {number_words(cell.log_odds, 1, language, signed=True)}"
    return Text(shown, STYLES[cell.stance])
