"""Every engine, each with its own way to lay a table where it reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.cohort.engines import Engine
from support import cohort_engines
from support.cohort_engines import Assessed, assessed_by
from support.postgres import postgres

__all__ = ["postgres"]

ENGINES = {
    "polars": (Engine.POLARS, "as_parquet"),
    "polars-duckdb": (Engine.POLARS, "as_duckdb"),
    "duckdb": (Engine.DUCKDB, "as_parquet"),
    "duckdb-table": (Engine.DUCKDB, "as_duckdb"),
    "polars-postgresql": (Engine.POLARS, "as_postgresql"),
    "postgresql": (Engine.POSTGRESQL, "as_postgresql"),
}
Assess = Callable[[pl.DataFrame], Assessed]


@pytest.fixture(params=ENGINES)
def assess(request: pytest.FixtureRequest, tmp_path: Path) -> Assess:
    """Return what lays a table where an engine reads, and lets it assess it."""
    engine, layer = ENGINES[request.param]
    where: Any = tmp_path
    if layer == "as_postgresql":
        where = request.getfixturevalue("postgres").new_database()

    def run(frame: pl.DataFrame) -> Assessed:
        return assessed_by(engine, getattr(cohort_engines, layer)(frame, where), tmp_path)

    return run
