"""The report of a training on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.documents.rna_training import Part, training_parts
from ariane.origin.rna.own.train import Trained
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def print_training(trained: Trained, language: Language, console: Console) -> None:
    """Print the report."""
    card = trained.card
    title = f"{card.name} {card.version} · {say('rna_training:title', language)}".upper()
    console.print(Text(title, "bold blue"))
    console.print(Text(f" sha256 {card.sha256}", "dim"), soft_wrap=True)
    for part in training_parts(trained, language):
        console.print(Text(f" {part.heading}", "bold"))
        if part.lines:
            console.print(bullets(part.lines))
        if part.rows:
            console.print(_table(part))
    console.print(Text(say("intended-use", language), "dim"))


def _table(part: Part) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="dim")
    for place, name in enumerate(part.header):
        table.add_column(name, justify="right" if place else "left")
    for row in part.rows:
        table.add_row(*row)
    return table
