"""Columns say cell for cell what the assessment of each case says."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from ariane.case.case import SCHEMA
from ariane.case.checking import checked
from ariane.case.problems import CaseError
from ariane.case.tree import Node
from ariane.cohort.assessing import CohortEngine
from ariane.cohort.columns import CASE_ID, TableError, dtype_of
from ariane.consult.assessment import assess
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.warming import evaluator
from support.random_cases import RandomPatients

TRUTH = {"holds": True, "fails": False, "unknown": None}
SCHEMA_OF_ALL = {CASE_ID: pl.String(), **{fact.name: dtype_of(fact) for fact in VOCABULARY}}


def cell(value: Any) -> Any:
    if isinstance(value, frozenset | tuple):
        return sorted(value) if isinstance(value, frozenset) else list(value)
    return value if isinstance(value, bool | int | str) else float(value)


def table(rows: list[dict[str, Any]]) -> pl.DataFrame:
    cells = [
        {CASE_ID: f"P{i}", **{name: cell(value) for name, value in row.items()}}
        for i, row in enumerate(rows)
    ]
    return pl.DataFrame(cells, schema=SCHEMA_OF_ALL)


def node(value: Any, place: str = "") -> Node:
    if isinstance(value, dict):
        return Node({k: node(v, f"{place}.{k}".lstrip(".")) for k, v in value.items()}, place)
    if isinstance(value, frozenset | tuple | list):
        return Node([node(item, f"{place}[{i}]") for i, item in enumerate(value)], place)
    return Node(value, place)


def case(facts: dict[str, Any]) -> Any:
    return checked(node({"schema": SCHEMA, "id": "P", "facts": facts}), "test")


CONDITIONS = evaluator([s.when for s in statements()])


def truths(facts: dict[str, Any]) -> list[bool | None] | None:
    try:
        return [*CONDITIONS(case(facts).known)]
    except CaseError:
        return None


@pytest.mark.parametrize("derived", [0.0, 0.2])
def test_random_cases_agree_on_every_cell(derived: float) -> None:
    patients = RandomPatients(9)
    rows = [
        patients.with_no_results(patients.told(patients.patient(), 0.3, derived))
        for _ in range(5000 if derived == 0.0 else 200)
    ]
    batch = CohortEngine(SCHEMA_OF_ALL).assess(table(rows), 1)
    assert not batch.rejects
    assert len(batch.assessed) == len(rows)
    wrong = [
        got[0]
        for got, row in zip(batch.assessed.iter_rows(), rows, strict=True)
        if [*got[1:]] != truths(row)
    ]
    assert wrong == []


def test_the_consultation_itself_agrees() -> None:
    patients = RandomPatients(4)
    rows = [patients.case_facts(0.3) for _ in range(100)]
    assessed = CohortEngine(SCHEMA_OF_ALL).assess(table(rows), 1).assessed
    for got, row in zip(assessed.iter_rows(named=True), rows, strict=True):
        for entry in assess(case(row)).assessed:
            assert got[entry.id] is TRUTH[entry.truth.value], (entry.id, row)


def test_random_facts_that_break_rules_are_refused_as_cases_are() -> None:
    patients = RandomPatients(5)
    mixed = [{**patients.case_facts(0.6), **patients.case_facts(0.8)} for _ in range(300)]
    batch = CohortEngine(SCHEMA_OF_ALL).assess(table(mixed), 1)
    refused = [i for i, row in enumerate(mixed, 1) if truths(row) is None]
    assert refused
    assert [reject["row"] for reject in batch.rejects] == refused
    assert len(batch.assessed) + len(batch.rejects) == len(mixed)


def test_every_reason_of_a_bad_row_is_given() -> None:
    frame = pl.DataFrame(
        {
            CASE_ID: ["a", "b", None],
            "sex": ["man", "male", "female"],
            "liver_lesion_count": [-1.0, float("nan"), 2.0],
        }
    )
    batch = CohortEngine(frame.schema).assess(frame, 1)
    assert batch.nan == 1
    assert batch.assessed[CASE_ID].to_list() == ["b"]
    kinds = [[reason["kind"] for reason in reject["reasons"]] for reject in batch.rejects]
    assert kinds == [["not-allowed", "out-of-range"], ["wrong-type"]]


def test_unknown_and_untyped_columns_are_refused_at_once() -> None:
    with pytest.raises(TableError) as caught:
        CohortEngine({"sexe": pl.String(), "liver_metastases": pl.Float64()})
    assert [p.kind for p in caught.value.problems] == ["missing", "unknown", "type"]
    assert "sex" in caught.value.problems[1].nearest
