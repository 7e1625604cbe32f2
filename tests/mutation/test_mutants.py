"""The mutants themselves: each slip is made, and a hole in the cases is seen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ariane.logic.expression import ALWAYS, Threshold
from ariane.logic.notation import notation
from support.expressions import ALONE, GRADE, PLACES, SIZE, STAIN, A, B, C, M, N
from support.mutants import mutants
from support.mutation import Expected, Verdict, equivalent, verdict

ATOMS = {
    "a": (A, ["not a"]),
    "alone": (ALONE, ["not alone"]),
    "always": (ALWAYS, ["not true"]),
    "known": (A.is_known(), ["a is None"]),
    "not empty": (PLACES.not_empty(), ["not places != []"]),
    "two numbers": (N.exceeds(M), ["not n > m", "m > n"]),
    "whole bound": (N < 2, ["not n < 2", "n <= 2", "n >= 2", "n < 1", "n < 3"]),
    "zero bound": (N > 0, ["not n > 0", "n >= 0", "n < 0", "n > 1"]),
    "decimal bound": (
        SIZE.equals(Threshold(Decimal(1))),
        ["size <= 1", "size >= 1", "size == 0.9", "size == 1.1"],
    ),
    "value": (
        STAIN.is_("neg"),
        ["stain != 'neg'", "stain == 'pos'", "stain in ('neg', 'reduced')"],
    ),
}


@pytest.mark.parametrize("name", ATOMS)
def test_each_slip_in_one_atom(name: str) -> None:
    condition, expected = ATOMS[name]
    assert {notation(m.condition) for m in mutants(condition)} >= set(expected)


def test_values_are_dropped_swapped_and_added() -> None:
    found = {notation(m.condition): m.slip for m in mutants(GRADE.one_of(0, 4))}
    assert found["grade == 4"] == "value dropped"
    assert found["grade in (4, 2)"] == "value swapped"
    assert found["grade in (0, 4, 3)"] == "value added"
    places = {notation(m.condition): m.slip for m in mutants(PLACES.contains("lung"))}
    assert places["'gut' in places"] == "value swapped"
    assert places["places != []"] == "value swapped"
    assert places["'lung' in places or 'colon' in places"] == "value added"


def test_clauses_connectives_and_negations() -> None:
    found = {notation(m.condition): m.slip for m in mutants(A & (B | ~C))}
    assert found["a or b or not c"] == "and for or"
    assert found["a and b and not c"] == "or for and"
    assert found["b or not c"] == found["a"] == found["a and b"] == "clause dropped"
    assert found["a and (b or c)"] == "negation dropped"
    assert found["not a and (b or not c)"] == "negated"


def test_a_hole_in_the_cases_is_seen_and_a_case_closes_it() -> None:
    condition, wrong = A & B, A | B
    holds = Expected({"a": True, "b": True}, "holds", (), "holds")
    fails = Expected({"a": False, "b": False}, "fails", (), "fails")
    assert verdict(condition, wrong, [holds, fails]) is Verdict.SURVIVED
    half = Expected({"a": True, "b": False}, "fails", (), "fails")
    assert verdict(condition, wrong, [holds, fails, half]) is Verdict.KILLED


def test_missing_facts_tell_conditions_apart_too() -> None:
    unknown = Expected({}, "unknown", ("a",), "unknown")
    with pytest.raises(KeyError):
        verdict(A, B, [unknown])


def test_the_same_condition_in_other_words_is_equivalent_also_where_facts_are_unknown() -> None:
    assert equivalent(~(A & B), ~A | ~B)
    assert equivalent(PLACES.contains("gut"), PLACES.contains("gut") | PLACES.contains("colon"))
    assert not equivalent(A | ~A, ALWAYS)
    assert not equivalent(N > 1, N >= 1)
