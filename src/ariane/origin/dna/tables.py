"""Rows of a table: TSV (MAF is one, with comments before its header) or Parquet, plain or gzip."""

from __future__ import annotations

import gzip
import io
from dataclasses import dataclass
from pathlib import Path

from ariane.origin.refusal import InputProblem, InputRefused

GZIP = b"\x1f\x8b"
PARQUET = b"PAR1"
NOTHING_GIVEN = frozenset({"", "NA", "N/A", "NAN", "NULL", "."})

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that exist, the rows, and where they stand: the line of a text, else the row.

    An empty cell is `None`.
    """

    source: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, ...]

    def require(self, *names: str) -> None:
        """Raise `InputRefused` unless all these columns exist."""
        absent = [name for name in names if name not in self.columns]
        if absent:
            found = ", ".join(self.columns[:30])
            problem = InputProblem("missing-column", "", ", ".join(absent), found)
            raise InputRefused(self.source, (problem,))


def read_table(path: Path, wanted: frozenset[str]) -> Table:
    """Read the wanted columns of a table, whatever its form. Raises `InputRefused`."""
    content = read_bytes(path)
    if content.startswith(PARQUET):
        return _parquet(path, content, wanted)
    return _separated(path, content, wanted)


def read_bytes(path: Path) -> bytes:
    """Return what a file holds, unpacked where it is gzip. Raises `InputRefused`."""
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if content.startswith(GZIP) else content
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputRefused(str(path), (InputProblem("unreadable", value=reason),)) from None


def decoded(path: Path, content: bytes) -> str:
    """Return text. Raises `InputRefused` for what is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = InputProblem("not-text", value=f"byte {error.start}")
        raise InputRefused(str(path), (problem,)) from None


def _parquet(path: Path, content: bytes, wanted: frozenset[str]) -> Table:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(content))
        columns = tuple(file.schema_arrow.names)
        held = file.read(columns=[name for name in columns if name in wanted])
    except (pa.ArrowException, OSError) as error:
        raise InputRefused(str(path), (InputProblem("unreadable", value=str(error)),)) from None
    rows = tuple(held.to_pylist())
    return Table(str(path), columns, rows, tuple(range(1, len(rows) + 1)))


def _separated(path: Path, content: bytes, wanted: frozenset[str]) -> Table:
    lines = [
        (number, line.rstrip("\r").split("\t"))
        for number, line in enumerate(decoded(path, content).split("\n"), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise InputRefused(str(path), (InputProblem("empty"),))
    columns = tuple(name.strip() for name in lines[0][1])
    places = [(place, name) for place, name in enumerate(columns) if name in wanted]
    rows: list[Row] = [
        {name: _cell(cells[place]) if place < len(cells) else None for place, name in places}
        for _, cells in lines[1:]
    ]
    return Table(str(path), columns, tuple(rows), tuple(number for number, _ in lines[1:]))


def _cell(text: str) -> str | None:
    stripped = text.strip()
    return None if stripped.upper() in NOTHING_GIVEN else stripped
