"""Random trees in one query, against the walk of each tree."""

from __future__ import annotations

from random import Random
from typing import Any

from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.conditions import Conditions
from ariane.cohort.sql.dialect import Dialect
from ariane.cohort.sql.form import Form
from ariane.cohort.sql.layers import Layers, Sql
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact
from support.random_trees import FACTS, random_state, random_tree, states_table


def query(form: Form, conditions: list[Expression], source: str) -> str:
    """Return the query of each condition under its number, and of the number of the state."""
    quoted = form.dialect.quoted
    columns = {fact: Sql(quoted(fact.name)) for fact in FACTS}
    printer = Conditions(
        form,
        {f.name: form.boolean(x) for f, x in columns.items() if isinstance(f, BoolFact)},
        {
            f.name: form.value(x, f.no_result)
            for f, x in columns.items()
            if not isinstance(f, BoolFact)
        },
        conditions,
    )
    results = {str(i): form.result(printer.unit(c)) for i, c in enumerate(conditions)}
    return form.layers.query(source, {"state": Sql("state"), **results})


def check(dialect: Dialect, kind: type[Form], seed: int, source: str, run: Any) -> None:
    """`run` gives the rows of a query over a table of states."""
    random = Random(seed)
    states = [random_state(random) for _ in range(150)]
    conditions = [random_tree(random) for _ in range(120)]
    text = query(kind(Layers(dialect)), conditions, source)
    meaning = {0: False, 1: None, 2: True} if kind is Bits else {b: b for b in (True, False, None)}
    rows = sorted(run(states_table(states), text))
    for state, row in zip(states, rows, strict=True):
        got = [meaning[cell] for cell in row[1:]]
        assert got == [evaluate(condition, state) for condition in conditions], state
