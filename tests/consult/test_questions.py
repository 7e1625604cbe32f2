"""Decisive questions against brute force: assess the case again with every possible answer."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.case.case import Case
from ariane.case.problems import CaseError
from ariane.consult.assessment import assess
from ariane.consult.engine import engine
from ariane.consult.importance import importance
from ariane.facts.source import NEVER_ASKED
from ariane.logic.fact import Fact
from support.case_files import case
from support.random_cases import RandomPatients

LIVER = {"liver_metastases": True, "capi_status": "suspected", "primary_identified": False}
SMALL = (
    {},
    {"sex": "female"},
    LIVER,
    {**LIVER, "histology_type": "adenocarcinoma", "ihc_ck7": "neg"},
    {"peritoneal_metastases": True, "sex": "female", "laparoscopy_performed": True},
    {"extraperitoneal_disease": False, "capi_status": "confirmed"},
)


def answered(known: dict[str, Any], fact: Fact, value: Any) -> Case | None:
    try:
        return case({**known, fact.name: value})
    except CaseError:
        return None


def brute_gains(known: dict[str, Any], fact: Fact) -> dict[Any, set[tuple[str, bool]]]:
    """Return, for each answer, the statements of weight that it settles, and to what."""
    weights = {
        e.id: importance(e.statement, e.fulfilled) for e in assess(case(known)) if not e.settled
    }
    found: dict[Any, set[tuple[str, bool]]] = {}
    for value in engine().answers[fact]:
        changed = answered(known, fact, value)
        found[value] = set()
        if changed is None:
            continue
        for entry in assess(changed):
            if weights.get(entry.id) and entry.settled:
                found[value].add((entry.id, entry.settled_truth.value == "holds"))
    return found


@pytest.mark.parametrize("known", SMALL, ids=lambda k: " ".join(k) or "nothing known")
def test_every_answer_settles_what_assessing_again_settles(known: dict[str, Any]) -> None:
    questions = assess(case(known)).questions
    assert questions
    for question in questions[:8]:
        expected = brute_gains(known, question.fact)
        got = {v: set(a.settles) for a in question.answers for v in a.values}
        assert got == expected, question.fact.name


@pytest.mark.parametrize("known", SMALL[:3], ids=lambda k: " ".join(k) or "nothing known")
def test_scores_and_order_follow_from_the_gains(known: dict[str, Any]) -> None:
    consultation = assess(case(known))
    weight = {e.id: importance(e.statement, e.fulfilled) for e in consultation}
    total = sum(weight[e.id] for e in consultation if not e.settled)
    for question in consultation.questions:
        gained = sum(weight[i] for a in question.answers for i, _ in a.settles for _ in a.values)
        answers = sum(len(a.values) for a in question.answers)
        assert question.score == pytest.approx(gained / (answers * total), abs=1e-4)
    scores = [question.score for question in consultation.questions]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_questions_are_about_unknown_facts_that_somebody_can_answer() -> None:
    patients = RandomPatients(7)
    for _ in range(40):
        known = case(patients.told(patients.patient(), unknown=0.6))
        for question in assess(known).questions:
            assert question.fact.name not in known.known
            assert question.fact.source not in NEVER_ASKED
            assert question.settles


def test_an_exam_refused_impossible_or_not_done_yet_is_not_asked_for() -> None:
    known = {**LIVER, "net_suspected_on_imaging": True, "suspected_origins": ["midgut_net"]}
    asked = {q.fact.name for q in assess(case(known)).questions}
    assert "dotatoc_result" in asked
    for status in ("refused", "impossible", "requested", "not_done"):
        exams = {"pet_dotatoc": {"status": status}}
        again = {q.fact.name for q in assess(case(known, exams=exams)).questions}
        assert "dotatoc_result" not in again, status
    done = case(known, exams={"pet_dotatoc": {"status": "done"}})
    assert "dotatoc_result" in {q.fact.name for q in assess(done).questions}


def test_details_of_an_exploration_wait_until_it_is_known_to_have_taken_place() -> None:
    before = {"peritoneal_metastases": True, "capi_status": "suspected"}
    asked = {q.fact.name for q in assess(case(before)).questions}
    assert "peritoneal_exploration_performed" in asked
    assert "ascites_present" not in asked
    after = {**before, "peritoneal_exploration_performed": True}
    assert "ascites_present" in {q.fact.name for q in assess(case(after)).questions}


def test_what_is_done_already_is_not_worth_a_question() -> None:
    exams = {"mammography": {"status": "done"}}
    facts = {"sex": "female"}
    settled_by = {q.fact.name: q.settles for q in assess(case(facts, exams=exams)).questions}
    assert "S24.3.5-R7" not in settled_by.get("capi_status", ())
