"""What runs (generated code) against what is meant (the walk of the tree, and the oracle)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from ariane.facts.derivation import completed
from ariane.logic.compiled import compiled, generated_source
from ariane.logic.evaluate import evaluate
from support.chapter import all_conditions
from support.expressions import A, B, N, Situation, situations
from support.random_cases import RandomPatients

UNKNOWN = (0.0, 0.2, 0.5, 0.8, 0.95)


def compare_on_random_cases(seed: int, count: int) -> None:
    patients = RandomPatients(seed)
    conditions = all_conditions()
    evaluator = compiled(list(conditions.values()))
    seen = set()
    for index in range(count):
        recorded = patients.case_facts(UNKNOWN[index % len(UNKNOWN)])
        known = completed(patients.results(recorded))
        # Fulfilments also see what is recorded as not done.
        for facts in (known, {**recorded, **known}) if index % 4 == 0 else (known,):
            results = evaluator(facts)
            walked = tuple(evaluate(condition, facts) for condition in conditions.values())
            assert results == walked, (seed, index, facts)
            seen.update(results)
    assert seen == {True, False, None}


@pytest.mark.parametrize("seed", range(8))
def test_compiled_equals_walked_on_20_000_random_cases(seed: int) -> None:
    compare_on_random_cases(seed, 2_500)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
def test_compiled_equals_walked_on_1_000_000_random_cases(seed: int) -> None:
    compare_on_random_cases(seed, 25_000)


@pytest.mark.parametrize("seed", range(4))
def test_walked_equals_the_oracle_that_reads_the_notation(seed: int) -> None:
    patients = RandomPatients(1_000 + seed)
    for unknown in UNKNOWN * 10:
        facts = patients.results(patients.case_facts(unknown))
        known = completed(facts)
        assert known == patients.oracle.completed(facts)
        for text, condition in all_conditions().items():
            assert evaluate(condition, known) is patients.oracle.truth(text, facts | known), text


@given(situations())
@settings(max_examples=300)
def test_compiled_equals_walked_on_artificial_conditions(situation: Situation) -> None:
    walked = evaluate(situation.condition, situation.known)
    assert compiled([situation.condition])(situation.known) == (walked,)


def test_results_come_in_the_order_of_the_conditions() -> None:
    evaluator = compiled([A, ~A, B, A])
    assert evaluator({"a": True}) == (True, False, None, True)


def test_nothing_to_evaluate() -> None:
    assert compiled([])({}) == ()


def test_a_shared_condition_is_computed_once() -> None:
    shared = (N >= 1) & ~A
    source, _ = generated_source([shared | B, shared & B])
    assert source.count(">= 1") == 1
