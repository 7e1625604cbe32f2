"""Planes under constraints against the exact status of a condition."""

from __future__ import annotations

from hypothesis import given, settings

from ariane.logic.completions import exact_status
from ariane.logic.constrained import Constrained
from ariane.logic.evaluate import evaluate
from ariane.logic.planes import Emitter
from support.expressions import ALONE, PLACES, RULES, STAIN, A, B, C, N, Situation, situations

State = dict[str, object]


def waited(situation: Situation) -> tuple[bool, bool, set[str]]:
    """Return whether the condition holds, whether it fails, and what it waits for."""
    constrained = Constrained(Emitter(), situation.rules)
    condition = situation.condition
    waits = constrained.waits(condition)
    wires = [constrained.holds(condition), constrained.fails(condition), *waits.values()]
    program = constrained.program(wires)
    inputs = [int(evaluate(leaf, situation.known) is True) for leaf in program.inputs]
    holds, fails, *planes = program.run(inputs)
    found = {fact.name for fact, plane in zip(waits, planes, strict=True) if plane}
    return bool(holds), bool(fails), found


@settings(max_examples=200, deadline=None)
@given(situations())
def test_nothing_is_settled_that_is_open_and_no_missing_fact_is_lost(
    situation: Situation,
) -> None:
    holds, fails, found = waited(situation)
    truth = evaluate(situation.condition, situation.known)
    if truth is not None:
        assert (holds, fails, found) == (truth, not truth, set())
        return
    status = exact_status(situation.condition, situation.known, situation.forbidden)
    assert {fact.name for fact in status.missing} <= found
    if holds or fails:
        assert status.settled
        assert status.truth is holds


def situation(condition: object, known: State) -> Situation:
    return Situation(condition, known, RULES, {})  # type: ignore[arg-type]


def test_what_a_rule_settles_is_not_waited_for() -> None:
    for condition, known, expected in (
        (A & B, {"c": False}, (False, True, set())),
        (C & B, {"a": True}, (False, False, {"b"})),
        (STAIN.is_("pos") | N.equals(3), {"b": False}, (False, False, {"n"})),
        (PLACES.not_empty() | C, {"a": False}, (False, False, {"c"})),
        (ALONE & C, {"b": False, "c": False}, (False, True, set())),
    ):
        assert waited(situation(condition, known)) == expected
