"""What runs (generated code) against what is meant (the walk of the tree, and the oracle)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from ariane.facts.derivation import completed
from ariane.logic.compiled import compiled, compiled_states, generated_source
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Expression
from support.chapter import all_conditions
from support.expressions import ATOMS, KNOWLEDGE, A, B, M, N, Situation, situations
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


STATES: list[dict[str, Any]] = [
    {},
    {"a": True, "n": 2, "m": 1, "grade": 4, "size": Decimal(10), "stain": "pos"},
    {"a": False, "n": 1, "m": 1, "grade": 2, "size": Decimal("9.5"), "stain": "neg"},
    {"a": True, "b": False, "n": 0, "m": 3, "grade": 0, "size": Decimal(1), "stain": "reduced"},
    {"places": frozenset(), "c": True, "basin": "iliac", "n": 4},
    {"places": frozenset({"stomach"}), "c": False, "b": True, "m": 4},
    {"places": frozenset({"lung"}), "a": True, "b": True, "c": False},
]


def test_every_kind_of_node_runs_as_it_is_walked() -> None:
    atoms = (*ATOMS, *KNOWLEDGE, ALWAYS, ~ALWAYS)
    trees = [*atoms, *(~atom for atom in atoms), *(A & atom for atom in atoms)]
    trees += [A | atom for atom in atoms]
    evaluator = compiled(trees)
    for known in STATES:
        assert evaluator(known) == tuple(evaluate(tree, known) for tree in trees)


def test_states_are_truths_or_the_values_of_the_facts_that_bear() -> None:
    read = compiled_states([A & B, ALWAYS, N >= 3], [(A, B), (), (N, M)])
    assert read({}) == ((None, None), True, (None, None))
    assert read({"a": True, "m": 4}) == ((True, None), True, (None, 4))
    assert read({"a": False, "n": 3}) == (False, True, True)


def test_each_condition_has_its_own_bearing_facts() -> None:
    with pytest.raises(ValueError, match="zip"):
        compiled_states([A, B], [(A,)])


def test_a_node_that_cannot_be_compiled_is_named() -> None:
    class Odd(Expression):
        """A node that nobody knows."""

    with pytest.raises(TypeError, match="cannot compile Odd"):
        compiled([Odd()])
