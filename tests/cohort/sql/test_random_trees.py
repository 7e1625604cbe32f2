"""Random trees over nullable facts of every kind: each engine against the walk of the tree."""

from __future__ import annotations

from typing import Any

import duckdb
import polars as pl
import psycopg
import pytest

from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.booleans import Booleans
from ariane.cohort.sql.dialects import DuckDb, PostgreSql
from ariane.cohort.sql.form import Form
from support.cohort_engines import as_postgresql
from support.postgres import Cluster
from support.trees_in_sql import check


@pytest.mark.parametrize("kind", [Bits, Booleans])
@pytest.mark.parametrize("seed", range(6))
def test_duckdb(kind: type[Form], seed: int) -> None:
    def run(states: pl.DataFrame, text: str) -> list[Any]:
        with duckdb.connect() as connection:
            connection.register("states", states.to_arrow())
            return connection.execute(text).fetchall()

    check(DuckDb(), kind, seed, "states", run)


@pytest.mark.parametrize("kind", [Bits, Booleans])
@pytest.mark.parametrize("seed", range(6, 9))
def test_postgresql(kind: type[Form], seed: int, postgres: Cluster) -> None:
    address = postgres.new_database()

    def run(states: pl.DataFrame, text: str) -> list[Any]:
        table = as_postgresql(states, address)
        with psycopg.connect(address) as connection:
            return connection.execute(text.replace("states", f'"s"."{table.table[2:]}"')).fetchall()

    check(PostgreSql(), kind, seed, "states", run)
