"""PostgreSQL where a table of a database lies: one read-only snapshot, streamed by COPY."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import Any

import polars as pl
import psycopg
import pyarrow as pa
from pyarrow import csv

from ariane.cohort.assessing import Batch
from ariane.cohort.columns import CASE_ID, require_columns
from ariane.cohort.engines import EngineError, refusals
from ariane.cohort.places import PostgreSqlTable
from ariane.cohort.sql.booleans import Booleans
from ariane.cohort.sql.cells import delivered
from ariane.cohort.sql.cohort_query import NAN, RAW_JSON, cohort_query
from ariane.cohort.sql.dialects import PostgreSql
from ariane.cohort.sql.layers import Layers
from ariane.cohort.sql.suspects import Reconciler, as_delivered

TYPES: dict[str, pl.DataType] = {
    "bool": pl.Boolean(),
    **dict.fromkeys(("int2", "int4", "int8"), pl.Int64()),
    "float4": pl.Float32(),
    "float8": pl.Float64(),
    "numeric": pl.Decimal(),
    **dict.fromkeys(("text", "varchar", "bpchar", "name", "enum"), pl.String()),
    "date": pl.Date(),
    **dict.fromkeys(("_text", "_varchar", "_enum"), pl.List(pl.String())),
    **dict.fromkeys(("_int2", "_int4", "_int8"), pl.List(pl.Int64())),
}
BEGIN = (
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    # The query is wide and runs once: to compile it takes longer than to interpret it.
    "SET LOCAL jit = off",
    "SET LOCAL extra_float_digits = 1",
    "SET LOCAL DateStyle = 'ISO'",
)
BLOCK = 1 << 24
"""Bytes of an answer that are read at a time."""
COLUMNS = """
    SELECT a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN b.typtype = 'e' THEN 'enum' WHEN e.typtype = 'e' THEN '_enum' ELSE b.typname END
    FROM pg_attribute a
    JOIN pg_type t ON t.oid = a.atttypid
    JOIN pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END
    LEFT JOIN pg_type e ON e.oid = b.typelem AND b.typcategory = 'A'
    WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
"""


class PostgreSqlRun:
    """A table being assessed by PostgreSQL. Raises `TableError` and `EngineError`."""

    def __init__(self, place: PostgreSqlTable) -> None:
        self._place = place
        with connected(place) as connection:
            declared = columns_of(connection, place)
        schema = typed(declared)
        self._reconciler = Reconciler(
            schema, declared={n: said for n, (said, _) in declared.items()}
        )
        self._query = cohort_query(
            Booleans(Layers(PostgreSql())), schema, place.name(PostgreSql().quoted)
        )
        self.schema = self._reconciler.schema
        self.rows: int | None = None

    def batches(self) -> Iterator[tuple[int, Batch]]:
        """Yield the number of rows read and what became of them."""
        types = pl.DataFrame(schema={**self.schema, RAW_JSON: pl.String, NAN: pl.Int64})
        done = 0
        with connected(self._place) as connection:
            for answer in copied(connection, self._query, types):
                yield len(answer), self._reconciler.batch(answer, done)
                done += len(answer)


@contextmanager
def connected(place: PostgreSqlTable) -> Iterator[psycopg.Connection[Any]]:
    """Yield a connection in a transaction that cannot write. Raises `EngineError`."""
    try:
        psycopg.conninfo.conninfo_to_dict(place.address)
    except psycopg.Error:
        raise EngineError(kind="no-address") from None
    refused = refusals(place, psycopg.Error, pa.ArrowException)
    with refused, psycopg.connect(place.address, autocommit=True) as connection:
        connection.execute("SET client_encoding = 'UTF8'")
        for statement in BEGIN:
            connection.execute(statement)
        yield connection


def columns_of(
    connection: psycopg.Connection[Any], place: PostgreSqlTable
) -> Mapping[str, tuple[str, str]]:
    """Return of each column how PostgreSQL calls its type, and the name of that type in `TYPES`."""
    rows = connection.execute(COLUMNS, [place.name(PostgreSql().quoted)])
    return {name: (words, kind) for name, words, kind in rows}


def typed(declared: Mapping[str, tuple[str, str]]) -> dict[str, pl.DataType]:
    """Return the types of columns; of one that no fact has, `Object`."""
    return {name: TYPES.get(kind, pl.Object()) for name, (_, kind) in declared.items()}


def copied(
    connection: psycopg.Connection[Any], query: str, types: pl.DataFrame
) -> Iterator[pl.DataFrame]:
    """Yield the rows of a query in batches, typed as the columns of `types`."""
    schema = types.to_arrow(compat_level=pl.CompatLevel.oldest()).schema
    options = csv.ConvertOptions(
        column_types=schema,
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
        true_values=["t"],
        false_values=["f"],
    )
    copy = f"COPY ({query}) TO STDOUT (FORMAT csv)"
    with connection.cursor() as cursor, cursor.copy(copy) as rows:
        answer = BufferedReader(_Answer(rows), BLOCK)
        if not answer.peek(1):
            return
        reader = csv.open_csv(
            answer,
            read_options=csv.ReadOptions(column_names=schema.names, block_size=BLOCK),
            parse_options=csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            convert_options=options,
        )
        for batch in reader:
            yield pl.DataFrame(pa.Table.from_batches([batch]))


class _Answer(RawIOBase):
    """The answer of COPY as a file."""

    def __init__(self, copy: psycopg.Copy) -> None:
        self._copy, self._rest = copy, memoryview(b"")

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with the next bytes; return how many, zero at the end."""
        if not self._rest:
            self._rest = memoryview(self._copy.read())
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


class PostgreSqlSource:
    """A table of a database, to be read in batches. Raises `TableError` and `EngineError`.

    Decimals and dates come as texts, so that nothing of them is lost.
    """

    def __init__(self, place: PostgreSqlTable) -> None:
        self._place = place
        with connected(place) as connection:
            self._declared = typed(columns_of(connection, place))
        require_columns(self._declared, texts=False)
        self.schema = pl.Schema({n: as_delivered(t) for n, t in self._declared.items()})
        self.rows: int | None = None
        self.texts = True

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield the rows in batches."""
        dialect = PostgreSql()
        cells = ", ".join(
            f"{_cell(dialect, name, dtype)} AS {dialect.quoted(name)}"
            for name, dtype in self._declared.items()
        )
        lists = {n: t for n, t in self.schema.items() if isinstance(t, pl.List)}
        types = pl.DataFrame(schema={**self.schema, **dict.fromkeys(lists, pl.String)})
        with connected(self._place) as connection:
            query = f"SELECT {cells} FROM {self._place.name(dialect.quoted)}"
            for frame in copied(connection, query, types):
                yield frame.with_columns(pl.col(n).str.json_decode(t) for n, t in lists.items())


def _cell(dialect: PostgreSql, name: str, dtype: pl.DataType) -> str:
    if name == CASE_ID:
        return dialect.quoted(name)
    cell = delivered(dialect, name, dtype)
    return f"CAST(to_json({cell}) AS text)" if isinstance(dtype, pl.List) else cell
