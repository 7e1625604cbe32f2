"""Rows of a text table, one at a time: TSV, CSV (commas or semicolons) or GCT, plain or gzip.

Only the cells asked for are looked at, so that a file larger than memory can be read; a quoted cell
may hold the delimiter but no line break. Decimal commas are read where semicolons separate.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from ariane.origin.refusal import InputProblem, InputRefused
from ariane.origin.rna.rows import Row

GZIP = b"\x1f\x8b"
DELIMITERS = "\t,;"
GCT = ("#1.2", "#1.3")


@dataclass(frozen=True, slots=True)
class TextRows:
    """A text table; `first` is the number of its first line of data, counted from 1.

    `named` is false where the first column has no name (R writes row names so).
    """

    path: Path
    columns: tuple[str, ...]
    delimiter: str
    first: int

    def rows(self) -> Iterator[Row]:
        """Return every row with its line number. Raises `InputRefused`."""
        width = len(self.columns)
        with _opened(self.path) as stream:
            try:
                for number, line in enumerate(islice(stream, self.first - 1, None), self.first):
                    text = line.rstrip("\r\n")
                    if text:
                        yield Row(number, _cells(text, self.delimiter), width)
            except (OSError, EOFError, UnicodeDecodeError) as error:
                raise _unreadable(self.path, error) from None

    def number(self, cell: str) -> float:
        """Return the number of a cell. Raises `ValueError`."""
        return float(cell.replace(",", ".") if self.delimiter == ";" else cell)


def open_text(path: Path) -> TextRows:
    """Find the header and the delimiter of a text table. Raises `InputRefused`."""
    with _opened(path) as stream:
        try:
            lines = list(islice(_numbered(stream), 6))
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise _unreadable(path, error) from None
    skipped, shape = _before_header(lines)
    lines = lines[skipped:]
    if not lines:
        raise InputRefused(str(path), (InputProblem("empty"),))
    number, header = lines[0]
    delimiter = max(DELIMITERS, key=header.count)
    columns = [name.strip() for name in _cells(header, delimiter)]
    if len(lines) > 1 and len(_cells(lines[1][1], delimiter)) == len(columns) + 1:
        columns.insert(0, "")
    return TextRows(path, tuple(columns), delimiter, number + 1 + shape)


def _numbered(stream: IO[str]) -> Iterator[tuple[int, str]]:
    """Return lines that are neither empty nor comments, but for the first of a GCT file."""
    for number, line in enumerate(stream, start=1):
        text = line.rstrip("\r\n")
        if text.strip() and (not text.startswith("#") or text.startswith(GCT)):
            yield number, text


def _before_header(lines: Sequence[tuple[int, str]]) -> tuple[int, int]:
    """Return how many lines stand before the header, and how many rows of remarks follow it."""
    if not lines or not lines[0][1].startswith(GCT):
        return 0, 0
    shape = lines[1][1].split() if len(lines) > 1 else []
    return 2, int(shape[3]) if len(shape) > 3 and shape[3].isdigit() else 0


def _cells(line: str, delimiter: str) -> list[str]:
    if '"' in line:
        return next(csv.reader([line], delimiter=delimiter))
    return line.split(delimiter)


def _opened(path: Path) -> IO[str]:
    try:
        with path.open("rb") as stream:
            packed = stream.read(2) == GZIP
        if packed:
            return gzip.open(path, "rt", encoding="utf-8-sig", newline="\n")
        return path.open(encoding="utf-8-sig", newline="\n")
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> InputRefused:
    kind = "not-text" if isinstance(error, UnicodeDecodeError) else "unreadable"
    reason = getattr(error, "strerror", None) or str(error)
    return InputRefused(str(path), (InputProblem(kind, value=reason),))
