"""Rows of a table: TSV (MAF is one, with comments before its header) or Parquet, plain or gzip."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ariane.origin.dna.refusal import InputProblem, InputRefused

GZIP = b"\x1f\x8b"
PARQUET = b"PAR1"
NOTHING_GIVEN = frozenset({"", "NA", "N/A", "NAN", "NULL", "NONE", "."})

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that exist, and the rows; an empty cell is `None`."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

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
    return Table(str(path), columns, tuple(held.to_pylist()))


def _separated(path: Path, content: bytes, wanted: frozenset[str]) -> Table:
    lines = _uncommented(io.StringIO(decoded(path, content), newline=""))
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = tuple(name.strip() for name in next(reader, ()))
    if not columns:
        raise InputRefused(str(path), (InputProblem("empty"),))
    places = [(place, name) for place, name in enumerate(columns) if name in wanted]
    rows: list[Row] = []
    for cells in reader:
        if len(cells) < len(columns) and cells:
            cells += [""] * (len(columns) - len(cells))
        if cells:
            rows.append({name: _cell(cells[place]) for place, name in places})
    return Table(str(path), columns, tuple(rows))


def _uncommented(lines: io.StringIO) -> Iterator[str]:
    return (line for line in lines if not line.startswith("#"))


def _cell(text: str) -> str | None:
    stripped = text.strip()
    return None if stripped.upper() in NOTHING_GIVEN else stripped
