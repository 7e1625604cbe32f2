"""What would turn a statement: every change is assessed again, and really turns it."""

from __future__ import annotations

import pytest

from ariane.consult.assessment import assess
from ariane.consult.counterfactuals import Change, changes, completions
from ariane.logic.truth import Truth
from support.case_files import case
from support.random_cases import RandomPatients


def shown(change: Change) -> dict[str, object]:
    return {fact.name: value for fact, value in change.facts}


def test_a_statement_that_holds_names_each_fact_that_would_turn_it() -> None:
    patient = case({"sex": "female", "capi_status": "suspected"})
    found = changes(patient, assess(patient)["S24.3.5-R7"])
    assert [shown(change) for change in found] == [{"sex": "male"}, {"capi_status": "excluded"}]
    assert {change.target for change in found} == {Truth.FAILS}


def test_a_waiting_statement_names_the_smallest_sets_that_settle_it_either_way() -> None:
    patient = case({"liver_metastases": True})
    found = completions(patient, assess(patient)["S24.3.5-O4"])
    holds = [shown(change) for change in found if change.target is Truth.HOLDS]
    fails = [shown(change) for change in found if change.target is Truth.FAILS]
    assert holds == [
        {"extrahepatic_disease": False, "histology_compatible_cholangiocarcinoma": True}
    ]
    assert {tuple(change) for change in fails} == {
        ("extrahepatic_disease",),
        ("histology_compatible_cholangiocarcinoma",),
    }


def test_an_impossible_patient_is_never_proposed() -> None:
    patient = case({"peritoneal_metastases": True, "liver_metastases": True})
    for change in changes(patient, assess(patient)["S24.3.5-O4"]):
        assert shown(change).get("extrahepatic_disease") is not False


@pytest.mark.parametrize("seed", range(3))
def test_every_change_is_true_when_assessed_again(seed: int) -> None:
    patients = RandomPatients(seed)
    checked = 0
    for _ in range(6):
        told = patients.told(patients.patient(), unknown=0.4, derived=0.0)
        patient = case(told)
        for entry in assess(patient):
            for change in (*changes(patient, entry), *completions(patient, entry)):
                again = assess(case({**told, **shown(change)}))[entry.id]
                assert again.truth is change.target, (entry.id, shown(change))
                assert again.truth is not entry.truth
                checked += 1
    assert checked > 100
