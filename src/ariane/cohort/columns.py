"""The columns of a table against the vocabulary: which are there, of what type, which cells fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from ariane.case.suggestions import nearest
from ariane.facts.no_result import UNKNOWN
from ariane.facts.terms import TERMS, Terms
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

CASE_ID = "case_id"
ROW = "__row"
RAW = "__raw:"
"""Before the name of a fact: the cell as it was delivered."""
READ = "__read:"
"""Before the name of a fact: the cell in the type of the fact; null where it does not fit."""

EXACT_INTEGERS = 2**53
LONG_NUMBER = 15
"""Digits up to which every decimal has a float of its own (IEEE 754, binary64)."""
TRUE = ("true", "True", "TRUE")
FALSE = ("false", "False", "FALSE")
NUMBER = r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"
DATE = r"^\d{4}-\d{2}-\d{2}$"


class ColumnProblem(NamedTuple):
    """A column that cannot be read: `kind` is `missing`, `unknown` or `type`."""

    kind: str
    name: str
    found: str = ""
    expected: str = ""
    nearest: tuple[str, ...] = ()


class TableError(ValueError):
    """A table that was refused as a whole; nothing has been computed from it."""

    def __init__(self, problems: tuple[ColumnProblem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{problem.kind}: {problem.name}" for problem in problems))


def require_columns(schema: Mapping[str, pl.DataType], texts: bool, terms: Terms = TERMS) -> None:
    """Raise `TableError` with every column that is missing, unknown or of a wrong type.

    With `texts`, as in CSV, text may stand for a value of any type.
    """
    problems = [] if CASE_ID in schema else [ColumnProblem("missing", CASE_ID)]
    for name, dtype in schema.items():
        if name == CASE_ID:
            if not (dtype.is_integer() or _is_text(dtype) or dtype == pl.Null):
                problems.append(ColumnProblem("type", name, str(dtype), "text"))
        elif name not in terms.by_name:
            near = nearest(name, (CASE_ID, *terms.by_name))
            problems.append(ColumnProblem("unknown", name, nearest=near))
        elif not may_hold(terms.by_name[name], dtype, texts):
            expected = str(dtype_of(terms.by_name[name]))
            problems.append(ColumnProblem("type", name, str(dtype), expected))
    if problems:
        raise TableError(tuple(problems))


def dtype_of(fact: Fact) -> pl.DataType:
    """Return the type of the column of a fact."""
    match fact:
        case BoolFact():
            return pl.Boolean()
        case IntFact():
            return pl.Int64()
        case NumberFact():
            return pl.Float64()
        case SetFact():
            return pl.List(pl.String())
        case ScoresFact():
            return pl.List(pl.Int64())
    return pl.String()


def _is_text(dtype: pl.DataType) -> bool:
    return isinstance(dtype, pl.String | pl.Categorical | pl.Enum)


def may_hold(fact: Fact, dtype: pl.DataType, texts: bool) -> bool:
    """Tell whether a column of a type can be read as a fact; with `texts`, any text can."""
    if dtype == pl.Null or (texts and _is_text(dtype)):
        return True
    match fact:
        case BoolFact():
            return dtype == pl.Boolean
        case NumberFact():
            return dtype.is_numeric()
        case SetFact():
            return isinstance(dtype, pl.List) and _may_be_member(dtype, texts=True)
        case ScoresFact():
            return isinstance(dtype, pl.List) and _may_be_member(dtype, texts=False)
        case DateFact():
            return dtype == pl.Date or _is_text(dtype)
    return _is_text(dtype)


def _may_be_member(dtype: pl.List, texts: bool) -> bool:
    inner = pl.Series([], dtype=dtype.inner).dtype
    return inner == pl.Null or (_is_text(inner) if texts else inner.is_integer())


def read(fact: Fact, dtype: pl.DataType) -> pl.Expr:
    """Return the raw cell of a fact in the fact's own type; null where it does not fit."""
    cell = pl.col(RAW + fact.name)
    if dtype == pl.Null:
        return pl.lit(None, dtype_of(fact))
    if _is_text(dtype):
        return _read_text(fact, cell.cast(pl.String))
    if dtype == pl.Float32:
        cell = cell.cast(pl.String)  # 9.9 as the narrow float says it, not as the wide one sees it
    if isinstance(fact, IntFact):
        whole = cell.cast(pl.Float64)
        return pl.when(whole == whole.floor()).then(whole).cast(pl.Int64, strict=False)
    if isinstance(fact, NumberFact):
        return cell.cast(pl.Float64).fill_nan(None)
    return cell.cast(dtype_of(fact))


def _read_text(fact: Fact, cell: pl.Expr) -> pl.Expr:
    match fact:
        case BoolFact():
            return pl.when(cell.is_in(TRUE)).then(True).when(cell.is_in(FALSE)).then(False)
        case IntFact():
            return cell.cast(pl.Int64, strict=False)
        case NumberFact():
            fits = cell.str.contains(NUMBER)
            return pl.when(fits).then(cell).cast(pl.Float64, strict=False)
        case SetFact() | ScoresFact():
            members = pl.when(cell == "[]").then(pl.lit([], pl.List(pl.String)))
            return members.otherwise(cell.str.split("|")).cast(dtype_of(fact), strict=False)
    return cell


def is_nan(dtype: pl.DataType, name: str) -> pl.Expr:
    """Tell which raw cells are NaN: read as null, and counted."""
    cell = pl.col(RAW + name)
    return cell.is_nan().fill_null(False) if dtype.is_float() else pl.lit(False)


def doubtful(fact: Fact, dtype: pl.DataType) -> pl.Expr:
    """Tell which cells the checker of cases has to look at: never null, and rather too many."""
    raw, value = pl.col(RAW + fact.name), pl.col(READ + fact.name)
    given = raw.is_not_null() & ~is_nan(dtype, fact.name)
    fits = _fits(fact, value).fill_null(False)
    if isinstance(fact, NumberFact) and (_is_text(dtype) or isinstance(dtype, pl.Decimal)):
        fits &= (raw.cast(pl.String).str.len_chars() <= LONG_NUMBER).fill_null(False)
    return given & ~fits


def _fits(fact: Fact, value: pl.Expr) -> pl.Expr:
    match fact:
        case BoolFact():
            return value.is_not_null()
        case NumberFact():
            allowed = fact.allowed if isinstance(fact, IntFact) else ()
            if allowed:
                return value.is_in(allowed)
            top = fact.maximum if fact.maximum is not None else EXACT_INTEGERS
            return (value >= 0) & (value <= top)
        case EnumFact():
            return value.is_in((*fact.allowed, UNKNOWN))
        case SetFact():
            member = pl.element()
            good = member.is_in(fact.allowed) if fact.allowed else _says_something(member)
            return value.list.eval(good.fill_null(False)).list.all()
        case ScoresFact():
            good = pl.element().is_in(fact.allowed).fill_null(False)
            return (value.list.len() == fact.length) & value.list.eval(good).list.all()
        case DateFact():
            return value.str.contains(DATE) & value.str.to_date(strict=False).is_not_null()
    return _says_something(value)


def _says_something(text: pl.Expr) -> pl.Expr:
    return text.str.contains(r"\S")


def silent_words(fact: Fact) -> tuple[str, ...]:
    """Return the recorded values of a fact that say that there is no result."""
    return (*fact.no_result, UNKNOWN) if isinstance(fact, EnumFact) else fact.no_result


def result(fact: Fact) -> pl.Expr:
    """Return what conditions see of a fact: no-result values are unknown."""
    value = pl.col(READ + fact.name)
    silent = silent_words(fact)
    if not silent or dtype_of(fact) != pl.String:
        return value.alias(fact.name)
    return pl.when(~value.is_in(silent)).then(value).alias(fact.name)


def absent(names: Mapping[str, pl.DataType], terms: Terms = TERMS) -> list[pl.Expr]:
    """Return a column of nulls for every fact that a table does not have."""
    return [
        pl.lit(None, dtype_of(fact)).alias(fact.name)
        for fact in terms.facts
        if fact.name not in names
    ]
