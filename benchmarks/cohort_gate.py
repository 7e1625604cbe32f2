"""Every engine against the evaluation of one case, cell by cell."""

from __future__ import annotations

import argparse
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from cohort_resident import conditions
from cohort_turns import progress

from ariane.cohort.columns import CASE_ID, silent_words
from ariane.cohort.engines import Engine
from ariane.cohort.planes.batches import Batches
from ariane.cohort.planes.bitmaps import unpacked
from ariane.cohort.planes.loading import Loader
from ariane.cohort.planes.words import as_bytes
from ariane.cohort.running import run_of
from ariane.cohort.streaming import write_assessed
from ariane.facts.derivation import completed
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.planes import Emitter
from ariane.logic.warming import evaluator

STEP = 50_000


def gate(table: Path, _: argparse.Namespace) -> None:
    """Count the cells that differ; one is a failure."""
    whole = pl.read_parquet(table)
    found = {engine.value: _assessed(engine, table) for engine in (Engine.POLARS, Engine.DUCKDB)}
    found["planes"] = _by_planes(table)
    wrong = dict.fromkeys(found, 0)
    start = time.monotonic()
    for first in range(0, len(whole), STEP):
        want = _one_by_one(whole[first : first + STEP])
        for name, truths in found.items():
            got = truths[first : first + STEP]
            wrong[name] += sum(int(want[c].ne_missing(got[c]).sum()) for c in want.columns)
        progress(f"  {first + STEP:,} rows, {time.monotonic() - start:.0f} s")
    cells = len(whole) * len(conditions())
    print(
        f"\ngate, {len(whole):,} patients, 30% unknown, {cells:,} cells, against one case at a time"
    )
    for name, count in wrong.items():
        print(f"  {name:12} {count} differ")
    assert not any(wrong.values()), "an engine differs"


def _assessed(engine: Engine, table: Path) -> pl.DataFrame:
    progress(f"  assessing by {engine}")
    output = table.with_name(f"gate-{engine}.parquet")
    write_assessed(run_of(engine, table), output, lambda *_: None)
    truths = pl.read_parquet(output).drop(CASE_ID)
    output.unlink()
    return truths


def _by_planes(table: Path) -> pl.DataFrame:
    progress("  assessing by planes")
    emitter, wanted = Emitter(), conditions()
    wires = [f(c) for c in wanted.values() for f in (emitter.holds, emitter.fails)]
    program = emitter.program(wires)
    batches = Batches(table)
    loader = Loader(emitter, batches.schema, batches.texts)
    place = {leaf: number for number, leaf in enumerate(loader.inputs)}
    frames, row = [], 0
    for batch in batches:
        loaded = loader.load(batch, row)
        row += batch.num_rows
        planes = program.run([loaded.planes[place[leaf]] for leaf in program.inputs])
        frames.append(_truths(list(wanted), planes, batch.num_rows))
    return pl.concat(frames)


def _truths(names: list[str], planes: list[Any], count: int) -> pl.DataFrame:
    columns = {}
    for place, name in enumerate(names):
        holds, fails = (
            unpacked(as_bytes(plane[None, :])[0], count).astype(bool)
            for plane in planes[2 * place : 2 * place + 2]
        )
        columns[name] = pl.Series(np.where(holds, True, False)).set(
            pl.Series(~holds & ~fails), None
        )
    return pl.DataFrame(columns)


def _one_by_one(frame: pl.DataFrame) -> pl.DataFrame:
    wanted = conditions()
    truths = evaluator(list(wanted.values()))
    rows = [truths(completed(_known(row))) for row in frame.drop(CASE_ID).iter_rows(named=True)]
    return pl.DataFrame(rows, schema=dict.fromkeys(wanted, pl.Boolean), orient="row")


def _known(row: dict[str, Any]) -> dict[str, Any]:
    known = {}
    for name, value in row.items():
        fact = BY_NAME[name]
        if value is None or (isinstance(value, str) and value in silent_words(fact)):
            continue
        known[name] = _value(fact, value)
    return known


def _value(fact: Any, value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(value) if all(isinstance(v, str) for v in value) else tuple(value)
    return Decimal(repr(value)) if isinstance(value, float) else value
