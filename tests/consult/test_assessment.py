"""Every statement read for one case: truth, what settles it, what it waits for."""

from __future__ import annotations

import pytest

from ariane.consult.assessment import assess
from ariane.consult.consultation import Fulfilled
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.notation import notation
from ariane.logic.truth import Truth
from support.case_files import case, read
from support.chapter import conditions
from support.knowledge import vocabulary_lines
from support.oracle import TooManyError
from support.random_cases import RandomPatients

ORDER = {line.name: index for index, line in enumerate(vocabulary_lines())}
T, F, U = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN


def test_every_statement_is_read_in_the_order_of_the_chapter() -> None:
    assert [entry.id for entry in assess(case())] == [statement.id for statement in statements()]


def test_an_empty_case_decides_nothing_but_the_unconditional_and_the_epistemic() -> None:
    for entry in assess(case({})):
        if notation(entry.statement.when) == "true":
            assert (entry.truth, entry.settled) == (T, True)
        elif not entry.statement.epistemic:
            assert entry.truth is U


def test_a_statement_that_holds() -> None:
    entry = assess(case({"capi_status": "suspected"}))["S24.3.2.1-D1"]
    assert (entry.truth, entry.settled, entry.settled_truth, entry.missing) == (T, True, T, ())
    assert entry.is_open


def test_a_statement_that_fails() -> None:
    entry = assess(case({"capi_status": "excluded"}))["S24.3.2.1-D1"]
    assert (entry.truth, entry.settled, entry.settled_truth, entry.missing) == (F, True, F, ())
    assert not entry.is_open


def test_a_statement_that_waits() -> None:
    entry = assess(case({"sex": "female"}))["S24.3.2.2.5-D1"]
    assert (entry.truth, entry.settled, entry.settled_truth) == (U, False, U)
    assert entry.missing == ("capi_status",)


def test_constraints_act_on_settled_never_on_truth() -> None:
    """No extraperitoneal disease: there can be no liver metastases, though nobody said so."""
    entry = assess(case({"extraperitoneal_disease": False}))["S24.3.2.1-I1"]
    assert (entry.truth, entry.settled, entry.settled_truth, entry.missing) == (U, True, F, ())


def test_an_implied_fact_acts_on_truth() -> None:
    known = {"peritoneal_metastases": True, "lung_metastases": True}
    assert assess(case(known))["S24.3.6.2-D1"].truth is T


def test_a_derived_fact_is_replaced_by_its_unknown_parents() -> None:
    entry = assess(case({"capi_status": "suspected"}))["S24.2.1-A7"]
    assert entry.missing == ("peritoneal_metastases", "extraperitoneal_disease")


def test_a_stated_derived_fact_serves_while_its_parents_are_unknown() -> None:
    facts = {"capi_status": "suspected", "peritoneal_disease_isolated": True}
    entry = assess(case(facts))["S24.2.1-A7"]
    assert (entry.truth, entry.missing) == (T, ())


def test_a_stated_derived_fact_settles_its_parents() -> None:
    entry = assess(case({"peritoneal_disease_isolated": True}))["S24.3.2.1-I1"]
    assert (entry.truth, entry.settled_truth) == (U, F)


def test_a_recorded_not_done_is_missing() -> None:
    facts = {"suspected_origins": ["midgut_net"], "dotatoc_result": "not_done"}
    entry = assess(case(facts))["S24.3.3-D3"]
    assert (entry.truth, entry.missing) == (U, ("dotatoc_result",))


def test_missing_facts_come_in_the_order_of_the_vocabulary() -> None:
    for entry in assess(case({})):
        assert list(entry.missing) == sorted(entry.missing, key=ORDER.__getitem__), entry.id


def test_a_statement_that_is_not_written() -> None:
    with pytest.raises(KeyError):
        assess(case())["S24.99-R1"]


def test_numbers_past_all_reason_are_numbers() -> None:
    content = (
        '{"schema": "ariane-case/1", "id": "x", "facts": {"ovary_max_size_cm": 1e999999999,'
        ' "expert_agreement_pct": 1e-999999999, "liver_main_lesion_count": ' + "9" * 90 + "}}"
    )
    entry = assess(read(content))["S24.1-G5"]
    assert entry.truth is F


def test_only_what_is_asked_can_be_fulfilled() -> None:
    for entry in assess(case({"capi_status": "confirmed"})):
        if not entry.statement.asks_for_something:
            assert entry.fulfilled is Fulfilled.NOT_APPLICABLE


@pytest.mark.parametrize("seed", range(4))
def test_whole_cases_against_brute_force(seed: int) -> None:
    """From the bytes of a case file to truth, settled, settled truth and missing."""
    patients = RandomPatients(4_000 + seed)
    compared = 0
    for unknown in (0.2, 0.3, 0.5, 0.7):
        facts = patients.case_facts(unknown)
        known = patients.oracle.completed(patients.results(facts))
        seen = set()
        for entry in assess(case(facts)):
            text = notation(entry.statement.when)
            assert entry.truth is Truth.of(patients.oracle.truth(text, known))
            if entry.truth is not U:
                assert (entry.settled, entry.settled_truth, entry.missing) == (
                    True,
                    entry.truth,
                    (),
                )
                continue
            try:
                status = patients.oracle.brute_status(text, known, limit=5_000)
            except TooManyError:
                continue
            assert entry.settled is status.settled
            assert entry.settled_truth is Truth.of(status.truth)
            assert entry.missing == tuple(sorted(status.missing, key=ORDER.__getitem__))
            seen.add(text)
        compared += len(seen)
    assert compared > len(conditions())
