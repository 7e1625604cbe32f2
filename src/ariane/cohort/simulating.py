"""Tables drawn uniformly, for tests: no patient, and no frequency of any disease."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from ariane.cohort.columns import CASE_ID, dtype_of
from ariane.cohort.emitting import emitted
from ariane.cohort.streaming import Progress
from ariane.cohort.synthetic import PREFIX, SyntheticTable, write_synthetic
from ariane.cohort.tables import BATCH
from ariane.consult.engine import engine
from ariane.facts.constraints import EXCLUSIONS, IMPLICATIONS
from ariane.logic.fact import Fact
from ariane.logic.structure import named_facts

UNKNOWN_SHARE = 0.3
"""Share of the cells that are unknown, whatever the fact."""


def simulate_table(rows: int, seed: int, output: Path, progress: Progress) -> None:
    """Write a synthetic table; the same rows and seed give the same table. Raises `OSError`."""
    facts = {fact.name: dtype_of(fact) for fact in engine().answers}
    table = SyntheticTable("uniform", pl.Schema({CASE_ID: pl.String(), **facts}), rows, seed)
    write_synthetic(table, simulated(rows, seed), output, progress)


def simulated(rows: int, seed: int) -> Iterator[pl.DataFrame]:
    """Yield synthetic rows in batches: every fact that conditions compare, each drawn uniformly.

    Implications are applied; where a forbidden combination was drawn, all its facts but the first
    become unknown. Derived facts are never stated, so that no row contradicts itself.
    """
    for start in range(0, rows, BATCH):
        count = min(BATCH, rows - start)
        random = np.random.default_rng([seed, start])
        names = [f"{PREFIX}{number:08d}" for number in range(start + 1, start + count + 1)]
        drawn = {fact.name: _drawn(fact, count, random) for fact in engine().answers}
        yield _masked(_possible(pl.DataFrame({CASE_ID: names, **drawn})), random)


def _drawn(fact: Fact, count: int, random: np.random.Generator) -> pl.Series:
    answers = [_cell(fact, answer) for answer in engine().answers[fact]]
    values = pl.Series(answers, dtype=dtype_of(fact))
    return values.gather(random.integers(0, len(answers), count))


def _cell(fact: Fact, answer: Any) -> Any:
    if isinstance(answer, frozenset):
        return sorted(answer)
    return float(answer) if dtype_of(fact) == pl.Float64 else answer


def _possible(frame: pl.DataFrame) -> pl.DataFrame:
    for rule in IMPLICATIONS:
        cause = pl.col(rule.cause.name)
        frame = frame.with_columns(pl.col(effect.name) | cause for effect in rule.effects)
    for exclusion in EXCLUSIONS:
        forbidden = emitted(exclusion).fill_null(False)
        others = [pl.col(fact.name) for fact in named_facts(exclusion)[1:]]
        frame = frame.with_columns(pl.when(~forbidden).then(other) for other in others)
    return frame


def _masked(frame: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    known = {
        name: pl.Series(random.random(len(frame)) >= UNKNOWN_SHARE)
        for name in frame.columns
        if name != CASE_ID
    }
    return frame.with_columns(pl.when(mask).then(pl.col(name)) for name, mask in known.items())
