"""Smallest demands: they turn the condition, nothing smaller does, and none is left out."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.logic import counterfactual
from ariane.logic.counterfactual import Demand, turning_demands
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Expression
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, IntFact

A, B, C = (BoolFact(name) for name in "abc")
COUNT = IntFact("count")
KIND = EnumFact[str]("kind", allowed=("x", "y", "z"))
DOMAINS: dict[str, tuple[Any, ...]] = {
    "a": (False, True),
    "b": (False, True),
    "c": (False, True),
    "count": (0, 1, 2, 3, 4, 5, 6),
    "kind": ("x", "y", "z"),
}
LEAVES = [A, B, C, COUNT < 3, COUNT >= 5, COUNT.equals(4), KIND.is_("x"), KIND.one_of("x", "y")]


def trees() -> st.SearchStrategy[Expression]:
    def compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        return st.one_of(
            st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1]),
            st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1]),
            inner.map(lambda part: ~part),
        )

    return st.recursive(st.sampled_from(LEAVES), compound, max_leaves=6)


def known_facts() -> st.SearchStrategy[dict[str, Any]]:
    entries = {name: st.sampled_from((None, *values)) for name, values in DOMAINS.items()}
    return st.fixed_dictionaries(entries).map(
        lambda found: {name: value for name, value in found.items() if value is not None}
    )


def brute_sizes(
    expression: Expression, known: dict[str, Any], target: bool, changing_known: bool
) -> int | None:
    """Return the smallest number of facts to set or change, by trying all."""
    names = [n for n in DOMAINS if changing_known or n not in known]
    for size in range(len(names) + 1):
        for chosen in combinations(names, size):
            for values in product(*(DOMAINS[name] for name in chosen)):
                changed = {**known, **dict(zip(chosen, values, strict=True))}
                if evaluate(expression, changed) is target:
                    return size
    return None


@given(trees(), known_facts(), st.booleans(), st.booleans())
def test_demands_turn_the_condition_and_are_as_small_as_can_be(
    expression: Expression, known: dict[str, Any], target: bool, changing_known: bool
) -> None:
    demands = turning_demands(expression, known, target, changing_known)
    smallest = brute_sizes(expression, known, target, changing_known)
    if smallest in (None, 0):
        assert demands == ()
        return
    assert len(demands[0]) == smallest
    for demand in demands:
        names = [fact.name for fact in demand]
        for values in product(*demand.values()):
            changed = {**known, **dict(zip(names, values, strict=True))}
            assert evaluate(expression, changed) is target


@given(trees(), known_facts(), st.booleans())
def test_no_demand_contains_another(
    expression: Expression, known: dict[str, Any], target: bool
) -> None:
    demands = turning_demands(expression, known, target, changing_known=True)
    for smaller, larger in combinations(demands, 2):
        assert not (
            set(smaller) < set(larger)
            and all(set(larger[fact]) <= set(smaller[fact]) for fact in smaller)
        )


def test_knowledge_tests_keep_their_present_value() -> None:
    expression = A.is_known() & B
    assert turning_demands(expression, {}, True, changing_known=False) == ()
    assert turning_demands(expression, {"a": False}, True, changing_known=False) == ({B: (True,)},)


N, M = IntFact("n"), IntFact("m")
BOTH = DerivedFact("both", definition=A & ~B)


def names(demands: tuple[Demand, ...]) -> list[dict[str, tuple[Any, ...]]]:
    return [{fact.name: values for fact, values in demand.items()} for demand in demands]


def test_the_unconditional_condition_holds_already_and_never_fails() -> None:
    assert turning_demands(ALWAYS, {}, True, changing_known=True) == ()
    assert turning_demands(ALWAYS, {}, False, changing_known=True) == ()
    assert names(turning_demands(ALWAYS & A, {}, True, changing_known=True)) == [{"a": (True,)}]
    assert names(turning_demands(~ALWAYS | A, {}, True, changing_known=True)) == [{"a": (True,)}]


def test_a_derived_fact_is_asked_for_by_its_parents() -> None:
    found = turning_demands(BOTH, {"a": True}, True, changing_known=False)
    assert names(found) == [{"b": (False,)}]
    found = turning_demands(~BOTH, {"a": True}, True, changing_known=False)
    assert names(found) == [{"b": (True,)}]


def test_two_numbers_compared_with_each_other() -> None:
    more = names(turning_demands(N.exceeds(M), {"n": 2}, True, changing_known=False))
    assert {value for demand in more for value in demand["m"]} == {0, 1}
    fewer = names(turning_demands(N.exceeds(M), {"n": 2}, False, changing_known=False))
    assert {value for demand in fewer for value in demand["m"]} >= {2, 3}
    assert all(value >= 2 for demand in fewer for value in demand["m"])
    other = names(turning_demands(N.exceeds(M), {"m": 2}, True, changing_known=False))
    assert other
    assert all(value > 2 for demand in other for value in demand["n"])


def test_another_comparison_of_numbers_adds_no_bound() -> None:
    other, size = IntFact("other"), IntFact("size")
    found = turning_demands(N.exceeds(other) | (size >= 3), {"n": 40}, True, changing_known=False)
    assert {"size": (3,)} in names(found)


def test_a_known_value_that_no_bound_tells_apart_still_counts() -> None:
    assert turning_demands(COUNT >= 5, {"count": 77}, True, changing_known=True) == ()
    found = turning_demands((COUNT >= 5) & A, {"count": 77}, True, changing_known=False)
    assert names(found) == [{"a": (True,)}]


def test_a_way_over_known_facts_does_not_hide_a_longer_one_over_unknown_facts() -> None:
    found = turning_demands(A | (B & C), {"a": False}, True, changing_known=False)
    assert names(found) == [{"b": (True,), "c": (True,)}]


def test_the_shortest_ways_are_kept_where_there_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long, short = (A & B & (COUNT >= 5)) | (KIND.is_("x") & B & C), COUNT.equals(4) | KIND.is_("y")
    monkeypatch.setattr(counterfactual, "MOST_WAYS", 2)
    found = turning_demands(long | short, {}, True, changing_known=False)
    assert names(found) == [{"count": (4,)}, {"kind": ("y",)}]


def test_what_is_known_already_costs_a_way_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counterfactual, "MOST_WAYS", 1)
    either = (KIND.is_("y") & (COUNT >= 5)) | (A & B & C)
    found = turning_demands(either, {"a": True, "b": True}, True, changing_known=False)
    assert names(found) == [{"c": (True,)}]


def test_the_same_way_written_twice_is_one_demand() -> None:
    found = turning_demands((A & B) | (B & A), {}, True, changing_known=False)
    assert names(found) == [{"a": (True,), "b": (True,)}]


def test_a_knowledge_test_may_be_negated() -> None:
    assert names(turning_demands(~C.is_known() & B, {}, True, changing_known=False)) == [
        {"b": (True,)}
    ]
    assert turning_demands(~C.is_known() & B, {"c": True}, True, changing_known=False) == ()


def test_no_demand_is_made_that_no_value_meets() -> None:
    every = KIND.one_of("x", "y", "z")
    assert turning_demands(~every, {}, True, changing_known=True) == ()
    assert names(turning_demands(~every | A, {}, True, changing_known=True)) == [{"a": (True,)}]


def test_conjunctions_are_cut_short_by_what_is_not_known_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(counterfactual, "MOST_WAYS", 2)
    both = (A | B) & (C | KIND.is_("x"))
    found = turning_demands(both, {"b": True, "c": False}, True, changing_known=False)
    assert {"kind": ("x",)} in names(found)
