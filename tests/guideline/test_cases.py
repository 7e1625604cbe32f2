"""Every statement against its cases: written from the text, beside the code that must agree."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.facts.vocabulary import in_order
from ariane.guideline.tncd24.chapter import SECTIONS, statements_by_id
from ariane.logic.completions import ExactStatus, exact_status
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Always
from ariane.logic.structure import base_facts
from ariane.logic.truth import Truth
from support.statement_cases import FOLDER, known_in, statement_cases

KEYS = {"name", "facts", "truth", "missing", "settled"}

CASES = statement_cases()
EACH = [
    pytest.param(statement_id, case, id=f"{statement_id}: {case['name']}")
    for statement_id, cases in CASES.items()
    for case in cases
]


@pytest.mark.parametrize(("statement_id", "case"), EACH)
def test_statement_gives_what_its_case_expects(statement_id: str, case: dict[str, Any]) -> None:
    condition = statements_by_id()[statement_id].when
    known = known_in(case)
    truth = evaluate(condition, known)
    rules = (*FORBIDDEN, *stated_definitions(known))
    status = (
        exact_status(condition, known, rules) if truth is None else ExactStatus(True, truth, ())
    )
    assert Truth.of(truth).value == case["truth"]
    assert list(in_order(status.missing)) == case.get("missing", [])
    assert Truth.of(status.truth).value == case.get("settled", case["truth"])


def test_files_name_exactly_the_statements_that_are_written() -> None:
    assert set(CASES) == set(statements_by_id())
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(SECTIONS)


@pytest.mark.parametrize("statement_id", CASES)
def test_a_case_stands_for_each_truth_value_that_the_condition_can_take(statement_id: str) -> None:
    condition = statements_by_id()[statement_id].when
    status = exact_status(condition, {}, FORBIDDEN)
    possible = {"holds", "fails"} if not status.settled else {"holds" if status.truth else "fails"}
    if statements_by_id()[statement_id].epistemic:
        possible = {"holds", "fails"}
    elif base_facts(condition):
        possible |= {"unknown"}
    assert isinstance(condition, Always) or possible >= {"holds", "fails"}
    assert possible <= {case["truth"] for case in CASES[statement_id]}


def test_case_files_have_no_stray_keys_and_no_repeated_names() -> None:
    for statement_id, cases in CASES.items():
        names = [case["name"] for case in cases]
        assert len(names) == len(set(names)), statement_id
        assert all(set(case) <= KEYS for case in cases), statement_id
