"""What is remembered of earlier cases is what would be worked out anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import completed
from ariane.logic.completions import ExactStatus, exact_status
from ariane.logic.evaluate import evaluate
from ariane.logic.fact import Fact
from ariane.logic.remembered import FAILS, HOLDS, RememberedStatuses, Status, bearing_facts
from support.chapter import conditions
from support.expressions import ALONE, SIZE, A, B, C, Situation, situations
from support.random_cases import RandomPatients


def bare(status: Status) -> ExactStatus:
    return ExactStatus(status.settled, status.truth, status.missing)


@given(st.lists(situations(), min_size=1, max_size=4))
@settings(max_examples=100)
def test_artificial_conditions_case_after_case(cases: list[Situation]) -> None:
    trees = [case.condition for case in cases]
    rules = cases[0].rules
    remembered = RememberedStatuses(trees, rules, {})
    for case in cases:
        if any(evaluate(rule, case.patient) for rule in rules):
            continue
        base = {name: v for name, v in case.known.items() if name in case.patient}
        for tree, status in zip(trees, remembered.statuses(base), strict=True):
            assert bare(status) == exact_status(tree, base, rules)


@pytest.mark.parametrize("seed", range(2))
def test_a_patient_told_fact_by_fact(seed: int) -> None:
    patients = RandomPatients(8_000 + seed)
    trees = list(conditions().values())
    remembered = RememberedStatuses(trees, FORBIDDEN, {})
    patient = patients.patient()
    order = patients.random.sample(sorted(patient), len(patient))
    for count in range(0, len(order), 6):
        known = completed({name: patient[name] for name in order[:count]})
        for tree, status in zip(trees, remembered.statuses(known), strict=True):
            if not status.settled or evaluate(tree, known) is None:
                assert bare(status) == exact_status(tree, known, FORBIDDEN)


def test_rules_tie_facts_to_a_condition() -> None:
    assert bearing_facts(A, [A & ~B, B & ~C]) == (A, B, C)
    assert bearing_facts(A, [B & ~C]) == (A,)


ANSWERS: dict[Fact, tuple[Any, ...]] = {
    A: (True, False),
    B: (True, False),
    C: (True, False),
    SIZE: (4, 10, 11),
}


@pytest.mark.parametrize("known", [{}, {"a": True}, {"c": False}, {"b": True, "size": 4}])
def test_gains_are_what_each_answer_settles(known: dict[str, Any]) -> None:
    rules = [A & ~C]
    trees = [A & B, (A | B) & (SIZE > 10), ~B, C & ALONE]
    for tree, status in zip(
        trees, RememberedStatuses(trees, rules, ANSWERS).statuses(known), strict=True
    ):
        expected = []
        for fact, values in ANSWERS.items():
            if status.settled or fact.name in known or fact not in bearing_facts(tree, rules):
                continue
            for number, value in enumerate(values):
                answered = {**known, fact.name: value}
                if not any(evaluate(rule, answered) for rule in rules):
                    truth = exact_status(tree, answered, rules).truth
                    expected += [] if truth is None else [(fact, number, truth)]
        assert sorted(status.gains, key=str) == sorted(map(tuple, expected), key=str)


def test_what_was_worked_out_comes_back_itself() -> None:
    remembered = RememberedStatuses([A & B, B & A, A & B], [], {})
    first, turned, again = remembered.statuses({"a": True})
    assert first is again
    assert first is not turned
    assert remembered.statuses({"a": True})[0] is first
    assert remembered.statuses({"a": True, "c": False})[0] is first
    assert remembered.statuses({"a": False})[0] is FAILS
    assert remembered.statuses({"a": True, "b": True})[0] is HOLDS


def test_nobody_asked_gains_nothing() -> None:
    (status,) = RememberedStatuses([A & B], [], {}).statuses({})
    assert status.gains == ()
    assert (status.kleene, status.settled, status.missing) == (None, False, (A, B))


@pytest.mark.parametrize(("known", "expected"), [({"a": True}, HOLDS), ({"a": False}, FAILS)])
def test_the_first_case_too_is_known_by_kleene(known: dict[str, Any], expected: Status) -> None:
    assert RememberedStatuses([A], [], {}).statuses(known) == [expected]
