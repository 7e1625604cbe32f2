"""Programs over planes against the definition of what a condition means, on random trees."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ariane.logic.completions import exact_status
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Always, And, Expression, IsKnown, Or
from ariane.logic.planes import Emitter, Program
from ariane.logic.structure import facts_of, leaves
from support.expressions import BASIN, CONDITIONS, DERIVED, VALUES, A, B, C, N

STATES = st.fixed_dictionaries(
    {},
    optional={
        **{fact.name: values for fact, values in VALUES.items()},
        BASIN.name: st.just("iliac"),
    },
)
State = dict[str, Any]


def plane(leaf: Expression, states: list[State]) -> int:
    """Return an input as an integer: patient n is bit n."""
    return sum(1 << n for n, state in enumerate(states) if evaluate(leaf, state) is True)


def run(program: Program, states: list[State]) -> list[int]:
    return program.run([plane(leaf, states) for leaf in program.inputs])


def bits(number: int, count: int) -> list[bool]:
    return [bool(number >> n & 1) for n in range(count)]


def with_derived(state: State) -> State:
    computed = {fact.name: evaluate(fact.definition, state) for fact in DERIVED}
    return state | {name: value for name, value in computed.items() if value is not None}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(CONDITIONS[True], min_size=1, max_size=8),
    st.lists(STATES, min_size=1),
    st.booleans(),
)
def test_planes_mean_what_the_walk_of_the_tree_means(
    conditions: list[Expression], states: list[State], stated: bool
) -> None:
    full = [with_derived(state) for state in states]
    emitter = Emitter()
    wires = [(emitter.holds(c), emitter.fails(c)) for c in conditions]
    program = emitter.program([wire for pair in wires for wire in pair])
    # A derived fact is computed from its definition, whether or not it is stated as well.
    planes = run(program, full if stated else states)
    for number, condition in enumerate(conditions):
        holds, fails = (bits(p, len(states)) for p in planes[2 * number : 2 * number + 2])
        expected = [evaluate(condition, state) for state in full]
        assert holds == [value is True for value in expected]
        assert fails == [value is False for value in expected]


def test_a_derived_fact_may_be_stated_where_its_definition_is_unknown() -> None:
    fact = DERIVED[0]
    emitter = Emitter()
    program = emitter.program(
        [emitter.holds(fact), emitter.fails(fact), emitter.holds(IsKnown(fact))]
    )
    assert run(program, [{fact.name: True}, {fact.name: False}, {}]) == [0b001, 0b010, 0b011]


def test_each_sub_condition_is_emitted_once_and_what_is_not_asked_for_is_dropped() -> None:
    emitter = Emitter()
    one, two = emitter.holds((A & B) | C), emitter.holds(~(A & B))
    before = emitter.program([one])
    assert [step.operation for step in before.steps] == ["&", "|"]
    assert set(before.inputs) == {A, B, C}
    again = emitter.holds((A & B) | C)
    assert again == one
    both = emitter.program([one, two])
    assert [step.operation for step in both.steps].count("&") == 1


def test_no_patient_beyond_the_end_is_in_any_plane() -> None:
    emitter = Emitter()
    program = emitter.program([emitter.fails(IsKnown(N)), emitter.holds(ALWAYS)])
    assert run(program, [{}, {}]) == [0b11, 0b11]


@settings(max_examples=150, deadline=None)
@given(CONDITIONS[True], STATES)
def test_what_can_turn_a_condition_is_waited_for(condition: Expression, state: State) -> None:
    emitter = Emitter()
    waits = emitter.waits(condition)
    planes = run(emitter.program([*waits.values()]), [with_derived(state)])
    waited = {fact for fact, bit in zip(waits, planes, strict=True) if bit}
    if evaluate(condition, with_derived(state)) is not None:
        assert waited == set()
        return
    missing = set(exact_status(condition, with_derived(state)).missing)
    assert missing <= waited
    tests = [*leaves(condition)]
    tested = [fact for leaf in tests if not is_fixed(leaf) for fact in facts_of(leaf)]
    if len(tested) == len(set(tested)) and not any(map(is_fixed, tests)):
        assert missing == waited


def is_fixed(leaf: Expression) -> bool:
    """Tell whether no value of a fact can turn a leaf (no number is below zero)."""
    return isinstance(leaf, IsKnown | Always) or exact_status(leaf, {}).settled


def test_a_decided_part_waits_for_nothing() -> None:
    emitter = Emitter()
    waits = emitter.waits(And((A, Or((B, C)))))
    planes = run(emitter.program([waits[fact] for fact in (A, B, C)]), [{"b": True}, {"a": False}])
    assert planes == [0b01, 0, 0]
