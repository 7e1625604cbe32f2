"""Cells of a table as conditions see them, and which of them the checker of cases has to look at.

What is read here is what `ariane.cohort.columns` reads; where it is not quite sure, it is doubtful.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from ariane.cohort.columns import EXACT_INTEGERS, FALSE, LONG_NUMBER, TRUE
from ariane.cohort.sql.dialect import Dialect
from ariane.facts.no_result import UNKNOWN
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
)

TEXTS = pl.String | pl.Categorical | pl.Enum
SAYS_SOMETHING = "[0-9A-Za-z]"
WHOLE = f"^[0-9]{{1,{LONG_NUMBER}}}$"
DECIMAL = "^[0-9]+([.][0-9]+)?$"
DATE = (
    "^[1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
)
"""Days that every year has: 29 February is for the checker."""


class Cell(NamedTuple):
    """The value in the type of its fact, null where it does not fit; texts of SQL.

    `doubtful` tells which cells to look at (null: not this one), `nan` which are NaN.
    """

    value: str
    doubtful: str | None = None
    nan: str | None = None


def cell(dialect: Dialect, fact: Fact, dtype: pl.DataType) -> Cell:
    """Return how the column of a fact, of a type that it may have, is read."""
    x = dialect.quoted(fact.name)
    if dtype == pl.Null:
        return Cell(_nothing(fact))
    is_text = isinstance(dtype, TEXTS)
    if is_text:
        x = dialect.plain(x) if isinstance(dtype, pl.String) else dialect.as_text(x)
    elif isinstance(dtype, pl.List):
        x = dialect.plain_list(x, isinstance(fact, SetFact))
    match fact:
        case BoolFact():
            return _boolean(dialect, x) if is_text else Cell(x)
        case NumberFact():
            return _number(dialect, fact, x, dtype)
        case EnumFact():
            allowed = tuple(dict.fromkeys((*fact.allowed, UNKNOWN)))
            return Cell(x, f"NOT {dialect.among(x, allowed, or_null=True)}")
        case SetFact():
            return _set(dialect, fact, dialect.members(x) if is_text else x)
        case ScoresFact():
            return _scores(dialect, fact, x, is_text)
        case DateFact() if not is_text:
            years = "DATE '1000-01-01' AND DATE '9999-12-31'"
            return Cell(x, f"NOT ({x} BETWEEN {years})")
    return Cell(
        x, f"NOT {dialect.matches(x, DATE if isinstance(fact, DateFact) else SAYS_SOMETHING)}"
    )


def unnamed(dialect: Dialect, x: str) -> str:
    """Tell, never null, whether the checker has to look at the name of a case."""
    return f"NOT coalesce({dialect.matches(dialect.as_text(x), SAYS_SOMETHING)}, false)"


def delivered(dialect: Dialect, name: str, dtype: pl.DataType) -> str:
    """Return a raw cell as JSON can carry it whole: inexact numbers and dates as texts."""
    x = dialect.quoted(name)
    if isinstance(dtype, pl.Decimal):
        return dialect.exact(x)
    if isinstance(dtype, pl.List):
        return dialect.list_as_json(x)
    plain = dtype == pl.Boolean or dtype.is_integer()
    return x if plain else dialect.as_text(x)


def _nothing(fact: Fact) -> str:
    return "CAST(NULL AS BOOLEAN)" if isinstance(fact, BoolFact) else "NULL"


def _boolean(dialect: Dialect, x: str) -> Cell:
    true, false = dialect.among(x, TRUE), dialect.among(x, FALSE)
    value = f"(CASE WHEN {true} THEN true WHEN {false} THEN false END)"
    return Cell(value, f"NOT {dialect.among(x, (*TRUE, *FALSE), or_null=True)}")


def _number(dialect: Dialect, fact: NumberFact, x: str, dtype: pl.DataType) -> Cell:
    short, nan = f"(length({dialect.as_text(x)}) <= {LONG_NUMBER})", None
    if isinstance(dtype, TEXTS):
        pattern = WHOLE if isinstance(fact, IntFact) else DECIMAL
        fits = f"({dialect.matches(x, pattern)} AND {short})"
        value = f"(CASE WHEN {fits} THEN {dialect.as_double(x)} END)"
    elif dtype.is_float():
        nan, wide, fits = dialect.is_nan(x), x, None
        if dtype == pl.Float32:
            # 9.9 as the narrow float says it, not as the wide one sees it
            wide, fits = dialect.as_double(dialect.as_text(x)), dialect.narrow_is_short(x)
        value = f"(CASE WHEN NOT {nan} THEN {wide} END)"
    else:
        nan = dialect.is_nan(x) if isinstance(dtype, pl.Decimal) else None
        fits = short if isinstance(dtype, pl.Decimal) else None
        value = dialect.as_double(x)
    whole = f"{fits} AND {_in_range(fact, value)}" if fits else _in_range(fact, value)
    given = f"{x} IS NOT NULL AND NOT {nan}" if nan else f"{x} IS NOT NULL"
    return Cell(value, f"({given} AND NOT coalesce({whole}, false))", nan)


def _in_range(fact: NumberFact, value: str) -> str:
    if isinstance(fact, IntFact) and fact.allowed:
        return f"{value} IN ({', '.join(map(str, fact.allowed))})"
    top = fact.maximum if fact.maximum is not None else EXACT_INTEGERS
    inside = f"{value} BETWEEN 0 AND {top}"
    return f"{inside} AND {value} = floor({value})" if isinstance(fact, IntFact) else inside


def _set(dialect: Dialect, fact: SetFact[str], x: str) -> Cell:
    if fact.allowed:
        return Cell(x, f"NOT {dialect.all_among(x, fact.allowed)}")
    return Cell(x, f"NOT {dialect.all_match(x, SAYS_SOMETHING)}")


def _scores(dialect: Dialect, fact: ScoresFact, x: str, is_text: bool) -> Cell:
    if is_text:
        one = f"({'|'.join(map(str, fact.allowed))})"
        return Cell(x, f"NOT {dialect.matches(x, f'^{one}([|]{one}){{{fact.length - 1}}}$')}")
    whole = f"{dialect.length(x)} = {fact.length} AND {dialect.all_among(x, fact.allowed)}"
    return Cell(x, f"NOT ({whole})")
