"""Answers of a query put together with the rows that are checked one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import polars as pl

from ariane.cohort.assessing import Batch, CohortEngine
from ariane.cohort.columns import CASE_ID, RAW, ROW, ColumnProblem, TableError, require_columns
from ariane.cohort.sql.cohort_query import NAN, RAW_JSON
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import IntFact


class Reconciler:
    """The one-by-one path for a table of one schema. Raises `TableError` for its columns.

    `declared` says for each column how the engine calls its type, for the message.
    """

    def __init__(
        self,
        schema: Mapping[str, pl.DataType],
        texts: bool = False,
        declared: Mapping[str, str] | None = None,
    ) -> None:
        try:
            require_columns(schema, texts)
        except TableError as error:
            raise TableError(tuple(_said(p, declared or {}) for p in error.problems)) from None
        self._decimals = {name for name, dtype in schema.items() if isinstance(dtype, pl.Decimal)}
        self._delivered = {name: as_delivered(dtype) for name, dtype in schema.items()}
        self._engine = CohortEngine(self._delivered, texts=True)
        self.schema = self._engine.schema

    def batch(self, answer: pl.DataFrame, first_row: int) -> Batch:
        """Return rows as assessed and rejected; `answer` has the columns of the query."""
        rows = answer.with_row_index(ROW)
        suspects = rows.filter(pl.col(RAW_JSON).is_not_null())
        kept = rows.filter(pl.col(RAW_JSON).is_null()).select(ROW, *self.schema)
        nan = int(answer[NAN].sum())
        if not len(suspects):
            return Batch(kept.drop(ROW), [], nan)
        exact, rejects = self._engine.one_by_one(self._raw(suspects), first_row)
        assessed = pl.concat([kept, exact]).sort(ROW).drop(ROW)
        return Batch(assessed, rejects, nan)

    def _raw(self, suspects: pl.DataFrame) -> pl.DataFrame:
        lines = [json.loads(line) for line in suspects[RAW_JSON]]
        columns = [
            pl.Series(
                RAW + name, [self._cell(name, line.get(f"f{number}")) for line in lines], dtype
            )
            for number, (name, dtype) in enumerate(self._facts().items(), 1)
        ]
        return suspects.select(ROW, CASE_ID).with_columns(columns)

    def _facts(self) -> dict[str, pl.DataType]:
        return {name: dtype for name, dtype in self._delivered.items() if name != CASE_ID}

    def _cell(self, name: str, value: Any) -> Any:
        if value is None:
            return None
        if self._delivered[name].is_float():
            return float(value)
        whole = name in self._decimals and isinstance(BY_NAME[name], IntFact)
        return _whole(value) if whole else value


def booleans(answer: pl.DataFrame) -> pl.DataFrame:
    """Return an answer with its 0, 1 and 2 as false, unknown and true."""
    results = [name for name in answer.columns if name not in (CASE_ID, RAW_JSON, NAN)]
    return answer.with_columns(
        pl.when(pl.col(name) != 1).then(pl.col(name) == 2).alias(name) for name in results
    )


def _said(problem: ColumnProblem, declared: Mapping[str, str]) -> ColumnProblem:
    found = declared.get(problem.name) if problem.found else None
    return problem._replace(found=found or problem.found)


def as_delivered(dtype: pl.DataType) -> pl.DataType:
    """Return the type of a raw cell after JSON: decimals and dates come as texts."""
    return pl.String() if isinstance(dtype, pl.Decimal | pl.Date) else dtype


def _whole(text: str) -> str:
    """Return the decimal of a whole number without its zeros; anything else as it is."""
    try:
        number = Decimal(text)
        return str(int(number)) if number == number.to_integral_value() else text
    except ArithmeticError:
        return text
