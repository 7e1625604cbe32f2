"""A batch of patients: what is inferred of them, and the rows that the case rules must look at.

Inference and the usual checks run over columns. A row that may break a rule is handed to the reader
of case files, which decides and gives every reason, so that both doors refuse the same patients.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import polars as pl

from ariane.case.case import SCHEMA
from ariane.case.checking import checked
from ariane.case.problems import CaseError, Problem
from ariane.case.tree import Node
from ariane.cohort.columns import Columns
from ariane.facts.constraints import FORBIDDEN, IMPLICATIONS
from ariane.facts.no_result import UNKNOWN
from ariane.facts.vocabulary import BY_NAME, DERIVED
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
    TextFact,
)

CASE_ID = "case_id"
VISIBLE = r"[^\s\x00-\x1f]"
"""What a text needs so as not to be empty."""


class Reject(NamedTuple):
    """A row that is no case: its number in the input (from 0), its id, and every reason."""

    row: int
    case_id: str | None
    problems: tuple[Problem, ...]


def known_columns(batch: pl.DataFrame) -> Columns:
    """Return results, implied and derived facts of a batch, as conditions see them."""
    known = {
        name: _results(batch[name], BY_NAME[name]) for name in batch.columns if name != CASE_ID
    }
    unknown = pl.repeat(None, batch.height, dtype=pl.Boolean, eager=True)
    for rule in IMPLICATIONS:
        implied = known.get(rule.cause.name, unknown).replace(False, None)
        for effect in rule.effects:
            known[effect.name] = _first(known.get(effect.name), implied)
    for fact in DERIVED:
        computed = Columns(known, batch.height).truth(fact.definition)
        known[fact.name] = _first(known.get(fact.name), computed)
    return Columns(known, batch.height)


def rejects(batch: pl.DataFrame, known: Columns, offset: int) -> Iterator[Reject]:
    """Yield the rows that the case rules refuse; `offset` is the number of the first row."""
    doubtful = _doubtful(batch, known)
    for place in doubtful.arg_true().to_list():
        row = batch.row(place, named=True)
        case_id = row.pop(CASE_ID)
        facts = {name: _node(value, f"facts.{name}") for name, value in row.items()}
        entries = {"schema": Node(SCHEMA, "schema"), "facts": Node(facts, "facts")}
        entries["id"] = Node(case_id, "id")
        try:
            checked(Node(entries, ""), "")
        except CaseError as error:
            yield Reject(offset + place, case_id, error.problems)


def _results(column: pl.Series, fact: Fact) -> pl.Series:
    if not isinstance(fact, EnumFact):
        return column
    nothing = [*fact.no_result, UNKNOWN]
    return column.set(column.is_in(nothing).fill_null(False), None)


def _first(stated: pl.Series | None, computed: pl.Series) -> pl.Series:
    return computed if stated is None else stated.zip_with(stated.is_not_null(), computed)


def _doubtful(batch: pl.DataFrame, known: Columns) -> pl.Series:
    doubt = ~batch[CASE_ID].str.contains(VISIBLE).fill_null(False)
    for name in batch.columns:
        if name != CASE_ID:
            doubt = doubt | _misplaced(batch[name], BY_NAME[name]).fill_null(False)
    for rule in FORBIDDEN:
        doubt = doubt | known.truth(rule).fill_null(False)
    for fact in DERIVED:
        # A stated value whose definition is open, or says otherwise, takes more than columns.
        computed = known.truth(fact.definition)
        if fact.name in batch.columns:
            stated = batch[fact.name]
            doubt = doubt | (stated.is_not_null() & stated.ne_missing(computed))
    return doubt.fill_null(True)


def _misplaced(column: pl.Series, fact: Fact) -> pl.Series:
    """Tell which values the fact may not have; more than needed does no harm, fewer would."""
    match fact:
        case BoolFact():
            return pl.repeat(False, len(column), dtype=pl.Boolean, eager=True)
        case IntFact() if fact.allowed:
            return ~column.is_in(list(fact.allowed))
        case NumberFact():
            wrong = column < 0
            if column.dtype.is_float():
                wrong = wrong | column.is_infinite()
            return wrong if fact.maximum is None else wrong | (column > fact.maximum)
        case EnumFact():
            return ~column.is_in([*fact.allowed, UNKNOWN])
        case SetFact() if fact.allowed:
            member = pl.element().is_null() | ~pl.element().is_in(list(fact.allowed))
            return column.list.eval(member).list.any()
        case DateFact() if column.dtype == pl.Date:
            return pl.repeat(False, len(column), dtype=pl.Boolean, eager=True)
        case DateFact():
            day = column.str.to_date("%Y-%m-%d", strict=False).dt.to_string("%Y-%m-%d")
            return day.ne_missing(column) & column.is_not_null()
        case ScoresFact():
            member = pl.element().is_null() | ~pl.element().is_in(list(fact.allowed))
            return (column.list.len() != fact.length) | column.list.eval(member).list.any()
        case SetFact():
            blank = pl.element().is_null() | ~pl.element().str.contains(VISIBLE)
            return column.list.eval(blank).list.any()
        case TextFact():
            return ~column.str.contains(VISIBLE)
    raise TypeError(f"no check for {type(fact).__name__}")


def _node(value: Any, place: str) -> Node:
    if isinstance(value, list):
        return Node([_node(item, f"{place}[{n}]") for n, item in enumerate(value)], place)
    if isinstance(value, float):
        value = Decimal(repr(value))
    elif isinstance(value, date):
        value = value.isoformat()
    return Node(value, place)


def fits(dtype: pl.DataType, fact: Fact) -> bool:
    """Tell whether a column of this type can hold the fact; an empty one (`Null`) always can."""
    text = dtype == pl.String
    match fact:
        case _ if dtype == pl.Null:
            return True
        case BoolFact():
            return dtype == pl.Boolean
        case IntFact():
            return dtype.is_integer()
        case NumberFact():
            return dtype.is_numeric()
        case SetFact():
            return dtype in (pl.List(pl.String), pl.List(pl.Null))
        case ScoresFact():
            return isinstance(dtype, pl.List) and dtype.inner is not None
        case DateFact():
            return text or dtype == pl.Date
        case EnumFact() | TextFact():
            return text
    return False
