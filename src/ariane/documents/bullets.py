"""A list of sentences on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text


def bullets(lines: Iterable[str]) -> Table:
    """Return lines with a point before each, wrapped under themselves."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row(" ·", Text(line))
    return grid
