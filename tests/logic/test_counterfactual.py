"""Smallest demands: they turn the condition, nothing smaller does, and none is left out."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ariane.logic.counterfactual import turning_demands
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, EnumFact, IntFact

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
