"""Every statement of the guideline over one batch of rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from ariane.case.problems import CaseError
from ariane.cohort.columns import (
    CASE_ID,
    RAW,
    READ,
    ROW,
    absent,
    doubtful,
    is_nan,
    read,
    require_columns,
    result,
)
from ariane.cohort.emitting import emitted
from ariane.cohort.inferring import completed, contradictory
from ariane.cohort.rows import case_of, known_of, reason
from ariane.guideline.rulebook.rulebook import Rulebook, current_rulebook
from ariane.logic.warming import evaluator

SUSPECT = "__suspect"


class Batch(NamedTuple):
    """Assessed rows, the rejects as the rejects file has them, and the NaN cells read as null."""

    assessed: pl.DataFrame
    rejects: list[dict[str, Any]]
    nan: int


class CohortEngine:
    """The guideline made ready for tables of one schema. Raises `TableError` for its columns.

    With `texts`, as in CSV, text may stand for a value of any type. The knowledge is that of this
    version unless a `book` is given.
    """

    def __init__(
        self,
        schema: Mapping[str, pl.DataType],
        texts: bool = False,
        book: Rulebook | None = None,
    ) -> None:
        book = book or current_rulebook()
        require_columns(schema, texts, book.terms)
        self._terms = book.terms
        self._rules = book.rules
        self._facts = {name: dtype for name, dtype in schema.items() if name != CASE_ID}
        self._ids = [rule.id for rule in book.rules]
        self._exact = evaluator([rule.when for rule in book.rules])
        booleans = dict.fromkeys(self._ids, pl.Boolean())
        self.schema = pl.Schema({CASE_ID: schema[CASE_ID], **booleans})

    def assess(self, frame: pl.DataFrame, first_row: int) -> Batch:
        """Return every statement for each row; `first_row` is the number of the first."""
        raw = self._raw(frame)
        nan = [is_nan(dtype, name).sum() for name, dtype in self._facts.items()]
        count = raw.select(pl.sum_horizontal(nan)).item() if nan and len(raw) else 0
        done = self._whole(raw)
        exact, rejects = self.one_by_one(raw.filter(done[SUSPECT]), first_row)
        kept = done.filter(~pl.col(SUSPECT)).drop(SUSPECT)
        assessed = pl.concat([kept, exact]).sort(ROW).drop(ROW)
        return Batch(assessed, rejects, count)

    def truths(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return a column of each statement for rows that were accepted before: none is refused.

        What a row states is taken as it is, be it contradictory by this knowledge.
        """
        raw = self._raw(frame)
        done = self._whole(raw)
        suspects = raw.with_columns(self._reads()).filter(done[SUSPECT])
        exact = [
            {ROW: row[ROW], **self._truths(known_of(row, tuple(self._facts), self._terms))}
            for row in suspects.iter_rows(named=True)
        ]
        booleans = dict.fromkeys(self._ids, pl.Boolean())
        walked = pl.DataFrame(exact, schema={ROW: done.schema[ROW], **booleans})
        kept = done.filter(~pl.col(SUSPECT)).select(ROW, *self._ids)
        return pl.concat([kept, walked]).sort(ROW).drop(ROW)

    def _truths(self, known: Mapping[str, Any]) -> dict[str, bool | None]:
        return dict(zip(self._ids, self._exact(known), strict=True))

    def _raw(self, frame: pl.DataFrame) -> pl.DataFrame:
        return frame.rename({name: RAW + name for name in self._facts}).with_row_index(ROW)

    def _whole(self, raw: pl.DataFrame) -> pl.DataFrame:
        facts = [self._terms.by_name[name] for name in self._facts]
        cells = [doubtful(fact, self._facts[fact.name]) for fact in facts]
        said = pl.col(CASE_ID).cast(pl.String).str.contains(r"\S").fill_null(False)
        table = raw.lazy().with_columns(self._reads())
        table = table.with_columns(*map(result, facts), *absent(self._facts, self._terms))
        table = table.with_columns(pl.any_horizontal(*cells, ~said).alias(SUSPECT))
        table = completed(table, self._terms)
        conditions = [emitted(rule.when).alias(rule.id) for rule in self._rules]
        suspect = (pl.col(SUSPECT) | contradictory(self._terms)).alias(SUSPECT)
        return table.select(ROW, CASE_ID, *conditions, suspect).collect()

    def _reads(self) -> list[pl.Expr]:
        facts = self._terms.by_name
        return [read(facts[n], dtype).alias(READ + n) for n, dtype in self._facts.items()]

    def one_by_one(
        self, raw: pl.DataFrame, first_row: int
    ) -> tuple[pl.DataFrame, list[dict[str, Any]]]:
        """Return rows as the checker of cases has them, and the rejects.

        `raw` has the columns `ROW` (counted from `first_row`), `CASE_ID` and raw cells.
        """
        suspects = raw.with_columns(self._reads())
        exact: list[dict[str, Any]] = []
        rejects: list[dict[str, Any]] = []
        for row in suspects.iter_rows(named=True):
            number = first_row + row[ROW]
            try:
                case = case_of(row, tuple(self._facts), f"row {number}", self._terms)
            except CaseError as error:
                reasons = [reason(problem) for problem in error.problems]
                rejects.append({"row": number, "case_id": row[CASE_ID], "reasons": reasons})
            else:
                truths = self._truths(case.known)
                exact.append({ROW: row[ROW], CASE_ID: row[CASE_ID], **truths})
        schema = {ROW: suspects.schema[ROW], **self.schema}
        return pl.DataFrame(exact, schema=schema), rejects
