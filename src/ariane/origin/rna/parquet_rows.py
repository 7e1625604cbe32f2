"""Rows of a Parquet table, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ariane.origin.refusal import InputProblem, InputRefused
from ariane.origin.rna.rows import Row

CELLS_AT_ONCE = 2_000_000
INDEX = "__index_level_0__"
"""The name that pandas gives to row names without one."""


@dataclass(frozen=True, slots=True)
class ParquetRows:
    """A Parquet table."""

    path: Path
    columns: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """Return every row with its number from 1. Raises `InputRefused`."""
        import pyarrow as pa
        from pyarrow import parquet

        width = len(self.columns)
        place = 0
        try:
            batches = parquet.ParquetFile(self.path).iter_batches(
                batch_size=max(1, CELLS_AT_ONCE // max(1, width))
            )
            for batch in batches:
                for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    place += 1
                    yield Row(place, cells, width)
        except (pa.ArrowException, OSError) as error:
            raise _unreadable(self.path, error) from None

    def number(self, cell: str) -> float:
        """Return the number of a cell that is text. Raises `ValueError`."""
        return float(cell)


def open_parquet(path: Path) -> ParquetRows:
    """Read the names of the columns; row names come first. Raises `InputRefused`."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        names = parquet.ParquetFile(path).schema_arrow.names
    except (pa.ArrowException, OSError) as error:
        raise _unreadable(path, error) from None
    return ParquetRows(path, tuple("" if name == INDEX else str(name) for name in names))


def _unreadable(path: Path, error: Exception) -> InputRefused:
    return InputRefused(str(path), (InputProblem("unreadable", value=str(error)),))
