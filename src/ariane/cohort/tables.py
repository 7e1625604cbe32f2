"""Tables in batches: Parquet, Arrow and CSV, told apart by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Protocol

import polars as pl
import pyarrow as pa
from pyarrow import csv, ipc, parquet

BATCH = 50_000
NO_NOTES: Mapping[str, str] = MappingProxyType({})


class Table(Protocol):
    """A table to read in batches; `rows`: how many, where known; `texts`: every cell is one."""

    schema: pl.Schema
    rows: int | None
    texts: bool

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield the rows, at most `BATCH` at a time."""
        ...


class Source:
    """A file to read; `rows`: how many, where the file says it; `texts`: every cell is one."""

    def __init__(self, path: Path) -> None:
        self.rows: int | None = None
        self.texts = path.suffix == ".csv"
        if path.suffix == ".parquet":
            table = parquet.ParquetFile(path)
            self.rows = table.metadata.num_rows
            schema, self._batches = table.schema_arrow, batches_of(table, BATCH)
        elif path.suffix == ".arrow":
            reader = ipc.open_file(pa.memory_map(str(path)))
            schema = reader.schema
            self._batches = (reader.get_batch(i) for i in range(reader.num_record_batches))
        else:
            reader = _csv(path)
            schema, self._batches = reader.schema, iter(reader)
        self._arrow = schema
        self.schema = _frame(pa.Table.from_batches([], schema)).schema

    def reader(self) -> Any:
        """Return the rows as a reader of Arrow, once."""
        return pa.RecordBatchReader.from_batches(self._arrow, self._batches)

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield the rows, at most `BATCH` at a time."""
        for batch in self._batches:
            for start in range(0, batch.num_rows, BATCH):
                yield _frame(pa.Table.from_batches([batch.slice(start, BATCH)]))


def batches_of(file: Any, rows: int) -> Iterator[Any]:
    """Yield the batches of a Parquet file, about `rows` long.

    A reader keeps something of every row group that it has passed: 40 MB for each million rows of
    all facts. So each run of row groups has a reader of its own.
    """
    run: list[int] = []
    waiting = 0
    for group in range(file.num_row_groups):
        run.append(group)
        waiting += file.metadata.row_group(group).num_rows
        if waiting >= rows:
            yield from file.iter_batches(rows, row_groups=run)
            run, waiting = [], 0
    if run:
        yield from file.iter_batches(rows, row_groups=run)


def _frame(table: Any) -> pl.DataFrame:
    return pl.DataFrame(table)


def _csv(path: Path) -> Any:
    """Read every cell as text: what it means is for its fact to say."""
    with csv.open_csv(path) as header:
        names = header.schema.names
    options = csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
    )
    return csv.open_csv(path, convert_options=options)


class Sink:
    """A table being written to an open file, in the form that `ending` names.

    `notes` go into the metadata of Parquet and Arrow files.
    """

    def __init__(
        self, stream: IO[bytes], ending: str, schema: pl.Schema, notes: Mapping[str, str] = NO_NOTES
    ) -> None:
        arrow = _arrow(pl.DataFrame(schema=schema)).schema.with_metadata(dict(notes) or None)
        if ending == ".parquet":
            self._writer: Any = parquet.ParquetWriter(stream, arrow)
        elif ending == ".arrow":
            self._writer = ipc.new_file(stream, arrow)
        else:
            self._writer = csv.CSVWriter(stream, arrow)

    def write(self, frame: pl.DataFrame) -> None:
        """Append rows."""
        self._writer.write_table(_arrow(frame))

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()


def _arrow(frame: pl.DataFrame) -> Any:
    return frame.to_arrow(compat_level=pl.CompatLevel.oldest())
