"""Emitted conditions against the definition of what a condition means, on random trees."""

from __future__ import annotations

from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from ariane.cohort.columns import dtype_of
from ariane.cohort.emitting import emitted
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from support.expressions import BASE, BASIN, CONDITIONS, DERIVED, VALUES

FACTS = (*BASE, *DERIVED, BASIN)
STATES = st.fixed_dictionaries(
    {},
    optional={
        **{fact.name: values for fact, values in VALUES.items()},
        **{fact.name: st.booleans() for fact in DERIVED},
        BASIN.name: st.just("iliac"),
    },
)


def cell(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value if isinstance(value, bool | int | str) else float(value)


@settings(max_examples=400, deadline=None)
@given(st.lists(CONDITIONS[True], min_size=1, max_size=8), st.lists(STATES, min_size=1))
def test_columns_mean_what_the_walk_of_the_tree_means(
    conditions: list[Expression], states: list[dict[str, Any]]
) -> None:
    rows = [{name: cell(value) for name, value in state.items()} for state in states]
    frame = pl.DataFrame(rows, schema={fact.name: dtype_of(fact) for fact in FACTS})
    for condition in conditions:
        column = frame.with_columns(emitted(condition).alias("got"))["got"].to_list()
        assert column == [evaluate(condition, state) for state in states]
