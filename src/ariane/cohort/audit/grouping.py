"""Which group a row belongs to: values of columns that are no facts, and the period of a date."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from ariane.cohort.columns import ColumnProblem, TableError
from ariane.cohort.planes.words import BITS, Rows

PERIOD = "period"
"""The name of the grouping by date."""
MOST_GROUPS = 1000
"""Values of one column past which it divides nothing that a reader could use."""
DATE = r"^\d{4}-\d{2}-\d{2}"

Group = tuple[str | None, ...]
"""One value a grouping; `None` where the table does not say."""


class Period(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class Grouping(NamedTuple):
    """The columns by whose values patients are divided, and how dates are."""

    by: tuple[str, ...] = ()
    date: str | None = None
    period: Period = Period.YEAR

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read for it."""
        return self.by if self.date is None else (*self.by, self.date)

    @property
    def names(self) -> tuple[str, ...]:
        """One name a grouping, in the order of a `Group`."""
        return self.by if self.date is None else (*self.by, PERIOD)


class Ordered(NamedTuple):
    """Rows put in the order of their groups, each group from the beginning of a word."""

    rows: Rows
    starts: tuple[int, ...]
    groups: tuple[Group, ...]


class TooManyGroupsError(ValueError):
    """A column that has more values than a report can show."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(f"{column} has more than {MOST_GROUPS} values")


def require_groups(grouping: Grouping, schema: pl.Schema) -> None:
    """Raise `TableError` with every column that is missing or can divide nothing."""
    problems = [ColumnProblem("missing", name) for name in grouping.columns if name not in schema]
    for name in grouping.by:
        if name in schema and schema[name].is_nested():
            problems.append(ColumnProblem("type", name, str(schema[name]), "text"))
    date = grouping.date
    dtype = schema.get(date) if date is not None else None
    if dtype is not None and not (dtype.is_temporal() or dtype == pl.String):
        problems.append(ColumnProblem("type", str(date), str(dtype), "date"))
    if problems:
        raise TableError(tuple(problems))


def ordered(grouping: Grouping, batch: Any) -> Ordered:
    """Return the rows of an Arrow record batch in the order of their groups."""
    frame: Any = pl.from_arrow(batch.select(list(dict.fromkeys(grouping.columns))))
    values = frame.select(
        *(_said(name).alias(str(place)) for place, name in enumerate(grouping.by)),
        *([_period(grouping, frame.schema)] if grouping.date is not None else []),
    )
    keys = _numbered(values)
    order = np.argsort(keys, kind="stable")
    sizes = np.bincount(keys)
    widths = -(-sizes // BITS)
    starts = np.cumsum(widths) - widths
    within = np.arange(len(keys)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rows = np.full(int(widths.sum()) * BITS, -1, np.int64)
    rows[np.repeat(starts * BITS, sizes) + within] = order
    firsts = order[np.cumsum(sizes) - sizes]
    return Ordered(rows, tuple(starts.tolist()), tuple(values[firsts.tolist()].iter_rows()))


def _said(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).replace("", None)


def _period(grouping: Grouping, schema: pl.Schema) -> pl.Expr:
    day = pl.col(str(grouping.date))
    if schema[str(grouping.date)].is_temporal():
        day = day.cast(pl.Date)
    else:
        day = day.cast(pl.String).str.extract(f"({DATE})").str.to_date(strict=False)
    year = day.dt.year().cast(pl.String)
    match grouping.period:
        case Period.YEAR:
            return year.alias(PERIOD)
        case Period.QUARTER:
            return (year + "-Q" + day.dt.quarter().cast(pl.String)).alias(PERIOD)
    return day.dt.strftime("%Y-%m").alias(PERIOD)


def _numbered(values: pl.DataFrame) -> NDArray[np.int64]:
    """Return for each row the number of its group, from 0 without a gap."""
    keys = np.zeros(len(values), np.int64)
    for column in values:
        codes = column.cast(pl.Categorical).to_physical().cast(pl.Int64).fill_null(-1).to_numpy()
        mixed = keys * (codes.max() + 2) + codes + 1
        keys = np.unique(mixed, return_inverse=True)[1]
    return keys
