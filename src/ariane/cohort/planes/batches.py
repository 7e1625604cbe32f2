"""Tables as Arrow record batches, texts of Parquet by their codes where they come as such."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
from pyarrow import parquet

from ariane.cohort.columns import CASE_ID
from ariane.cohort.tables import Source, batches_of

ROWS = 131_072
"""Rows of a batch: the planes that live at once are then 16 KiB each."""


class Batches:
    """A table to read; `rows`: how many, where the file says it; `texts`: every cell is one.

    Raises `OSError` and `pyarrow.ArrowException`.
    """

    def __init__(self, path: Path) -> None:
        source = Source(path)
        self.schema: pl.Schema = source.schema
        self.rows = source.rows
        self.texts = source.texts
        self._path = path
        self._source = source

    def __iter__(self) -> Iterator[Any]:
        if self._path.suffix == ".parquet":
            coded = [n for n, d in self.schema.items() if d == pl.String and n != CASE_ID]
            file = parquet.ParquetFile(self._path, read_dictionary=coded)
            yield from _ahead(batches_of(file, ROWS))
            return
        for frame in self._source.frames():
            yield from whole(frame.to_arrow(compat_level=pl.CompatLevel.oldest()))


def _ahead(batches: Iterator[Any]) -> Iterator[Any]:
    """Yield batches while a thread decodes the one after."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = reader.submit(next, batches, None)
            yield batch


def whole(table: Any) -> list[Any]:
    """Return an Arrow table as one record batch, or as none if it has no row."""
    batches: list[Any] = table.combine_chunks().to_batches()
    return batches if len(batches) < 2 else [pa.concat_batches(batches)]
