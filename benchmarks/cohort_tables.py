"""Synthetic tables of any length."""

from __future__ import annotations

from pathlib import Path

from cohort_turns import progress
from pyarrow import parquet

from ariane.cohort.simulating import simulate_table


def made(folder: Path, rows: int) -> Path:
    """Return a table of uniformly drawn patients, 30% of all cells unknown."""
    path = folder / f"uniform-{rows}.parquet"
    if not path.exists():
        progress(f"drawing {rows:,} patients")
        simulate_table(rows, 24, path, lambda *_: None)
    return path


def repeated(table: Path, times: int) -> Path:
    """Return a table that holds another so many times over."""
    path = table.with_name(f"{table.stem}-x{times}.parquet")
    if not path.exists():
        source = parquet.ParquetFile(table)
        with parquet.ParquetWriter(path, source.schema_arrow) as writer:
            for _ in range(times):
                for batch in source.iter_batches(50_000):
                    writer.write_batch(batch)
    return path
