"""The solver against the evaluator and against trying every patient."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings

from ariane.facts.disease_extent import (
    EXTRAPERITONEAL_DISEASE,
    LIVER_LESION_COUNT,
    LIVER_MAIN_LESION_COUNT,
    LIVER_METASTASES,
    LUNG_METASTASES,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    SUSPECTED_ORIGINS,
)
from ariane.facts.imaging import OVARY_BILATERAL
from ariane.facts.molecular import KRAS_STATUS, TMB_MUT_PER_MB
from ariane.facts.person import ECOG_PS, SEX
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.patients import DisagreementError, Patients
from ariane.guideline.lint.solver import Solver
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Expression
from ariane.logic.fact import Fact
from ariane.logic.structure import named_facts
from support.expressions import BASE, BASIN, CONDITIONS, DERIVED, VALUES

FEW_VALUES: dict[Fact, tuple[Any, ...]] = {
    **dict.fromkeys(BASE[:3], (False, True)),
    **{fact: tuple(range(7)) for fact in BASE[3:5]},
    BASE[5]: (0, 1, 2, 3, 4),
    BASE[6]: (0, 1, 2, 9.5, 9.75, 10, 11),
    BASE[7]: ("pos", "neg", "reduced"),
    BASE[8]: tuple(
        frozenset(chosen)
        for size in range(5)
        for chosen in combinations(("gut", "stomach", "colon", "lung"), size)
    ),
    BASIN: ("here",),
}


def names(patient: dict[Fact, Any] | None) -> dict[str, Any] | None:
    return None if patient is None else {fact.name: value for fact, value in patient.items()}


def with_derived(patient: dict[Fact, Any]) -> dict[str, Any]:
    known = {fact.name: value for fact, value in patient.items()}
    for fact in DERIVED:
        value = evaluate(fact.definition, known)
        if value is not None:
            known[fact.name] = value
    return known


def every_patient(facts: list[Fact], size: int) -> Iterator[dict[Fact, Any]]:
    for chosen in combinations(facts, size):
        for values in product(*(FEW_VALUES[fact] for fact in chosen)):
            yield dict(zip(chosen, values, strict=True))


def test_every_fact_of_the_small_vocabulary_is_tried() -> None:
    assert set(VALUES) <= set(FEW_VALUES)


@settings(max_examples=60)
@given(CONDITIONS[True])
def test_an_example_is_confirmed_and_none_is_smaller(condition: Expression) -> None:
    facts = [f for f in FEW_VALUES if f in {*named_facts(condition), *BASE}]
    patient = Solver([condition]).smallest([condition])
    size = 2 if patient is None else len(patient)
    if patient is not None:
        assert evaluate(condition, with_derived(patient)) is True
    for smaller in range(min(size, 2)):
        for other in every_patient(facts, smaller):
            assert evaluate(condition, with_derived(other)) is not True


@settings(max_examples=60)
@given(CONDITIONS[False], CONDITIONS[False])
def test_to_hold_while_another_fails_is_found_where_it_is_possible(
    one: Expression, two: Expression
) -> None:
    patient = Solver([one, two]).smallest([one], [two])
    assert Solver([one, two]).exists([one], [two]) == (patient is not None)
    assert Solver([two, one]).smallest([one], [two]) == patient
    if patient is not None:
        known = with_derived(patient)
        assert (evaluate(one, known), evaluate(two, known)) == (True, False)


def smallest(*holds: Expression, fails: tuple[Expression, ...] = ()) -> dict[str, Any] | None:
    return names(Solver([*holds, *fails]).smallest(holds, fails))


def test_constraints_of_real_patients_are_kept() -> None:
    assert smallest(PERITONEAL_DISEASE_ISOLATED, LIVER_METASTASES) is None
    assert smallest(SEX.is_("male"), OVARY_BILATERAL) is None
    lesions = smallest(LIVER_MAIN_LESION_COUNT >= 2, LIVER_LESION_COUNT <= 2)
    assert lesions == {"liver_main_lesion_count": 2, "liver_lesion_count": 2}


def test_an_implied_fact_need_not_be_stated() -> None:
    assert smallest(EXTRAPERITONEAL_DISEASE, LUNG_METASTASES) == {"lung_metastases": True}


def test_derived_facts_are_given_by_what_defines_them() -> None:
    assert smallest(OLIGOMETASTATIC) == {"serosal_involvement": False, "metastasis_count": 1}


def test_a_test_of_knowledge_is_met_by_leaving_the_fact_out() -> None:
    unknown_or_mutated = ~KRAS_STATUS.is_known() | KRAS_STATUS.is_("mutated")
    assert smallest(unknown_or_mutated) == {}
    assert smallest(unknown_or_mutated, KRAS_STATUS.is_known()) == {"kras_status": "mutated"}
    assert smallest(KRAS_STATUS.is_("mutated"), fails=(unknown_or_mutated,)) is None


def test_narrower_members_and_exact_numbers_count() -> None:
    origin = SUSPECTED_ORIGINS.contains("digestive") & ~SUSPECTED_ORIGINS.contains("pancreatic")
    assert smallest(origin) == {"suspected_origins": frozenset({"digestive"})}
    at_ten = smallest(~(TMB_MUT_PER_MB > 10), ~(TMB_MUT_PER_MB < 10))
    assert at_ten == {"tmb_mut_per_mb": 10}


def test_no_patient_is_asked_for_nothing() -> None:
    assert smallest(ALWAYS) == {}
    assert smallest(~ALWAYS) is None


def test_a_solver_that_is_wrong_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    patients = Patients(Knowledge(()))
    monkeypatch.setattr(patients._solver, "smallest", lambda *_: {ECOG_PS: 1})
    with pytest.raises(DisagreementError):
        patients.smallest([ECOG_PS >= 3])
    monkeypatch.setattr(
        patients._solver, "smallest", lambda *_: {LUNG_METASTASES: True, EXTRAPERITONEAL_DISEASE: 0}
    )
    with pytest.raises(DisagreementError):
        patients.smallest([LUNG_METASTASES])
