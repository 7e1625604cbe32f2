"""Each engine with a way to lay a table where it reads."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import polars as pl
import psycopg

from ariane.cohort.engines import Engine
from ariane.cohort.places import DuckDbTable, Place, PostgreSqlTable
from ariane.cohort.running import run_of
from ariane.cohort.streaming import Counts, rejects_path, write_assessed

NUMBERS = count()
KILLED = """
import os, signal, sys
from pathlib import Path
from ariane.cohort.engines import Engine
from ariane.cohort.places import place_of
from ariane.cohort.running import run_of
from ariane.cohort.streaming import write_assessed
run = run_of(Engine(sys.argv[1]), place_of(sys.argv[2]))
write_assessed(run, Path(sys.argv[3]), lambda *_: os.kill(os.getpid(), signal.SIGKILL))
"""
"""A process that dies after the first batch: engine, input, output."""


class Assessed(NamedTuple):
    """What an engine wrote and counted."""

    table: pl.DataFrame
    rejects: list[dict[str, Any]]
    counts: Counts


def assessed_by(engine: Engine, place: Place, folder: Path) -> Assessed:
    """Let an engine assess what lies at a place."""
    output = folder / f"out{next(NUMBERS)}.parquet"
    counts = write_assessed(run_of(engine, place), output, lambda *_: None)
    rejects = [json.loads(line) for line in rejects_path(output).open()]
    return Assessed(pl.read_parquet(output), rejects, counts)


def as_parquet(frame: pl.DataFrame, folder: Path) -> Path:
    """Lay a table into a Parquet file of several row groups."""
    path = folder / f"in{next(NUMBERS)}.parquet"
    frame.write_parquet(path, row_group_size=3_000)
    return path


def as_duckdb(frame: pl.DataFrame, folder: Path) -> DuckDbTable:
    """Lay a table into a DuckDB file."""
    path = folder / f"in{next(NUMBERS)}.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.register("frame", frame.to_arrow())
        connection.execute('CREATE SCHEMA s; CREATE TABLE s."the table" AS FROM frame')
    return DuckDbTable(path, "s.the table")


def as_postgresql(frame: pl.DataFrame, address: str) -> PostgreSqlTable:
    """Lay a table into a database."""
    name = f"the table {next(NUMBERS)}"
    columns = ", ".join(f'"{n}" {_postgresql_type(t)}' for n, t in frame.schema.items())
    texts = frame.with_columns(
        ("{" + pl.col(n).list.eval(_quoted(pl.element())).list.join(",") + "}").alias(n)
        for n, dtype in frame.schema.items()
        if isinstance(dtype, pl.List)
    )
    with psycopg.connect(address) as connection:
        connection.execute(f'CREATE SCHEMA IF NOT EXISTS s; CREATE TABLE s."{name}" ({columns})')
        copy = f'COPY s."{name}" FROM STDIN (FORMAT csv)'
        with connection.cursor() as cursor, cursor.copy(copy) as rows:
            rows.write(texts.write_csv(include_header=False, quote_style="necessary"))
    return PostgreSqlTable(address, f"s.{name}")


def _quoted(member: pl.Expr) -> pl.Expr:
    return '"' + member.cast(pl.String) + '"'


def _postgresql_type(dtype: pl.DataType) -> str:
    if isinstance(dtype, pl.List):
        return f"{_postgresql_type(pl.Series(dtype=dtype.inner).dtype)}[]"
    if isinstance(dtype, pl.Decimal):
        return "numeric"
    return POSTGRESQL_TYPES.get(dtype.base_type(), "bigint")


POSTGRESQL_TYPES: dict[Any, str] = {
    pl.Boolean: "boolean",
    pl.String: "text",
    pl.Float32: "float4",
    pl.Float64: "float8",
    pl.Int16: "smallint",
}
