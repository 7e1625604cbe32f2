"""Conditions give the same walked, for the first case, and compiled, from the second on."""

from __future__ import annotations

from ariane.logic.compiled import compiled
from ariane.logic.evaluate import Values
from ariane.logic.warming import Warming, evaluator
from support.expressions import ALONE, A, B

CONDITIONS = [A & ~B, A | B, ALONE]
CASES: list[dict[str, bool]] = [{}, {"a": True}, {"a": True, "b": False}, {"a": False}]


def test_the_first_case_is_walked_and_the_others_run_compiled() -> None:
    used: list[str] = []

    def walk(known: Values) -> int:
        used.append("walk")
        return len(known)

    def make(known: Values) -> int:
        used.append("made")
        return len(known)

    found = Warming(walk, lambda: make)
    assert [found(known) for known in CASES] == [0, 1, 2, 1]
    assert used == ["walk", "made", "made", "made"]


def test_both_forms_give_what_the_conditions_are() -> None:
    for known in CASES:
        expected = compiled(CONDITIONS)(known)
        fresh = evaluator(CONDITIONS)
        assert fresh(known) == fresh(known) == expected
    assert evaluator(CONDITIONS)({"a": True, "b": False}) == (True, True, None)
