"""Many random rows as a table, and what the conditions say of each of them one by one."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import polars as pl

from ariane.cohort.columns import CASE_ID, dtype_of
from ariane.facts.derivation import completed
from ariane.facts.no_result import UNKNOWN
from ariane.facts.vocabulary import BY_NAME, VOCABULARY
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.warming import evaluator
from support.random_cases import RandomPatients

ROWS = 20_000
UNKNOWN_SHARE = 0.3
SCHEMA_OF_ALL = {CASE_ID: pl.String(), **{fact.name: dtype_of(fact) for fact in VOCABULARY}}


class Gate(NamedTuple):
    """Rows, and the truths of every statement for each."""

    table: pl.DataFrame
    truths: pl.DataFrame


@cache
def gate() -> Gate:
    """Return `ROWS` patients who keep every rule, 30 % of the facts of each unknown."""
    patients = RandomPatients(20)
    told = (patients.told(patients.patient(), UNKNOWN_SHARE, derived=0) for _ in range(ROWS))
    rows = [patients.with_no_results(facts) for facts in told]
    ids = [statement.id for statement in statements()]
    conditions = evaluator([statement.when for statement in statements()])
    known = (completed({n: v for n, v in row.items() if is_result(n, v)}) for row in rows)
    truths = pl.DataFrame(
        [conditions(facts) for facts in known], schema=dict.fromkeys(ids, pl.Boolean), orient="row"
    )
    table = table_of(rows)
    return Gate(table, table.select(CASE_ID).hstack(truths))


def is_result(name: str, value: Any) -> bool:
    """Tell whether a recorded value is one, as conditions see it."""
    return not isinstance(value, str) or value not in (*BY_NAME[name].no_result, UNKNOWN)


def table_of(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return facts by name as a table with a column for every fact."""
    cells = [{CASE_ID: f"P{i}", **{n: cell(v) for n, v in r.items()}} for i, r in enumerate(rows)]
    return pl.DataFrame(cells, schema=SCHEMA_OF_ALL)


def cell(value: Any) -> Any:
    """Return a fact as a table holds it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool | int | str) else float(value)
