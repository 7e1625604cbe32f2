"""Conditions in DuckDB: bits in layers, as `ariane cohort assess --engine duckdb` has them, against
nullable booleans with every tree written out in one SELECT.

    ariane cohort simulate --uniform -n 200000 -o table.parquet
    python benchmarks/cohort_sql.py table.parquet [--threads N] [--times N]

Both read the same file and end in the same columns of nullable booleans; they must agree on every
cell.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl

from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.booleans import Booleans
from ariane.cohort.sql.cohort_query import NAN, RAW_JSON, cohort_query
from ariane.cohort.sql.dialects import DuckDb
from ariane.cohort.sql.duckdb_run import SETTINGS, columns_of
from ariane.cohort.sql.layers import Layers, Sql
from ariane.cohort.sql.suspects import booleans
from ariane.cohort.tables import BATCH


class Inline(Layers):
    """No layers: whatever is shared is written out wherever it is used."""

    def shared(self, made: Sql) -> Sql:
        return made


def contenders(source: str, schema: pl.Schema) -> dict[str, tuple[str, dict[str, str]]]:
    """Return queries by name, each with the settings that it is run under."""
    naive, layered = Booleans(Inline(DuckDb())), Booleans(Layers(DuckDb()))
    return {
        "nullable booleans, written out": (cohort_query(naive, schema, source), {}),
        "nullable booleans, in layers": (cohort_query(layered, schema, source), SETTINGS),
        "bits, in layers": (cohort_query(Bits(Layers(DuckDb())), schema, source), SETTINGS),
    }


def assessed(query: str, settings: dict[str, str], threads: int) -> pl.DataFrame:
    """Return all statements of all rows."""
    with duckdb.connect(config={"threads": threads}) as connection:
        for name, value in settings.items():
            connection.execute(f"SET {name} = '{value}'")
        batches = connection.sql(query).to_arrow_reader(BATCH)
        frames = [pl.DataFrame(batch) for batch in batches]
    ended = [f if f.dtypes[1] == pl.Boolean else booleans(f) for f in frames]
    return pl.concat(ended).drop(RAW_JSON, NAN)


def best(run: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the least seconds of processor and of clock."""
    spent = []
    for _ in range(times):
        processor, clock = time.process_time(), time.perf_counter()
        run()
        spent.append((time.process_time() - processor, time.perf_counter() - clock))
    return min(p for p, _ in spent), min(c for _, c in spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    source = f"read_parquet('{options.table}')"
    schema = columns_of(duckdb.connect(), source)
    results = {}
    for name, (query, settings) in contenders(source, schema).items():
        results[name] = assessed(query, settings, options.threads)
        processor, clock = best(
            lambda q=query, s=settings: assessed(q, s, options.threads), options.times
        )
        print(
            f"{name:32} {processor:6.2f} s of processor {clock:6.2f} s, "
            f"{len(query) / 1e3:.0f} kB of SQL"
        )
    first, *others = results.values()
    assert all(first.equals(other) for other in others)
    print(f"{len(first)} rows, {first.width - 1} statements, the same in all")


if __name__ == "__main__":
    main()
