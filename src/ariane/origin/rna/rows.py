"""What the tables of every form give: rows of cells, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

PARQUET = b"PAR1"
MISSING = frozenset({"", "NA", "N/A", "NAN", "NULL", "."})
"""Cells that hold nothing: unknown, never zero."""


class Row(NamedTuple):
    """One row: its line in a text, else its number from 1; `width`: the cells it should have."""

    place: int
    cells: Sequence[object]
    width: int


class Rows(Protocol):
    """A table whose rows are read one at a time, as often as asked."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""

    def rows(self) -> Iterator[Row]:
        """Return every row."""

    def number(self, cell: str) -> float:
        """Return the number that a cell holds. Raises `ValueError`."""


def is_missing(cell: object) -> bool:
    """Return whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip().upper() in MISSING)


def open_rows(path: Path) -> Rows:
    """Open a table, whatever its form. Raises `InputRefused`."""
    from ariane.origin.rna.parquet_rows import open_parquet
    from ariane.origin.rna.text_rows import open_text

    try:
        with path.open("rb") as stream:
            begins = stream.read(4)
    except OSError:
        begins = b""
    return open_parquet(path) if begins == PARQUET else open_text(path)
