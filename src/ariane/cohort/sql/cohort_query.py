"""The whole query of a table: what is read, implied and derived, and every statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from ariane.cohort.columns import CASE_ID, silent_words
from ariane.cohort.sql.cells import cell, delivered, unnamed
from ariane.cohort.sql.conditions import Conditions, surely_any
from ariane.cohort.sql.form import Form, Unit, Value
from ariane.cohort.sql.layers import Sql
from ariane.facts.constraints import FORBIDDEN, IMPLICATIONS
from ariane.facts.vocabulary import BY_NAME, DERIVED
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact

RAW_JSON = "_raw"
"""The raw cells of a row that the checker of cases has to look at; null in all other rows."""
NAN = "_nan"
"""How many cells of the row are NaN."""

Outputs = Callable[[Sequence[tuple[str, Sql]]], Mapping[str, Sql]]
"""How results by statement become columns of the query."""


def cohort_query(
    form: Form, schema: Mapping[str, pl.DataType], source: str, outputs: Outputs = dict
) -> str:
    """Return the query of `source`, a table with the columns of `schema`: a row for each row.

    Its columns are `case_id`, the `outputs`, `RAW_JSON` and `NAN`.
    """
    reader = _Reader(form, schema)
    conditions = Conditions(form, reader.booleans, reader.values, _roots())
    suspects = [*reader.doubtful, *_inferred(conditions)]
    results = [(s.id, form.result(conditions.unit(s.when))) for s in statements()]
    names = [name for name in schema if name != CASE_ID]
    raw = form.dialect.json_object([delivered(form.dialect, n, schema[n]) for n in names] or ["1"])
    suspect = form.layers.shared(surely_any(suspects))
    columns = {
        CASE_ID: Sql(form.dialect.quoted(CASE_ID)),
        **outputs(results),
        RAW_JSON: Sql(f"CASE WHEN {suspect.text} THEN {raw} END", suspect.level),
        NAN: Sql(" + ".join(reader.nan) or "0"),
    }
    return form.layers.query(source, columns)


class _Reader:
    """What the columns of a table say of the facts."""

    def __init__(self, form: Form, schema: Mapping[str, pl.DataType]) -> None:
        dialect = form.dialect
        self.booleans: dict[str, Unit] = {}
        self.values: dict[str, Value] = {}
        self.doubtful = [Sql(unnamed(dialect, dialect.quoted(CASE_ID)))]
        self.nan: list[str] = []
        for name, dtype in schema.items():
            if name == CASE_ID:
                continue
            fact, read = BY_NAME[name], cell(dialect, BY_NAME[name], dtype)
            if read.doubtful:
                self.doubtful.append(Sql(read.doubtful))
            if read.nan:
                self.nan.append(f"CASE WHEN {read.nan} THEN 1 ELSE 0 END")
            if dtype == pl.Null:
                continue
            if isinstance(fact, BoolFact):
                self.booleans[name] = form.boolean(Sql(read.value))
            else:
                silent = tuple(dict.fromkeys(silent_words(fact)))
                self.values[name] = form.value(Sql(read.value), silent)


def _inferred(conditions: Conditions) -> list[Sql]:
    """Add what is implied and derived; return what tells rows that may contradict themselves.

    As `ariane.cohort.inferring`. No definition names a derived fact that comes after its own.
    """
    form = conditions.form
    for rule in IMPLICATIONS:
        for effect in rule.effects:
            implied = form.any([conditions.unit(rule.cause), form.unknown])
            conditions.set(effect, form.filled(conditions.unit(effect), implied))
    differing = []
    for fact in DERIVED:
        computed, stated = conditions.unit(fact.definition), conditions.unit(fact)
        if conditions.states(fact):
            differing.append(form.differs(stated, computed))
            computed = form.filled(stated, computed)
        conditions.set(fact, computed)
    return [*differing, *(form.surely(conditions.unit(rule)) for rule in FORBIDDEN)]


def _roots() -> list[Expression]:
    return [*(s.when for s in statements()), *(f.definition for f in DERIVED), *FORBIDDEN]
