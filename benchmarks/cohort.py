"""Cohorts: what a table of patients costs, beside others on the same rows, in interleaved rounds.

    python benchmarks/cohort.py FOLDER [--rows N] [--rounds R] [--only SECTION ...] [--gate N]

FOLDER takes the synthetic tables (kept, and used again). Sections: `gate` (every engine against the
evaluation of one case, cell by cell), `decode`, `resident`, `duckdb`, `peers`, `growth`, `memory`.
One thread each. `peers` needs zen-engine and cql-execution: see README.md.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path

ONE_THREAD = ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
os.environ |= dict.fromkeys(ONE_THREAD, "1")  # Before the libraries are loaded

from cohort_gate import gate  # noqa: E402
from cohort_memory import memory  # noqa: E402
from cohort_resident import growth, resident  # noqa: E402
from cohort_tables import made  # noqa: E402
from cohort_turns import Turns, progress  # noqa: E402


def decode(table: Path, options: argparse.Namespace) -> None:
    """From Parquet to the counts of an audit, against merely decoding the columns used."""
    import polars as pl
    import pyarrow as pa
    from pyarrow import parquet

    from ariane.cohort.audit.counting import counted
    from ariane.cohort.audit.grouping import Grouping

    pa.set_cpu_count(1)
    names = parquet.read_schema(table).names
    file = parquet.ParquetFile(table)
    texts = [f.name for f in file.schema_arrow if pa.types.is_large_string(f.type)]

    def decoded(coded: list[str]) -> None:
        for _ in parquet.ParquetFile(table, read_dictionary=coded).iter_batches(
            131_072, columns=names
        ):
            pass

    turns = Turns(
        {
            "audit: counts of 360 statements": lambda: counted(
                table, Grouping(()), None, lambda *_: None
            ),
            "pyarrow: decode": lambda: decoded([]),
            "pyarrow: decode, texts by codes": lambda: decoded(texts),
            "polars: decode": lambda: pl.read_parquet(table, columns=names),
        },
        options.rounds,
    )
    turns.told(f"decode, {options.rows:,} patients", first_is_unit=False)
    for name in turns.names[1:]:
        ratio = turns.median(turns.names[0]) / turns.median(name)
        print(f"  audit takes {ratio:.2f} times `{name}` (goal: at most 1.5)")


def duckdb(table: Path, options: argparse.Namespace) -> None:
    """Generated SQL against nullable booleans written out."""
    import duckdb as engine
    from cohort_sql import assessed, contenders

    from ariane.cohort.sql.duckdb_run import columns_of

    source = f"read_parquet('{table}')"
    queries = contenders(source, columns_of(engine.connect(), source))
    runs = {
        name: (lambda query=query, settings=settings: assessed(query, settings, 1))
        for name, (query, settings) in queries.items()
    }
    first, *others = (run() for run in runs.values())
    assert all(first.equals(other) for other in others), "the queries differ"
    turns = Turns(runs, options.rounds)
    turns.told(f"DuckDB, {first.height:,} patients, every statement", first_is_unit=False)
    naive, generated = turns.names[0], turns.names[-1]
    ratio = turns.median(naive) / turns.median(generated)
    print(f"  generated SQL is {ratio:.1f} times as fast (goal: 2)")


def peers(table: Path, options: argparse.Namespace) -> None:
    """Row for row: planes of a resident cohort beside engines that take one case at a time."""
    from cohort_peers import rates

    rates(table, options)


SECTIONS: Mapping[str, Callable[[Path, argparse.Namespace], None]] = {
    "gate": gate,
    "decode": decode,
    "resident": resident,
    "duckdb": duckdb,
    "peers": peers,
    "growth": growth,
    "memory": memory,
}
SMALL = ("peers", "resident", "growth")
"""Sections on a fifth of the rows: a slow contender among them holds up the rounds."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--gate", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.only:
        rows = options.gate if name == "gate" else options.rows
        rows = rows // 5 if name in SMALL else rows
        progress(name)
        table = made(options.folder, rows)
        SECTIONS[name](table, argparse.Namespace(**{**vars(options), "rows": rows}))


if __name__ == "__main__":
    main()
