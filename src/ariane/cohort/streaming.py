"""From a table to the assessed table and its rejects: batch by batch, whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from ariane.cohort.assessing import Batch, CohortEngine
from ariane.cohort.tables import Sink, Source


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


Progress = Callable[[int, int | None], None]
"""Told after each batch: rows done, and rows in all where that is known."""


def rejects_path(output: Path) -> Path:
    """Return where the refused rows of `output` go: `out.rejects.jsonl` beside `out.parquet`."""
    return output.with_suffix(".rejects.jsonl")


def assess_table(source: Path, output: Path, progress: Progress) -> Counts:
    """Assess each row of `source` into `output` and its rejects file.

    Raises `TableError` for its columns and `OSError`; then no file has been touched.
    """
    table = Source(source)
    engine = CohortEngine(table.schema, table.texts)
    counts = Counts()
    # The table comes last into its place: where it stands, its rejects do too.
    with (
        replaced(output) as stream,
        replaced(rejects_path(output)) as rejects,
        closing(Sink(stream, output.suffix, engine.schema)) as sink,
    ):
        for frame in table.frames():
            batch = engine.assess(frame, counts.rows)
            sink.write(batch.assessed)
            for reject in batch.rejects:
                rejects.write(json.dumps(reject, ensure_ascii=False).encode() + b"\n")
            counts = counts.with_batch(len(frame), batch)
            progress(counts.rows, table.rows)
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
