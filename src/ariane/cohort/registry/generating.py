"""Synthetic patients in batches: drawn whole, then forgotten in part as a register forgets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from ariane.cohort.columns import CASE_ID, dtype_of
from ariane.cohort.registry.answers import column
from ariane.cohort.registry.drawing import Draw, Mask
from ariane.cohort.registry.parameters import (
    GROUPS,
    Parameters,
    Recording,
    Variable,
    parameters,
)
from ariane.cohort.streaming import Progress
from ariane.cohort.synthetic import PREFIX, SyntheticTable, write_synthetic
from ariane.cohort.tables import BATCH
from ariane.facts.vocabulary import BY_NAME, VOCABULARY
from ariane.logic.fact import ScoresFact


def registry_table(
    rows: int, seed: int, output: Path, progress: Progress, groups: bool = False
) -> None:
    """Write a synthetic registry; the same rows and seed give the same one. Raises `OSError`."""
    table = SyntheticTable("registry", registry_schema(groups), rows, seed)
    write_synthetic(table, registry_frames(rows, seed, groups), output, progress)


def registry_schema(groups: bool) -> pl.Schema:
    """Return the columns of the registry, with `centre` and `diagnosis_period` where asked for."""
    known = {variable.name for variable in parameters().variables}
    facts = {f.name: dtype_of(f) for f in VOCABULARY if f.name in known}
    return pl.Schema({CASE_ID: pl.String(), **dict.fromkeys(_groups(groups), pl.String()), **facts})


def registry_frames(rows: int, seed: int, groups: bool = False) -> Iterator[pl.DataFrame]:
    """Yield `rows` synthetic patients in batches; the same seed gives the same patients."""
    declared = parameters()
    columns = registry_schema(groups).names()
    for start in range(0, rows, BATCH):
        count = min(BATCH, rows - start)
        random = np.random.default_rng([seed, start])
        whole = whole_patients(declared, count, random)
        kept = recorded(declared, whole, random)
        numbers = range(start + 1, start + count + 1)
        names = pl.Series(CASE_ID, [f"{PREFIX}{number:08d}" for number in numbers])
        yield kept.with_columns(names).select(columns)


class Whole(NamedTuple):
    """A batch of patients of whom all is known: the answers as drawn, and as columns."""

    draw: Draw
    frame: pl.DataFrame


def whole_patients(declared: Parameters, count: int, random: np.random.Generator) -> Whole:
    """Draw every variable of `count` patients."""
    draw = Draw(count, random)
    columns: dict[str, pl.Series] = {}
    for variable in declared.variables:
        name, fact = variable.name, BY_NAME.get(variable.name)
        if isinstance(fact, ScoresFact):
            columns[name] = _scores(variable, fact, draw)
            continue
        draw.add(variable)
        if fact is not None or name in GROUPS:
            columns[name] = column(name, variable.answers, draw.codes[name], random)
    return Whole(draw, pl.DataFrame(columns))


def _scores(variable: Variable, fact: ScoresFact, draw: Draw) -> pl.Series:
    """Return as many draws as the fact has scores, in a list."""
    for_whom = draw.meets(variable.only)
    drawn = [
        draw.drawn(variable.name, variable.rows, variable.answers, for_whom)
        for _ in range(fact.length)
    ]
    scores = np.array([*variable.answers, 0])[np.stack(drawn, axis=1)]
    lists = pl.Series(variable.name, scores).arr.to_list().cast(dtype_of(fact))
    return _kept(lists, for_whom)


def recorded(declared: Parameters, whole: Whole, random: np.random.Generator) -> pl.DataFrame:
    """Return what a register holds of the patients: everything else is unknown."""
    columns: dict[str, pl.Series] = {series.name: series for series in whole.frame}
    for recording in declared.recordings:
        form = _form_kept(recording, whole.draw)
        for name in recording.facts:
            cell = form & (random.random(whole.draw.count) < recording.each)
            silent = BY_NAME[name].no_result[:1]
            kept = _kept(columns[name], cell)
            if silent and recording.no_result:
                said = ~cell & (random.random(whole.draw.count) < recording.no_result)
                kept = kept.zip_with(
                    ~pl.Series(said), pl.Series(silent).new_from_index(0, len(kept))
                )
            columns[name] = kept
    return pl.DataFrame(columns)


def _form_kept(recording: Recording, draw: Draw) -> Mask:
    everyone = np.ones(draw.count, np.bool_)
    codes = draw.drawn(recording.group, recording.rows, (True, False), everyone)
    kept: Mask = codes == 0
    return kept


def _kept(series: pl.Series, cells: Mask) -> pl.Series:
    nothing = pl.Series([None], dtype=series.dtype).new_from_index(0, len(series))
    return series.zip_with(pl.Series(cells), nothing)


def _groups(asked: bool) -> tuple[str, ...]:
    return GROUPS if asked else ()
