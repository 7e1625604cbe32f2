"""Writing tables of patients that do not exist, so that each file says so."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pyarrow as pa
from pyarrow import ipc, parquet

from ariane.cohort.streaming import Progress, replaced
from ariane.cohort.tables import Sink
from ariane.version import __version__

MARK = "ariane.synthetic"
"""The note of a file that says so."""
PREFIX = "SYN-"
"""Every identifier says that there is no such patient."""
NOTICE = "Synthetic: no row is a patient, and no count says anything of a population."


class SyntheticTable(NamedTuple):
    """A synthetic table: the model it is drawn by, its columns, how many rows, from which seed."""

    model: str
    schema: pl.Schema
    rows: int
    seed: int


def write_synthetic(
    table: SyntheticTable, frames: Iterable[pl.DataFrame], output: Path, progress: Progress
) -> None:
    """Write the frames, whole or not at all; the metadata says what they are. Raises `OSError`."""
    done = 0
    with (
        replaced(output) as stream,
        closing(Sink(stream, output.suffix, table.schema, _notes(table))) as sink,
    ):
        for frame in frames:
            sink.write(frame)
            done += len(frame)
            progress(done, table.rows)


def _notes(table: SyntheticTable) -> dict[str, str]:
    return {
        MARK: "true",
        "ariane.synthetic.notice": NOTICE,
        "ariane.synthetic.model": table.model,
        "ariane.synthetic.seed": str(table.seed),
        "ariane.synthetic.rows": str(table.rows),
        "ariane.version": __version__,
    }


def is_synthetic(path: Path) -> bool:
    """Tell whether a table says that its rows are no patients. Raises `OSError`, and
    `ArrowException` where it is not a whole file."""
    if path.suffix == ".parquet":
        notes = parquet.read_schema(path).metadata
    elif path.suffix == ".arrow":
        with pa.memory_map(str(path)) as stream:
            notes = ipc.open_file(stream).schema.metadata
    else:
        notes = None
    return MARK.encode() in (notes or {})
