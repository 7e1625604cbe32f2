"""Cells as registries deliver them: narrow floats, decimals, texts, dates, lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from ariane.cohort.assessing import CohortEngine
from ariane.cohort.columns import CASE_ID, TableError
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.expression import Compare
from ariane.logic.fact import BoolFact, DateFact, DecimalFact, IntFact, SetFact
from ariane.logic.structure import atoms

BOUNDS = {
    (leaf.fact, leaf.bound.value)
    for statement in statements()
    for leaf in atoms(statement.when)
    if isinstance(leaf, Compare) and isinstance(leaf.fact, DecimalFact)
}


def assessed(name: str, cells: list[Any], dtype: Any) -> tuple[list[tuple[Any, ...]], list[int]]:
    frame = pl.DataFrame({CASE_ID: range(len(cells)), name: pl.Series(cells, dtype=dtype)})
    batch = CohortEngine(frame.schema, texts=dtype == pl.String).assess(frame, 1)
    return [row[1:] for row in batch.assessed.iter_rows()], [r["row"] for r in batch.rejects]


def first(kind: type) -> Any:
    return next(fact for fact in VOCABULARY if type(fact) is kind)


def test_a_number_is_the_same_number_in_every_type() -> None:
    assert BOUNDS
    for fact, bound in sorted(BOUNDS, key=str):
        near = [Decimal(bound) - Decimal("0.1"), Decimal(bound), Decimal(bound) + Decimal("0.1")]
        wide = assessed(fact.name, list(map(float, near)), pl.Float64)
        for dtype, cells in (
            (pl.Float32, list(map(float, near))),
            (pl.Decimal(12, 3), near),
            (pl.String, list(map(str, near))),
        ):
            assert assessed(fact.name, cells, dtype) == wide


def test_a_narrow_float_is_quoted_as_it_was_written() -> None:
    name = first(DecimalFact).name
    frame = pl.DataFrame({CASE_ID: ["a"], name: pl.Series([-9.9], dtype=pl.Float32)})
    (reject,) = CohortEngine(frame.schema).assess(frame, 0).rejects
    assert [reason["value"] for reason in reject["reasons"]] == ["-9.9"]


def test_a_number_too_long_for_a_float_is_compared_exactly() -> None:
    told_apart = 0
    for fact, bound in sorted(BOUNDS, key=str):
        hair, step = Decimal("1e-20"), Decimal("0.1")
        close = [str(Decimal(bound) - hair), str(bound), str(Decimal(bound) + hair)]
        apart = [str(Decimal(bound) - step), str(bound), str(Decimal(bound) + step)]
        rows, rejects = assessed(fact.name, close, pl.String)
        assert (rows, rejects) == assessed(fact.name, apart, pl.String)
        told_apart += rows[0] != rows[2]
    assert told_apart


@pytest.mark.parametrize(
    ("kind", "cells", "refused"),
    [
        (BoolFact, ["true", "false", None, "yes", "1"], [4, 5]),
        (IntFact, ["1", None, "1.5", "-1", "many"], [3, 4, 5]),
        (DateFact, ["2026-03-02", None, "2026-02-30", "02/03/2026"], [3, 4]),
        (SetFact, ["[]", None, "nowhere at all"], [3]),
    ],
)
def test_texts_that_do_not_fit_are_refused(
    kind: type, cells: list[Any], refused: list[int]
) -> None:
    fact = first(kind)
    if kind is SetFact:
        fact = next(f for f in VOCABULARY if isinstance(f, SetFact) and f.allowed)
    assert assessed(fact.name, cells, pl.String)[1] == refused


def test_whole_floats_are_counts_and_dates_are_dates() -> None:
    count, day = first(IntFact).name, first(DateFact).name
    assert assessed(count, [1.0, 1.5, float("inf")], pl.Float64)[1] == [2, 3]
    assert assessed(day, [date(2026, 3, 2), None], pl.Date)[1] == []


def test_a_table_of_nothing_known_is_all_unknown_or_unconditional() -> None:
    name = first(BoolFact).name
    rows, rejects = assessed(name, [None, None], pl.Null)
    assert rejects == []
    assert rows[0] == rows[1]
    assert None in rows[0]


def test_objects_and_wrong_lists_are_refused() -> None:
    sets = next(f.name for f in VOCABULARY if isinstance(f, SetFact))
    for schema in ({sets: pl.List(pl.Float64())}, {sets: pl.Object()}, {sets: pl.Boolean()}):
        with pytest.raises(TableError):
            CohortEngine({CASE_ID: pl.String(), **schema})
