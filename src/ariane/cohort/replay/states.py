"""Truths of statements in words, column by column, and the columns that a version can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from ariane.cohort.columns import CASE_ID, may_hold
from ariane.cohort.replay.advice import ABSENT, FAILS, HOLDS, UNKNOWN
from ariane.facts.terms import Terms


def states(ids: Iterable[str], present: Sequence[str]) -> list[pl.Expr]:
    """Return expressions that put the truths of `ids` into words."""
    found = []
    for name in ids:
        if name not in present:
            found.append(pl.lit(ABSENT).alias(name))
            continue
        cell = pl.col(name)
        unknown = pl.when(cell.is_null()).then(pl.lit(UNKNOWN))
        found.append(unknown.when(cell).then(pl.lit(HOLDS)).otherwise(pl.lit(FAILS)).alias(name))
    return found


def differs(one: pl.Expr, two: pl.Expr) -> pl.Expr:
    """Tell where two states differ; a statement that is not there differs from one that holds."""
    absent = (one == ABSENT) | (two == ABSENT)
    return pl.when(absent).then((one == HOLDS) != (two == HOLDS)).otherwise(one != two)


def fitting(schema: Mapping[str, pl.DataType], texts: bool, terms: Terms) -> list[str]:
    """Return the columns that can be read by some terms."""
    facts = terms.by_name
    return [
        name
        for name, dtype in schema.items()
        if name == CASE_ID or (name in facts and may_hold(facts[name], dtype, texts))
    ]
