"""What each kind of condition means, value by value and at its boundaries."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ariane.facts.disease_extent import (
    LIVER_LESION_COUNT,
    LIVER_MAIN_LESION_COUNT,
    LIVER_METASTASES,
    PERITONEAL_DISEASE_ISOLATED,
    SUSPECTED_ORIGINS,
)
from ariane.facts.imaging import OVARY_MAX_SIZE_CM
from ariane.facts.molecular import TMB_MUT_PER_MB
from ariane.facts.person import ECOG_PS, PRIOR_PROCEDURES, SEX
from ariane.facts.stains import IHC_CK7
from ariane.logic.evaluate import evaluate, fact_of, holds_for
from ariane.logic.expression import ALWAYS, And, Expression, Or
from ariane.logic.fact import NumberFact

T, F, U = True, False, None


def test_the_unconditional_condition_holds_when_nothing_is_known() -> None:
    assert evaluate(ALWAYS, {}) is T


@pytest.mark.parametrize(
    ("known", "expected"),
    [({"liver_metastases": True}, T), ({"liver_metastases": False}, F), ({}, U)],
)
def test_a_boolean_fact_is_a_condition(known: dict[str, Any], expected: bool | None) -> None:
    assert evaluate(LIVER_METASTASES, known) is expected


@pytest.mark.parametrize(
    ("condition", "below", "at", "above"),
    [
        (ECOG_PS < 2, T, F, F),
        (ECOG_PS <= 2, T, T, F),
        (ECOG_PS > 2, F, F, T),
        (ECOG_PS >= 2, F, T, T),
        (ECOG_PS.equals(2), F, T, F),
    ],
    ids=["lt", "le", "gt", "ge", "eq"],
)
def test_integers_around_a_bound(condition: Expression, below: bool, at: bool, above: bool) -> None:
    found = [evaluate(condition, {"ecog_ps": value}) for value in (1, 2, 3)]
    assert found == [below, at, above]


@pytest.mark.parametrize(
    ("fact", "text", "expected"),
    [
        (TMB_MUT_PER_MB, "10", F),
        (TMB_MUT_PER_MB, "10.0000000000000000000000000001", T),
        (TMB_MUT_PER_MB, "9.9999999999999999999999999999", F),
        (OVARY_MAX_SIZE_CM, "10.1", T),
    ],
)
def test_decimals_are_compared_exactly(fact: NumberFact, text: str, expected: bool) -> None:
    assert evaluate(fact > 10, {fact.name: Decimal(text)}) is expected


def test_a_tenth_is_a_tenth() -> None:
    assert evaluate(TMB_MUT_PER_MB.equals(Decimal("0.1")), {"tmb_mut_per_mb": Decimal("0.1")}) is T


def test_an_integer_is_accepted_where_a_decimal_is_compared() -> None:
    assert evaluate(TMB_MUT_PER_MB > 10, {"tmb_mut_per_mb": 11}) is T


def test_zero_is_a_value_not_an_absence() -> None:
    assert evaluate(ECOG_PS <= 1, {"ecog_ps": 0}) is T


@pytest.mark.parametrize("condition", [ECOG_PS < 2, ~(ECOG_PS < 2), ECOG_PS.one_of(0, 1)])
def test_an_unknown_number_leaves_its_comparison_unknown(condition: Expression) -> None:
    assert evaluate(condition, {}) is U


@pytest.mark.parametrize(("main", "all_", "expected"), [(1, 2, F), (2, 2, F), (3, 2, T)])
def test_exceeds_is_strict(main: int, all_: int, expected: bool) -> None:
    condition = LIVER_MAIN_LESION_COUNT.exceeds(LIVER_LESION_COUNT)
    known = {"liver_main_lesion_count": main, "liver_lesion_count": all_}
    assert evaluate(condition, known) is expected


@pytest.mark.parametrize("name", ["liver_main_lesion_count", "liver_lesion_count"])
def test_exceeds_is_unknown_while_one_side_is(name: str) -> None:
    assert evaluate(LIVER_MAIN_LESION_COUNT.exceeds(LIVER_LESION_COUNT), {name: 2}) is U


@pytest.mark.parametrize(("sex", "expected"), [("female", T), ("male", F), (None, U)])
def test_an_enumerated_fact(sex: str | None, expected: bool | None) -> None:
    assert evaluate(SEX.is_("female"), {"sex": sex} if sex else {}) is expected


@pytest.mark.parametrize(("sex", "expected"), [("female", F), ("male", T), (None, U)])
def test_is_not_needs_a_value(sex: str | None, expected: bool | None) -> None:
    assert evaluate(SEX.is_not("female"), {"sex": sex} if sex else {}) is expected


@pytest.mark.parametrize(("value", "expected"), [("neg", T), ("reduced", T), ("pos", F)])
def test_one_of_several_values(value: str, expected: bool) -> None:
    assert evaluate(IHC_CK7.one_of("neg", "reduced"), {"ihc_ck7": value}) is expected


@pytest.mark.parametrize(("value", "expected"), [(1, T), (2, T), (3, F), (0, F)])
def test_one_of_several_numbers(value: int, expected: bool) -> None:
    known = {"liver_main_lesion_count": value}
    assert evaluate(LIVER_MAIN_LESION_COUNT.one_of(1, 2), known) is expected


@pytest.mark.parametrize(
    ("asked", "origin", "expected"),
    [
        ("digestive", "digestive", T),
        ("digestive", "midgut_net", T),
        ("neuroendocrine", "midgut_net", T),
        ("digestive_neuroendocrine", "midgut_net", T),
        ("upper_gi", "gastric", T),
        ("gynaecological", "ovarian", T),
        ("gastric", "upper_gi", F),
        ("gastric", "digestive", F),
        ("digestive", "neuroendocrine", F),
        ("digestive", "lung", F),
    ],
)
def test_a_narrower_origin_counts_as_the_wider(asked: str, origin: str, expected: bool) -> None:
    condition = SUSPECTED_ORIGINS.contains(asked)  # type: ignore[arg-type]
    assert evaluate(condition, {"suspected_origins": frozenset({origin})}) is expected


def test_an_empty_set_is_known_and_complete() -> None:
    assert evaluate(SUSPECTED_ORIGINS.contains("lung"), {"suspected_origins": frozenset()}) is F


def test_an_absent_set_is_unknown() -> None:
    assert evaluate(SUSPECTED_ORIGINS.contains("lung"), {}) is U


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"prior_procedures": frozenset({"nevus_excision"})}, T),
        ({"prior_procedures": frozenset()}, F),
        ({}, U),
    ],
)
def test_not_empty(known: dict[str, Any], expected: bool | None) -> None:
    assert evaluate(PRIOR_PROCEDURES.not_empty(), known) is expected


@pytest.mark.parametrize(("known", "expected"), [({"liver_metastases": False}, T), ({}, F)])
def test_a_knowledge_test_is_never_unknown(known: dict[str, Any], expected: bool) -> None:
    assert evaluate(LIVER_METASTASES.is_known(), known) is expected
    assert evaluate(~LIVER_METASTASES.is_known(), known) is not expected


def test_a_derived_fact_has_the_value_that_is_known_of_it() -> None:
    assert evaluate(PERITONEAL_DISEASE_ISOLATED, {"peritoneal_disease_isolated": True}) is T


def test_excluded_middle_is_unknown_to_kleene() -> None:
    assert evaluate(LIVER_METASTASES | ~LIVER_METASTASES, {}) is U


@pytest.mark.parametrize(("empty", "expected"), [(And(()), T), (Or(()), F)])
def test_empty_combinations(empty: Expression, expected: bool) -> None:
    assert evaluate(empty, {}) is expected


@pytest.mark.parametrize("condition", [ALWAYS, LIVER_METASTASES & LIVER_METASTASES])
def test_only_leaves_over_one_fact_have_a_fact(condition: Expression) -> None:
    with pytest.raises(TypeError, match="not a leaf"):
        fact_of(condition)
    with pytest.raises(TypeError, match="not a leaf"):
        holds_for(condition, True)
