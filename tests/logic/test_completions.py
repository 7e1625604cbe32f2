"""Settled and missing: what every completion of a case agrees on, and what can still turn it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import completed, stated_definitions
from ariane.facts.disease_extent import (
    BONE_METASTASES,
    EXTRAPERITONEAL_DISEASE,
    LIVER_LESION_COUNT,
    LIVER_METASTASES,
    PERITONEAL_METASTASES,
)
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.completions import (
    MAX_LANES,
    Completions,
    ExactStatus,
    consistent,
    exact_status,
)
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Expression
from ariane.logic.fact import BoolFact, SetFact
from ariane.logic.notation import notation
from support.chapter import conditions
from support.expressions import (
    ALONE,
    BASE,
    FEW,
    GRADE,
    PLACES,
    SIZE,
    STAIN,
    A,
    B,
    C,
    M,
    N,
    Situation,
    is_epistemic,
    oracle,
    situations,
)
from support.oracle import TooManyError
from support.random_cases import RandomPatients

OPEN_ON_A = ExactStatus(False, None, (A,))
HOLDS = ExactStatus(True, True, ())
BOTH_WAYS = pytest.mark.parametrize("lanes", [0, MAX_LANES], ids=["search", "lanes"])
"""No lane at all leaves everything to the search."""
FAILS = ExactStatus(True, False, ())


def test_an_unknown_fact_leaves_its_condition_open() -> None:
    assert exact_status(A, {}) == OPEN_ON_A


def test_the_unconditional_condition_is_settled() -> None:
    assert exact_status(ALWAYS, {}) == HOLDS


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (A | ~A, HOLDS),
        (A & ~A, FAILS),
        ((A & B) | (A & ~B), OPEN_ON_A),
        (PLACES.contains("stomach") & ~PLACES.contains("gut"), FAILS),
        ((GRADE < 2) | (GRADE >= 2), HOLDS),
        ((GRADE > 3) & (GRADE < 4), FAILS),
        (GRADE <= 4, HOLDS),
        ((N > 3) & (N < 4), FAILS),
        ((SIZE > 3) & (SIZE < 4), ExactStatus(False, None, (SIZE,))),
        ((SIZE > 3) & (Decimal("3.0000001") > SIZE), ExactStatus(False, None, (SIZE,))),
        (N >= 0, HOLDS),
        (SIZE < 0, FAILS),
        (N.exceeds(M) & M.exceeds(N), FAILS),
        (STAIN.one_of("pos", "neg", "reduced"), HOLDS),
        (STAIN.is_("pos") & STAIN.is_("neg"), FAILS),
    ],
    ids=lambda value: notation(value) if isinstance(value, Expression) else "",
)
@BOTH_WAYS
def test_what_kleene_cannot_see(condition: Expression, expected: ExactStatus, lanes: int) -> None:
    assert exact_status(condition, {}, (), lanes) == expected


@BOTH_WAYS
@pytest.mark.parametrize(
    ("condition", "known", "rules", "expected"),
    [
        (B & (A.is_known() | C), {}, (), ExactStatus(False, None, (B, C))),
        (B & (A.is_known() | C), {"a": False}, (), ExactStatus(False, None, (B,))),
        (~A.is_known() & B, {}, (), ExactStatus(False, None, (B,))),
        (A & ~A.is_known(), {}, (), OPEN_ON_A),
        (~(A.is_known() & B), {"a": True}, (), ExactStatus(False, None, (B,))),
        ((ALONE | ~ALONE) & C, {}, (), ExactStatus(False, None, (C,))),
        (ALONE & C, {"a": True}, (), ExactStatus(False, None, (C, B))),
        (A & B, {"c": False}, (B & ~C,), FAILS),
        (A | B, {}, (~A & ~B,), HOLDS),
        (A & B, {}, (A & ~B, ~A & B), ExactStatus(False, None, (A, B))),
        (B, {"c": True}, (C.is_known() & B,), FAILS),
        (B, {}, (C.is_known() & B,), ExactStatus(False, None, (B,))),
    ],
)
def test_knowledge_derived_facts_and_rules(
    condition: Expression,
    known: dict[str, bool],
    rules: tuple[Expression, ...],
    expected: ExactStatus,
    lanes: int,
) -> None:
    found = exact_status(condition, known, rules, lanes)
    assert found[:2] == expected[:2]
    assert set(found.missing) == set(expected.missing)


def test_no_fact_is_missing_that_cannot_turn_the_result() -> None:
    assert exact_status(A & (B | ~B), {}).missing == (A,)


def test_a_known_fact_is_never_missing() -> None:
    assert exact_status(A & B & C, {"a": True, "b": True}).missing == (C,)


def test_a_derived_fact_is_replaced_by_its_unknown_parents() -> None:
    assert exact_status(ALONE, {"a": True}).missing == (B,)


def test_a_rule_of_the_facts_settles_a_condition() -> None:
    assert exact_status(A & ~C, {}, [A & ~C]) == FAILS


def test_an_implication_works_backwards() -> None:
    assert exact_status(A, {"c": False}, [A & ~C]) == FAILS


def test_an_implication_works_through_a_chain() -> None:
    assert exact_status(A, {"c": False}, [A & ~B, B & ~C]) == FAILS


def test_a_fact_that_restricts_nothing_changes_nothing() -> None:
    assert exact_status(C, {}, [A & ~C]) == ExactStatus(False, None, (C,))


def test_a_stated_derived_fact_restricts_its_parents() -> None:
    assert exact_status(A, {"alone": True}, [~ALONE.definition]) == HOLDS


def test_two_numbers_meet_within_the_same_region() -> None:
    assert exact_status(N.exceeds(M) & (N > 3) & (M > 3), {}).missing == (N, M)


def test_a_known_number_bounds_the_other() -> None:
    assert exact_status(N.exceeds(M) & (N <= 5), {"m": 5}) == FAILS
    assert exact_status(N.exceeds(M) & (N <= 6), {"m": 5}) == ExactStatus(False, None, (N,))


def test_three_numbers_in_a_row() -> None:
    third = type(N)("k")
    assert exact_status(N.exceeds(M) & M.exceeds(third), {}).missing == (N, M, third)


def test_a_knowledge_test_keeps_its_present_value() -> None:
    assert exact_status(A & B.is_known(), {}) == FAILS
    assert exact_status(A | ~B.is_known(), {}) == HOLDS
    assert exact_status(A & ~B.is_known(), {}) == OPEN_ON_A


def test_free_text_sets_may_contain_something_else() -> None:
    organs = SetFact[str]("organs")
    assert exact_status(organs.not_empty() & ~organs.contains("liver"), {}).missing == (organs,)


def test_facts_that_bind_each_other_are_all_missing() -> None:
    """No completion differs in one of them alone, yet each value decides the result."""
    status = exact_status(A, {}, [A & ~B, B & ~A])
    assert not status.settled
    assert status.missing == (A,)


@pytest.mark.parametrize("max_lanes", [1 << 16, 0], ids=["lanes", "search"])
@pytest.mark.parametrize(
    ("condition", "known"),
    [(A & B, {"a": True, "c": False}), (B, {"a": True, "c": False}), (B, {"a": True})],
    ids=["own fact", "another fact", "only together"],
)
def test_contradictory_knowledge_is_an_error(
    condition: Expression, known: dict[str, bool], max_lanes: int
) -> None:
    rules = [A & ~C, A & C & B, A & C & ~B]
    with pytest.raises(ValueError, match="contradict"):
        exact_status(condition, known, rules, max_lanes)


class TestChapter:
    """A few constraints of the chapter, in words."""

    def test_no_extraperitoneal_disease_means_no_liver_metastases(self) -> None:
        known = {"extraperitoneal_disease": False}
        assert exact_status(LIVER_METASTASES, known, FORBIDDEN) == FAILS

    def test_no_lesion_in_the_liver_means_no_liver_metastases(self) -> None:
        assert exact_status(LIVER_METASTASES, {"liver_lesion_count": 0}, FORBIDDEN) == FAILS

    def test_a_main_lesion_is_a_lesion(self) -> None:
        known = {"liver_main_lesion_count": 3}
        assert exact_status(LIVER_LESION_COUNT >= 3, known, FORBIDDEN) == HOLDS
        assert not exact_status(LIVER_LESION_COUNT >= 4, known, FORBIDDEN).settled

    def test_bone_metastases_say_nothing_of_the_liver(self) -> None:
        known = completed({"bone_metastases": True})
        assert exact_status(LIVER_METASTASES, known, FORBIDDEN).missing == (LIVER_METASTASES,)
        assert exact_status(BONE_METASTASES & EXTRAPERITONEAL_DISEASE, known, FORBIDDEN) == HOLDS

    def test_stated_isolated_disease_excludes_the_rest(self) -> None:
        known = {"peritoneal_disease_isolated": True}
        rules = (*FORBIDDEN, *stated_definitions(known))
        assert exact_status(PERITONEAL_METASTASES, known, rules) == HOLDS
        assert exact_status(BONE_METASTASES | LIVER_METASTASES, known, rules) == FAILS


def compare_with_brute_force(patients: RandomPatients, unknown: float) -> tuple[int, int]:
    """Compare every condition of the chapter on one case; return how many, and how many settled."""
    facts = patients.results(patients.case_facts(unknown))
    known = completed(facts)
    rules = (*FORBIDDEN, *stated_definitions(known))
    compared = settled = 0
    for text, condition in conditions().items():
        if evaluate(condition, known) is not None:
            continue
        try:
            expected = patients.oracle.brute_status(text, known, limit=5_000)
        except TooManyError:
            continue
        status = exact_status(condition, known, rules)
        assert (status.settled, status.truth) == (expected.settled, expected.truth), (text, known)
        assert {fact.name for fact in status.missing} == expected.missing, (text, known)
        compared += 1
        settled += status.settled
    return compared, settled


@pytest.mark.parametrize("seed", range(6))
def test_the_chapter_against_brute_force(seed: int) -> None:
    patients = RandomPatients(2_000 + seed)
    found = [compare_with_brute_force(patients, u) for u in (0.1, 0.2, 0.3, 0.4, 0.5, 0.7) * 3]
    assert sum(compared for compared, _ in found) > 400
    assert sum(settled for _, settled in found) > 3


@given(situations())
@settings(max_examples=1_500)
def test_artificial_conditions_against_brute_force(situation: Situation) -> None:
    text = notation(situation.condition)
    try:
        expected = oracle(situation.rules).brute_status(text, situation.known, limit=20_000)
    except TooManyError:
        assume(False)
    status = exact_status(situation.condition, situation.known, situation.forbidden)
    assert (status.settled, status.truth) == (expected.settled, expected.truth)
    if expected.settled or expected.missing:
        assert {fact.name for fact in status.missing} == expected.missing
    else:
        assert status.missing


@given(situations(most_unknown=3))
@settings(max_examples=300)
def test_the_search_agrees_with_the_lanes(situation: Situation) -> None:
    lanes = exact_status(situation.condition, situation.known, situation.forbidden)
    search = exact_status(situation.condition, situation.known, situation.forbidden, max_lanes=0)
    assert search == lanes


@pytest.mark.parametrize("seed", range(2))
def test_the_search_agrees_with_the_lanes_on_the_chapter(seed: int) -> None:
    patients = RandomPatients(3_000 + seed)
    compared = 0
    for unknown in (0.1, 0.3, 0.5, 0.8):
        known = completed(patients.results(patients.case_facts(unknown)))
        rules = (*FORBIDDEN, *stated_definitions(known))
        for condition in conditions().values():
            if evaluate(condition, known) is None:
                lanes = exact_status(condition, known, rules)
                assert exact_status(condition, known, rules, max_lanes=0) == lanes
                compared += 1
    assert compared > 100


@given(situations())
@settings(max_examples=200)
def test_what_kleene_decides_is_settled_likewise(situation: Situation) -> None:
    truth = evaluate(situation.condition, situation.known)
    assume(truth is not None)
    status = exact_status(situation.condition, situation.known, situation.forbidden)
    assert status == ExactStatus(True, truth, ())


@given(situations())
@settings(max_examples=200)
def test_the_patient_is_one_of_the_completions(situation: Situation) -> None:
    assume(not is_epistemic(situation.condition))
    status = exact_status(situation.condition, situation.known, situation.forbidden)
    patient = situation.patient | {
        fact.name: evaluate(fact.definition, situation.patient) for fact in (ALONE, FEW)
    }
    if status.settled:
        assert evaluate(situation.condition, patient) is status.truth


@given(situations(epistemic=False))
@settings(max_examples=300)
def test_an_answer_settles_what_the_case_with_that_answer_settles(situation: Situation) -> None:
    unknown = [fact for fact in BASE if fact.name not in situation.known]
    assume(unknown)
    completions = Completions(situation.condition, situation.known, situation.forbidden)
    for fact in unknown:
        value = situation.patient[fact.name]
        known = situation.known | {fact.name: value}
        fresh = exact_status(situation.condition, known, situation.forbidden)
        assert completions.settled_by(fact, value) is fresh.truth, (fact, value)


def test_an_answer_far_from_every_bound_leaves_room_below_it() -> None:
    """A main count of five is below, at or above an unknown total."""
    assert Completions(N.exceeds(M), {}).settled_by(N, 5) is None
    assert Completions(N.exceeds(M), {}).settled_by(N, 0) is False


def test_an_answer_that_contradicts_what_is_known_settles_nothing() -> None:
    assert Completions(A, {"c": False}, [A & ~C]).settled_by(A, True) is None
    assert Completions(A & B, {"c": False}, [B & ~C]).settled_by(A, False) is False


def test_an_answer_that_settles() -> None:
    completions = Completions(A & (SIZE > 10), {"a": True})
    assert completions.settled_by(SIZE, Decimal("10.1")) is True
    assert completions.settled_by(SIZE, Decimal(10)) is False
    assert completions.settled_by(B, True) is None


@pytest.mark.parametrize("lanes", [1, 1000])
def test_an_answer_settles_the_same_without_lanes(lanes: int) -> None:
    completions = Completions(A & (SIZE > 10) & B, {"b": True}, (), lanes)
    assert completions.settled_by(A, False) is False
    assert completions.settled_by(A, True) is None
    assert Completions(A & B, {"b": True}, (), lanes).settled_by(A, True) is True


class TestManyUnknownFacts:
    """More completions than lanes: the search takes over."""

    FACTS = tuple(BoolFact(f"x{i}") for i in range(40))

    def test_a_long_conjunction_waits_for_all(self) -> None:
        assert exact_status(all_of(*self.FACTS), {}).missing == self.FACTS

    def test_a_long_disjunction_that_is_always_true(self) -> None:
        assert exact_status(any_of(*self.FACTS) | all_of(*(~f for f in self.FACTS)), {}) == HOLDS

    def test_facts_that_cannot_turn_it_are_left_out(self) -> None:
        first, second, *rest = self.FACTS
        condition = (first & any_of(*rest)) | (first & ~any_of(*rest)) | (first & second)
        assert exact_status(condition, {}).missing == (first,)

    def test_a_chain_of_implications(self) -> None:
        rules = [cause & ~effect for cause, effect in zip(self.FACTS, self.FACTS[1:], strict=False)]
        known = {self.FACTS[-1].name: False}
        assert exact_status(any_of(*self.FACTS[:30]), known, rules) == FAILS

    def test_mixed_facts_with_rules(self) -> None:
        condition = all_of(*self.FACTS[:18]) & (N.exceeds(M) | STAIN.is_("neg")) & (GRADE < 2)
        status = exact_status(condition, {}, [N.exceeds(M), STAIN.is_("neg") & ~A])
        assert set(status.missing) == {*self.FACTS[:18], STAIN, GRADE}

    def test_nothing_known_of_the_whole_chapter(self) -> None:
        for condition in conditions().values():
            status = exact_status(condition, {}, FORBIDDEN)
            assert status.settled or status.missing
            assert set(status.missing) <= set(VOCABULARY)


def all_of(first: Expression, *rest: Expression) -> Expression:
    for part in rest:
        first = first & part
    return first


def any_of(first: Expression, *rest: Expression) -> Expression:
    for part in rest:
        first = first | part
    return first


@pytest.mark.parametrize(
    ("known", "expected"),
    [({}, True), ({"b": True}, True), ({"c": False}, False)],
)
def test_consistent(known: dict[str, bool], expected: bool) -> None:
    about: list[Expression] = [~(A | B)]
    rules: list[Expression] = [A & ~C, B & ~C]
    assert consistent(about, known, rules) is expected


def test_nothing_is_consistent_with_facts_that_are_forbidden_already() -> None:
    assert consistent([~A], {"b": True, "c": False}, [B & ~C]) is False
    assert consistent([A], {"a": True}, []) is False


def test_a_known_number_decides_what_is_consistent() -> None:
    assert consistent([N.exceeds(M)], {"n": 1}, [M.exceeds(N), M.equals(1)]) is False
    assert consistent([N.exceeds(M)], {"n": 1}, [M.exceeds(N)]) is True
    assert consistent([~N.exceeds(M)], {"m": 40}, []) is True
