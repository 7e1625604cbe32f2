"""What a variable of the synthetic registry can be: the values of its fact, or a range of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from ariane.cohort.columns import dtype_of
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import BoolFact, DateFact, EnumFact, IntFact, NumberFact, SetFact

RANGE = re.compile(r"^(\S+?)\.\.(\S+)$")
Codes = np.ndarray[Any, np.dtype[np.int16]]
"""One answer a row, by its place among the answers of a variable; `NONE` where there is none."""
NONE = -1


class Range(NamedTuple):
    """All values between two bounds, both included, each as likely: whole, decimal or days."""

    low: float
    high: float


Answer = bool | int | float | str | Range


def answer(name: str, written: Any) -> Answer:
    """Return an answer of a variable as the file writes it. Raises `ValueError`."""
    fact = BY_NAME.get(name)
    found = RANGE.match(str(written))
    if found and isinstance(fact, DateFact):
        low, high = (date.fromisoformat(end).toordinal() for end in found.groups())
        return Range(low, high)
    if found and isinstance(fact, NumberFact):
        return Range(float(found[1]), float(found[2]))
    if isinstance(fact, EnumFact) and written not in fact.allowed:
        raise ValueError(f"{name} is never {written!r}")
    if isinstance(fact, SetFact) and fact.allowed:
        strangers = {*members(str(written))} - {*fact.allowed}
        if strangers:
            raise ValueError(f"{name} never contains {strangers}")
    if isinstance(fact, BoolFact) and not isinstance(written, bool):
        raise ValueError(f"{name} is true or false, not {written!r}")
    result: Answer = written
    return result


def first_answers(name: str) -> tuple[Any, Any]:
    """Return the two answers that a bare share speaks of: true and false, or the first two."""
    fact = BY_NAME.get(name)
    if isinstance(fact, EnumFact):
        first, second = fact.results()[:2]
        return first, second
    return True, False


def members(written: str) -> list[str]:
    """Return the members of a set, written `a|b`."""
    return written.split("|") if written else []


def column(
    name: str, answers: Sequence[Answer], codes: Codes, random: np.random.Generator
) -> pl.Series:
    """Return the drawn answers as a column of the type of the fact; ranges are drawn now."""
    fact = BY_NAME.get(name)
    dtype = dtype_of(fact) if fact is not None else pl.String()
    if not any(isinstance(value, Range) for value in answers):
        cells = [members(str(v)) if isinstance(fact, SetFact) else v for v in answers]
        if dtype == pl.Float64:
            cells = [float(str(value)) for value in cells]
        return _gathered(pl.Series(name, [*cells, None], dtype=dtype), codes)
    bounds = [v if isinstance(v, Range) else Range(float(v), float(v)) for v in answers]
    low, high = (np.array([*ends, np.nan]) for ends in zip(*bounds, strict=True))
    start, stop = low[codes], high[codes]
    if isinstance(fact, IntFact | DateFact):
        drawn = np.floor(start + random.random(len(codes)) * (stop - start + 1))
    else:
        drawn = np.round(start + random.random(len(codes)) * (stop - start), 1)
    series = pl.Series(name, drawn, nan_to_null=True)
    if isinstance(fact, DateFact):
        days = series.cast(pl.Int64) - date(1970, 1, 1).toordinal()
        return days.cast(pl.Int32).cast(pl.Date).cast(pl.String)
    return series.cast(dtype)


def _gathered(values: pl.Series, codes: Codes) -> pl.Series:
    last = len(values) - 1
    return values.gather(np.where(codes == NONE, last, codes).astype(np.uint32))
