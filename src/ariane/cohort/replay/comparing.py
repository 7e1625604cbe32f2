"""Two versions of the knowledge over one batch of rows: which cells differ, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import polars as pl

from ariane.cohort.assessing import Batch, CohortEngine
from ariane.cohort.columns import (
    CASE_ID,
    RAW,
    ROW,
    ColumnProblem,
    TableError,
    read,
    require_columns,
)
from ariane.cohort.replay.advice import UNKNOWN
from ariane.cohort.replay.attributing import Attribution
from ariane.cohort.replay.elements import bearing, changed_elements, parts_of_book
from ariane.cohort.replay.states import differs, fitting, states
from ariane.facts.terms import Terms
from ariane.guideline.rulebook.rulebook import Rulebook
from ariane.logic.fact import BoolFact, EnumFact, Fact, IntFact

CELLS = {"statement": pl.String, "before": pl.String, "after": pl.String, "cause": pl.String}
STRATUM = "stratum"


class Compared(NamedTuple):
    """One batch under both versions.

    `cells`: one row a statement that differs for a patient (`ROW`, statement, before, after,
    cause). `pairs`: how many patients have which pair of states, by statement. `strata`: one row a
    compared patient (`ROW`, `STRATUM`).
    """

    cells: pl.DataFrame
    pairs: Mapping[tuple[str, str, str], int]
    strata: pl.DataFrame
    rejects: list[dict[str, Any]]
    nan: int


class Comparison:
    """Two versions made ready for tables of one schema. Raises `TableError` for its columns."""

    def __init__(
        self,
        schema: Mapping[str, pl.DataType],
        texts: bool,
        before: Rulebook,
        after: Rulebook,
        by: str = "",
    ) -> None:
        require_columns(schema, texts, _union(schema, texts, after.terms, before.terms))
        one, two = parts_of_book(before), parts_of_book(after)
        self.changed = changed_elements(one, two)
        self.bearing = bearing(one, two, self.changed)
        self.unread = tuple(_unread(schema, texts, book.terms) for book in (before, after))
        self._engines = tuple(self._engine(schema, texts, book) for book in (before, after))
        self._columns = tuple(fitting(schema, texts, book.terms) for book in (before, after))
        self._attribution = Attribution(schema, texts, before, after, self.bearing)
        self._by = _stratum(by, schema, texts, (after.terms, before.terms)) if by else None

    def _engine(
        self, schema: Mapping[str, pl.DataType], texts: bool, book: Rulebook
    ) -> CohortEngine:
        rules = tuple(rule for rule in book.rules if rule.id in self.bearing)
        columns = fitting(schema, texts, book.terms)
        return CohortEngine({n: schema[n] for n in columns}, texts, replace(book, rules=rules))

    def compare(self, frame: pl.DataFrame, first_row: int) -> Compared:
        """Compare a batch; `first_row` is the number of its first row in the table."""
        batches = [
            engine.assess(frame.select(columns), first_row)
            for engine, columns in zip(self._engines, self._columns, strict=True)
        ]
        rejects = _rejects(batches)
        refused = {reject["row"] - first_row for reject in rejects}
        kept = pl.Series(ROW, [n for n in range(len(frame)) if n not in refused], pl.UInt32)
        states = [self._states(batch, kept, len(frame), first_row) for batch in batches]
        cells, pairs = self._cells(states[0], states[1])
        cells = self._attribution.attributed(cells, frame)
        strata = self._strata(frame, kept)
        return Compared(cells, pairs, strata, rejects, max(batch.nan for batch in batches))

    def _states(self, batch: Batch, kept: pl.Series, rows: int, first_row: int) -> pl.DataFrame:
        """Return the state of each statement for the kept rows, in words."""
        refused = {reject["row"] - first_row for reject in batch.rejects}
        numbers = pl.Series(ROW, [n for n in range(rows) if n not in refused], pl.UInt32)
        frame = batch.assessed.with_columns(numbers).filter(pl.col(ROW).is_in(kept.implode()))
        return frame.select(ROW, *states(self.bearing, frame.columns))

    def _cells(
        self, before: pl.DataFrame, after: pl.DataFrame
    ) -> tuple[pl.DataFrame, dict[tuple[str, str, str], int]]:
        found = [pl.DataFrame(schema={ROW: pl.UInt32, **CELLS})]
        pairs: dict[tuple[str, str, str], int] = {}
        for name in self.bearing:
            pair = pl.DataFrame(
                {ROW: before[ROW], "before": before[name], "after": after[name]},
            )
            for was, now, count in pair.group_by("before", "after").len().iter_rows():
                pairs[(name, was, now)] = count
            told = pair.filter(differs(pl.col("before"), pl.col("after")))
            lits = (pl.lit(name).alias("statement"), pl.lit("").alias("cause"))
            found.append(told.with_columns(*lits).select(ROW, *CELLS))
        return pl.concat(found), pairs

    def _strata(self, frame: pl.DataFrame, kept: pl.Series) -> pl.DataFrame:
        if self._by is None:
            return pl.DataFrame({ROW: kept}).with_columns(pl.lit("").alias(STRATUM))
        fact, dtype = self._by
        raw = frame.select(pl.col(fact.name).alias(RAW + fact.name))
        values = raw.select(read(fact, dtype).cast(pl.String).alias(STRATUM))[STRATUM]
        return pl.DataFrame({ROW: kept, STRATUM: values.gather(kept).fill_null(UNKNOWN)})


def _unread(schema: Mapping[str, pl.DataType], texts: bool, terms: Terms) -> tuple[str, ...]:
    readable = set(fitting(schema, texts, terms))
    return tuple(name for name in schema if name not in readable)


def _union(schema: Mapping[str, pl.DataType], texts: bool, first: Terms, second: Terms) -> Terms:
    """Return terms by which each column is judged: those that can read it, where any can."""
    facts = {**second.by_name, **first.by_name}
    only_second = {*fitting(schema, texts, second)} - {*fitting(schema, texts, first)}
    facts.update({name: second.by_name[name] for name in only_second})
    return Terms(tuple(facts.values()), (), ())


def _rejects(batches: Sequence[Batch]) -> list[dict[str, Any]]:
    """Return each row that a version refuses, once; every reason says which version gives it."""
    rows: dict[int, dict[str, Any]] = {}
    for version, batch in zip(("before", "after"), batches, strict=True):
        for reject in batch.rejects:
            row = rows.setdefault(reject["row"], {**reject, "reasons": []})
            for reason in reject["reasons"]:
                said = next((r for r in row["reasons"] if _same(r, reason)), None)
                if said is None:
                    row["reasons"].append({**reason, "version": version})
                elif said["version"] != version:
                    said["version"] = "both"
    return [rows[number] for number in sorted(rows)]


def _same(said: Mapping[str, Any], reason: Mapping[str, Any]) -> bool:
    return all(said[key] == value for key, value in reason.items())


def _stratum(
    name: str, schema: Mapping[str, pl.DataType], texts: bool, terms: Sequence[Terms]
) -> tuple[Fact, pl.DataType]:
    if name not in schema or name == CASE_ID:
        raise TableError((ColumnProblem("missing", name),))
    facts = [t.by_name[name] for t in terms if name in fitting(schema, texts, t)]
    if not isinstance(facts[0], BoolFact | EnumFact | IntFact):
        raise TableError((ColumnProblem("by", name, type(facts[0]).__name__),))
    return facts[0], schema[name]
