"""Learning a fact moves results out of unknown, never from holds to fails or back."""

from __future__ import annotations

import pytest

from ariane.consult.assessment import assess
from ariane.consult.consultation import Assessed
from ariane.facts.derivation import completed
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.compiled import compiled
from ariane.logic.truth import Truth
from support.case_files import case
from support.random_cases import RandomPatients

PLAIN = [statement for statement in statements() if not statement.epistemic]


@pytest.mark.parametrize("seed", range(6))
def test_truth_never_turns_while_a_patient_is_told_fact_by_fact(seed: int) -> None:
    patients = RandomPatients(6_000 + seed)
    evaluator = compiled([statement.when for statement in PLAIN])
    for _ in range(4):
        patient = patients.patient()
        order = patients.random.sample(sorted(patient), len(patient))
        told = patients.told(patient, unknown=1.0, derived=0.5 if seed % 2 else 0.0)
        before = evaluator(completed(told))
        for name in order:
            told[name] = patient[name]
            after = evaluator(completed(told))
            turned = [
                statement.id
                for statement, old, new in zip(PLAIN, before, after, strict=True)
                if old is not None and old is not new
            ]
            assert not turned, (name, told)
            before = after
        assert None not in after


def plain(entries: object) -> dict[str, Assessed]:
    return {e.id: e for e in entries if not e.statement.epistemic}  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(8))
def test_one_more_fact_never_turns_a_consultation(seed: int) -> None:
    """From a random case with no-result values to the same case with one more fact of it."""
    patients = RandomPatients(7_000 + seed)
    moved = 0
    for step, unknown in enumerate((0.4, 0.6, 0.8, 0.95)):
        patient = patients.patient()
        facts = patients.with_no_results(patients.told(patient, unknown))
        before = plain(assess(case(facts)))
        missing = {name for entry in before.values() for name in entry.missing}
        unknown_ones = set(patient) - set(patients.results(facts))
        new = patients.random.choice(sorted(missing if step % 4 else unknown_ones))
        after = plain(assess(case(facts | {new: patient[new]})))
        for name, old in before.items():
            now = after[name]
            moved += old.settled_truth is not now.settled_truth
            if old.truth is not Truth.UNKNOWN:
                assert now.truth is old.truth, (name, new, facts)
            if old.settled:
                assert now.settled, (name, new, facts)
                assert now.settled_truth is old.settled_truth, (name, new, facts)
            assert new not in now.missing
            assert set(now.missing) <= set(old.missing), (name, new, facts)
    assert moved


def test_only_a_knowledge_test_may_turn() -> None:
    """A pelvic node map is asked for until it is known: that is what an epistemic test is for."""
    facts = {"node_metastases": True}
    assert assess(case(facts))["S24.3.2.1-I3"].truth is Truth.FAILS
    assert assess(case(facts | {"nodal_max_basin": "iliac"}))["S24.3.2.1-I3"].truth is Truth.HOLDS
