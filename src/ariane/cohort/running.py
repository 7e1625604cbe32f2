"""A table put before the engine that was asked for; each engine is imported only when it is."""

from __future__ import annotations

from pathlib import Path

from ariane.cohort.engines import Engine
from ariane.cohort.places import DuckDbTable, Place, PostgreSqlTable
from ariane.cohort.streaming import PolarsRun, Run
from ariane.cohort.tables import Source, Table


def run_of(engine: Engine, place: Place, spark_master: str | None = None) -> Run:
    """Return a table ready to be assessed; `reads` has told that the engine reads the place.

    Raises `TableError` for its columns, `EngineError`, `OSError` and what pyarrow raises.
    """
    match engine, place:
        case Engine.DUCKDB, Path() | DuckDbTable():
            from ariane.cohort.sql.duckdb_run import DuckDbRun

            return DuckDbRun(place)
        case Engine.POSTGRESQL, PostgreSqlTable():
            from ariane.cohort.sql.postgresql_run import PostgreSqlRun

            return PostgreSqlRun(place)
        case Engine.SPARK, Path():
            from ariane.cohort.sql.spark_run import SparkRun

            return SparkRun(place, spark_master)
    return PolarsRun(_table(place))


def _table(place: Place) -> Table:
    match place:
        case DuckDbTable():
            from ariane.cohort.sql.duckdb_run import DuckDbSource

            return DuckDbSource(place)
        case PostgreSqlTable():
            from ariane.cohort.sql.postgresql_run import PostgreSqlSource

            return PostgreSqlSource(place)
    return Source(place)
