"""From a table to the assessed table and its rejects: batch by batch, whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, NamedTuple, Protocol

import polars as pl

from ariane.cohort.assessing import Batch, CohortEngine
from ariane.cohort.tables import Sink, Source, Table


class Counts(NamedTuple):
    """Rows read, assessed and rejected (the first is the sum of the others); cells of NaN."""

    rows: int = 0
    assessed: int = 0
    rejected: int = 0
    nan: int = 0

    def with_batch(self, rows: int, batch: Batch) -> Counts:
        """Return the counts with one more batch. Raises `RuntimeError` where a row is lost."""
        more = (rows, len(batch.assessed), len(batch.rejects), batch.nan)
        if rows != len(batch.assessed) + len(batch.rejects):
            raise RuntimeError(f"rows after {self.rows} do not reconcile: {more}")
        return Counts(*(a + b for a, b in zip(self, more, strict=True)))


class Run(Protocol):
    """A table being assessed: the columns of the result, and the rows in all where known."""

    schema: pl.Schema
    rows: int | None

    def batches(self) -> Iterator[tuple[int, Batch]]:
        """Yield the number of rows read and what became of them."""
        ...


class PolarsRun:
    """A table read in batches and assessed by polars. Raises `TableError` for its columns."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._engine = CohortEngine(table.schema, table.texts)
        self.schema, self.rows = self._engine.schema, table.rows

    def batches(self) -> Iterator[tuple[int, Batch]]:
        """Yield the number of rows read and what became of them."""
        done = 0
        for frame in self._table.frames():
            yield len(frame), self._engine.assess(frame, done)
            done += len(frame)


Progress = Callable[[int, int | None], None]
"""Told after each batch: rows done, and rows in all where that is known."""


def rejects_path(output: Path) -> Path:
    """Return where the refused rows of `output` go: `out.rejects.jsonl` beside `out.parquet`."""
    return output.with_suffix(".rejects.jsonl")


def assess_table(source: Path, output: Path, progress: Progress) -> Counts:
    """Assess each row of a file into `output` and its rejects file, by polars."""
    return write_assessed(PolarsRun(Source(source)), output, progress)


def write_assessed(run: Run, output: Path, progress: Progress) -> Counts:
    """Write what a run gives into `output` and its rejects file.

    Raises `OSError` and what the run raises; then no file has been touched.
    """
    counts = Counts()
    # The table comes last into its place: where it stands, its rejects do too.
    with (
        replaced(output) as stream,
        replaced(rejects_path(output)) as rejects,
        closing(Sink(stream, output.suffix, run.schema)) as sink,
    ):
        for rows, batch in run.batches():
            sink.write(batch.assessed)
            for reject in batch.rejects:
                rejects.write(json.dumps(reject, ensure_ascii=False).encode() + b"\n")
            counts = counts.with_batch(rows, batch)
            progress(counts.rows, run.rows)
    return counts


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file that takes the place of `path` once all has been written."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
