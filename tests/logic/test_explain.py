"""The tree of a condition with the truth of every node."""

from __future__ import annotations

from hypothesis import given, settings

from ariane.logic.evaluate import evaluate
from ariane.logic.explain import Explained, explained
from ariane.logic.expression import Expression
from ariane.logic.truth import Truth
from support.expressions import ALONE, A, B, C, Situation, situations


def test_every_node_has_its_truth() -> None:
    tree = explained(A & (B | C), {"a": True, "b": False})
    assert tree.truth is Truth.UNKNOWN
    assert [part.truth for part in tree.parts] == [Truth.HOLDS, Truth.UNKNOWN]
    assert [part.truth for part in tree.parts[1].parts] == [Truth.FAILS, Truth.UNKNOWN]


def decisive(condition: Expression, known: dict[str, bool]) -> list[Expression]:
    return [part.expression for part in explained(condition, known).decisive()]


def test_the_false_parts_decide_a_conjunction_that_fails() -> None:
    assert decisive(A & B & C, {"a": True, "b": False}) == [B]


def test_the_true_parts_decide_a_disjunction_that_holds() -> None:
    assert decisive(A | B | C, {"b": True, "c": False}) == [B]


def test_all_parts_decide_a_conjunction_that_holds() -> None:
    assert decisive(A & B, {"a": True, "b": True}) == [A, B]


def test_a_derived_fact_shows_its_definition() -> None:
    assert [part.expression for part in explained(ALONE, {}).parts] == [ALONE.definition]


@given(situations())
@settings(max_examples=100)
def test_each_node_is_what_evaluate_says(situation: Situation) -> None:
    def check(node: Explained) -> None:
        assert node.truth is Truth.of(evaluate(node.expression, situation.known))
        for part in node.parts:
            check(part)

    check(explained(situation.condition, situation.known))
