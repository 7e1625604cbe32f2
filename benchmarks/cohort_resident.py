"""A cohort that is kept in memory and asked again: planes, Polars, DuckDB."""

from __future__ import annotations

import argparse
from pathlib import Path

import polars as pl
from cohort_sql import Inline
from cohort_turns import Turns

from ariane.cohort.columns import CASE_ID, RAW, absent, read, result
from ariane.cohort.emitting import emitted
from ariane.cohort.inferring import completed
from ariane.cohort.planes.batches import Batches
from ariane.cohort.planes.resident import ResidentCohort
from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.booleans import Booleans
from ariane.cohort.sql.conditions import Conditions
from ariane.cohort.sql.dialects import DuckDb
from ariane.cohort.sql.duckdb_run import SETTINGS
from ariane.cohort.sql.form import Form, Unit
from ariane.cohort.sql.layers import Layers, Sql, sql
from ariane.facts.vocabulary import BY_NAME, VOCABULARY
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.expression import Always, Expression
from ariane.logic.fact import BoolFact
from ariane.logic.planes import Emitter

STEPS = (50, 100, 200, 300, 360)


def conditions() -> dict[str, Expression]:
    return {statement.id: statement.when for statement in statements()}


def facts_of(table: Path) -> pl.DataFrame:
    """Return the facts as conditions see them, implied and derived ones included."""
    raw = pl.read_parquet(table)
    facts = {name: dtype for name, dtype in raw.schema.items() if name != CASE_ID}
    frame = raw.lazy().rename({name: RAW + name for name in facts})
    frame = frame.with_columns(read(BY_NAME[n], d).alias(f"__read:{n}") for n, d in facts.items())
    frame = frame.with_columns(*(result(BY_NAME[n]) for n in facts), *absent(facts))
    return completed(frame).select(*BY_NAME).collect()


class Planes:
    """How many patients each condition holds, and fails, for."""

    def __init__(self, table: Path, wanted: dict[str, Expression]) -> None:
        emitter = Emitter()
        wires = [f(c) for c in wanted.values() for f in (emitter.holds, emitter.fails)]
        self.program = emitter.program(wires)
        self.cohort = ResidentCohort.of(emitter, Batches(table))

    def counts(self) -> list[int]:
        return [int(count) for count in self.cohort.counts(self.program)]


def by_polars(facts: pl.DataFrame, wanted: dict[str, Expression]) -> list[int]:
    lazy = facts.lazy()
    counts = []
    for number, condition in enumerate(wanted.values()):
        truth = emitted(condition)
        both = (truth.sum(), (~truth).sum())
        if isinstance(condition, Always):  # A literal has one row, whatever the table has
            both = (pl.len(), pl.lit(0))
        counts += [one.alias(f"{number}.{place}") for place, one in enumerate(both)]
    return [int(n) for n in lazy.select(counts).collect().row(0)]


class Database:
    """A DuckDB table of facts, asked how many patients each condition holds, and fails, for."""

    def __init__(self, facts: pl.DataFrame) -> None:
        import duckdb

        self._connection = duckdb.connect(config={"threads": 1})
        arrow = facts.to_arrow(compat_level=pl.CompatLevel.oldest())
        self._connection.register("arrived", arrow)
        self._connection.execute("CREATE TABLE facts AS FROM arrived")

    def naive(self, wanted: dict[str, Expression]) -> str:
        """Return the query by nullable booleans, every tree written out."""
        layers = Inline(DuckDb())
        counts = {}
        for number, (truth,) in enumerate(_units(Booleans(layers), wanted)):
            counts[f"{number}.h"] = sql("count(*) FILTER (WHERE {})", truth)
            counts[f"{number}.f"] = sql("count(*) FILTER (WHERE NOT {})", truth)
        return layers.query("facts", counts)

    def bits(self, wanted: dict[str, Expression]) -> str:
        """Return the query by must and may, in layers, as `cohort assess --engine duckdb` does."""
        layers = Layers(DuckDb())
        counts = {}
        for number, (must, may) in enumerate(_units(Bits(layers), wanted)):
            counts[f"{number}.h"] = sql("sum({})", must)
            counts[f"{number}.f"] = sql("count(*) - sum({})", may)
        return layers.query("facts", counts)

    def counts(self, query: str, settings: dict[str, str]) -> list[int]:
        for name, value in settings.items():
            self._connection.execute(f"SET {name} = '{value}'")
        found = self._connection.execute(query).fetchone() or ()
        for name in settings:
            self._connection.execute(f"RESET {name}")
        return [int(count) for count in found]


def _units(form: Form, wanted: dict[str, Expression]) -> list[Unit]:
    columns = {fact.name: Sql(f'"{fact.name}"') for fact in VOCABULARY}
    truths = {
        f.name: form.shared(form.boolean(columns[f.name]))
        for f in VOCABULARY
        if isinstance(f, BoolFact)
    }
    values = {name: form.value(column, ()) for name, column in columns.items()}
    printer = Conditions(form, truths, values, wanted.values())
    return [printer.unit(condition) for condition in wanted.values()]


def resident(table: Path, options: argparse.Namespace) -> None:
    """Ask all statements of a cohort that is in memory."""
    wanted = conditions()
    planes, facts = Planes(table, wanted), facts_of(table)
    database = Database(facts)
    naive, bits = database.naive(wanted), database.bits(wanted)
    runs = {
        "ariane: planes": planes.counts,
        "polars lazy: fact columns": lambda: by_polars(facts, wanted),
        "duckdb: nullable booleans, written out": lambda: database.counts(naive, {}),
        "duckdb: bits, in layers": lambda: database.counts(bits, SETTINGS),
    }
    first, *others = (run() for run in runs.values())
    assert all(first == other for other in others), "the counts differ"
    turns = Turns(runs, options.rounds)
    turns.told(f"resident, {options.rows:,} patients, {len(wanted)} statements")
    for name, goal in zip(turns.names[1:], (2, 30), strict=False):
        ratio = turns.median(name) / turns.median(turns.names[0])
        print(f"  {ratio:.1f} times as fast as {name} (goal: {goal})")
    ratio = turns.median(turns.names[2]) / turns.median(turns.names[3])
    print(f"  generated SQL is {ratio:.1f} times as fast as what is written out (goal: 2)")


def growth(table: Path, options: argparse.Namespace) -> None:
    """What a million patients cost as the guideline grows."""
    facts, whole = facts_of(table), conditions()
    print(f"\ngrowth, {options.rows:,} patients: milliseconds of processor for a million")
    print("  statements   planes, resident   polars, resident")
    for count in STEPS:
        wanted = dict(list(whole.items())[:count])
        planes = Planes(table, wanted)
        turns = Turns(
            {"planes": planes.counts, "polars": lambda w=wanted: by_polars(facts, w)},
            options.rounds,
        )
        planes_ms, polars_ms = (turns.median(n) / options.rows * 1e9 for n in turns.names)
        print(f"  {count:10}   {planes_ms:16.1f}   {polars_ms:16.1f}", flush=True)
