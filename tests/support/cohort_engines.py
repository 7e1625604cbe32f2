"""Each engine with a way to lay a table where it reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import polars as pl

from ariane.cohort.engines import Engine
from ariane.cohort.places import DuckDbTable, Place
from ariane.cohort.running import run_of
from ariane.cohort.streaming import Counts, rejects_path, write_assessed

NUMBERS = count()
Layer = Callable[[pl.DataFrame, Path], Place]


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
