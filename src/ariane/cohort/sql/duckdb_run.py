"""DuckDB where a file or a table of a database lies; nothing is copied, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from glob import escape
from pathlib import Path

import duckdb
import polars as pl

from ariane.cohort.assessing import Batch
from ariane.cohort.engines import refusals
from ariane.cohort.places import DuckDbTable
from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.cohort_query import cohort_query
from ariane.cohort.sql.dialects import DuckDb
from ariane.cohort.sql.layers import Layers
from ariane.cohort.sql.suspects import Reconciler, booleans
from ariane.cohort.tables import BATCH, Source

STREAM = "_stream"
SETTINGS = {
    "autoinstall_known_extensions": "false",
    # What is shared is shared by the query, and its bits carry no statistics: looking for either
    # takes longer than a small table.
    "disabled_optimizers": "common_subexpressions,statistics_propagation",
}


class DuckDbRun:
    """A table being assessed by DuckDB. Raises `TableError`, `EngineError` and `OSError`."""

    def __init__(self, place: Path | DuckDbTable) -> None:
        self._place = place
        with refusals(place, duckdb.Error):
            self._connection = connected(place)
            source, schema, texts = self._source(place)
        self._reconciler = Reconciler(schema, texts)
        self._query = cohort_query(Bits(Layers(DuckDb())), schema, source)
        self.schema = self._reconciler.schema
        self.rows: int | None = None

    def batches(self) -> Iterator[tuple[int, Batch]]:
        """Yield the number of rows read and what became of them."""
        done = 0
        with refusals(self._place, duckdb.Error), self._connection:
            for answer in self._connection.sql(self._query).to_arrow_reader(BATCH):
                frame = booleans(pl.DataFrame(answer))
                yield len(frame), self._reconciler.batch(frame, done)
                done += len(frame)

    def _source(self, place: Path | DuckDbTable) -> tuple[str, Mapping[str, pl.DataType], bool]:
        """Return what to read from, its columns, and whether every cell is a text."""
        if isinstance(place, Path) and place.suffix != ".parquet":
            file = Source(place)
            self._connection.register(STREAM, file.reader())
            return STREAM, file.schema, file.texts
        if isinstance(place, Path):
            source = f"read_parquet({DuckDb().literal(escape(str(place)))})"
            return source, columns_of(self._connection, source), False
        table = place.name(DuckDb().quoted)
        schema = columns_of(self._connection, table)
        return _byte_by_byte(table, schema), schema, False


class DuckDbSource:
    """A table of a DuckDB file, to be read in batches. Raises `EngineError`."""

    def __init__(self, place: DuckDbTable) -> None:
        self._place, self._name = place, place.name(DuckDb().quoted)
        with refusals(place, duckdb.Error):
            self._connection = connected(place)
            self.schema = columns_of(self._connection, self._name)
        self.rows: int | None = None
        self.texts = False

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield the rows, at most `BATCH` at a time."""
        with refusals(self._place, duckdb.Error), self._connection:
            for batch in self._connection.sql(f"FROM {self._name}").to_arrow_reader(BATCH):
                yield pl.DataFrame(batch)


def connected(place: Path | DuckDbTable) -> duckdb.DuckDBPyConnection:
    """Return a connection that cannot write to the database."""
    database = place.database if isinstance(place, DuckDbTable) else None
    connection = duckdb.connect(str(database or ":memory:"), read_only=database is not None)
    for name, value in SETTINGS.items():
        connection.execute(f"SET {name} = '{value}'")
    return connection


def columns_of(connection: duckdb.DuckDBPyConnection, relation: str) -> pl.Schema:
    """Return the columns of what a query can read from."""
    return pl.DataFrame(connection.sql(f"FROM {relation} LIMIT 0").to_arrow_table()).schema


def _byte_by_byte(table: str, schema: pl.Schema) -> str:
    """Return a table of which no text compares by a collation of its own (`NOCASE`)."""
    names = [DuckDb().quoted(name) for name, dtype in schema.items() if dtype == pl.String]
    texts = ", ".join(f"{name} COLLATE C AS {name}" for name in names)
    return f"(SELECT * REPLACE ({texts}) FROM {table}) AS _table" if names else table
