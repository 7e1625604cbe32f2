"""Whether what a statement asks for has been done: facts read literally, and examinations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ariane.consult.assessment import assess
from ariane.consult.consultation import Fulfilled
from ariane.facts.exams import ExamStatus
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.logic.evaluate import evaluate
from ariane.logic.truth import Truth
from support.case_files import case
from support.statement_cases import condition_cases, read_case

TABLE = condition_cases(Path(__file__).with_name("fulfilments.yaml"))

YES, NO, UNKNOWN, NA = Fulfilled.YES, Fulfilled.NO, Fulfilled.UNKNOWN, Fulfilled.NOT_APPLICABLE

NET = {"histology_type": "net_well_differentiated"}
CUP = {"capi_status": "suspected"}
WOMAN = {"sex": "female", "capi_status": "suspected"}


def fulfilled(statement: str, facts: dict[str, Any], **exams: str) -> Fulfilled:
    """Return whether a statement is fulfilled; `exams` gives the status of each examination."""
    records = {name: {"status": status} for name, status in exams.items()}
    return assess(case(facts, exams=records))[statement].fulfilled


class TestFacts:
    """`satisfied_when`: S24.3.3-D2 asks for a DOTATOC PET in well-differentiated tumours."""

    @pytest.mark.parametrize("result", ["negative", "positive"])
    def test_a_result_fulfils(self, result: str) -> None:
        assert fulfilled("S24.3.3-D2", NET | {"dotatoc_result": result}) is YES

    def test_not_done_is_read_literally(self) -> None:
        assert fulfilled("S24.3.3-D2", NET | {"dotatoc_result": "not_done"}) is NO

    def test_not_done_is_unknown_to_a_condition_of_the_same_case(self) -> None:
        entry = assess(case(NET | {"dotatoc_result": "not_done"}))["S24.3.3-D3"]
        assert "dotatoc_result" in entry.missing

    @pytest.mark.parametrize("facts", [{}, {"dotatoc_result": "unknown"}, {"dotatoc_result": None}])
    def test_unknown_stays_unknown(self, facts: dict[str, Any]) -> None:
        assert fulfilled("S24.3.3-D2", NET | facts) is UNKNOWN

    def test_a_number_below_the_bound(self) -> None:
        facts = {"peritoneal_exploration_performed": True, "suspicious_biopsy_count": 2}
        assert fulfilled("S24.3.6.2-P3", facts) is NO
        assert fulfilled("S24.3.6.2-P3", facts | {"suspicious_biopsy_count": 3}) is YES

    def test_half_a_conjunction_is_unknown(self) -> None:
        facts = {"prior_procedures": ["nevus_excision"], "prior_operative_reports_retrieved": True}
        assert fulfilled("S24.3-C2", facts) is UNKNOWN
        assert fulfilled("S24.3-C2", facts | {"prior_histology_reports_retrieved": False}) is NO

    def test_recording_something_at_all(self) -> None:
        facts: dict[str, Any] = {"ascites_present": True, "ascites_aspect": "clear"}
        assert fulfilled("S24.3.6.2-C2", facts) is NO
        assert fulfilled("S24.3.6.2-C2", facts | {"ascites_volume_ml": 0}) is YES


class TestExams:
    """Statements that ask for an examination and nothing else: mammography (S24.3.5-R7)."""

    def test_done(self) -> None:
        assert fulfilled("S24.3.5-R7", WOMAN, mammography="done") is YES

    @pytest.mark.parametrize("status", [s for s in ExamStatus if s is not ExamStatus.DONE])
    def test_every_other_status_is_not_yet(self, status: str) -> None:
        assert fulfilled("S24.3.5-R7", WOMAN, mammography=status) is NO

    def test_not_recorded(self) -> None:
        assert fulfilled("S24.3.5-R7", WOMAN) is UNKNOWN

    def test_another_examination_does_not_count(self) -> None:
        assert fulfilled("S24.3.5-R7", WOMAN, breast_ultrasound="done") is UNKNOWN


class TestFactsAndExams:
    """Both sources: liver MRI (S24.3.2.2.2-D1) as a fact and as an examination."""

    DOUBTFUL = {"liver_nodules_multiple_doubtful": True}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("facts", "exams", "expected"),
        [
            ({}, {}, UNKNOWN),
            ({"mri_liver_done": True}, {}, YES),
            ({"mri_liver_done": False}, {}, NO),
            ({}, {"mri_liver": "done"}, YES),
            ({}, {"mri_liver": "scheduled"}, NO),
            ({"mri_liver_done": True}, {"mri_liver": "done"}, YES),
        ],
    )
    def test_either_tells(
        self, facts: dict[str, Any], exams: dict[str, str], expected: Fulfilled
    ) -> None:
        assert fulfilled("S24.3.2.2.2-D1", self.DOUBTFUL | facts, **exams) is expected

    def test_an_examination_that_is_done_fulfils_before_its_result_is_known(self) -> None:
        assert fulfilled("S24.3.3-D2", NET, pet_dotatoc="done") is YES

    def test_an_examination_that_is_asked_for_is_not_its_result(self) -> None:
        assert fulfilled("S24.3.3-D2", NET, pet_dotatoc="requested") is NO

    def test_a_histology_from_elsewhere_fulfils_while_the_biopsy_is_only_scheduled(self) -> None:
        facts = CUP | {"percutaneous_biopsy_feasible": True, "histology_available": True}
        assert fulfilled("S24.3.6.3-R1", facts, biopsy_percutaneous="scheduled") is YES

    def test_a_failed_biopsy_does_not_fulfil(self) -> None:
        """S24.3.6.3-R1 is satisfied by a histology; the biopsy is done and gave none."""
        facts = CUP | {
            "percutaneous_biopsy_feasible": True,
            "percutaneous_biopsy_result": "failed",
            "histology_available": False,
        }
        assert fulfilled("S24.3.6.3-R1", facts) is NO
        assert fulfilled("S24.3.6.3-R1", facts, biopsy_percutaneous="done") is NO

    def test_an_examination_without_the_interview_does_not_fulfil(self) -> None:
        """S24.3.5-R1 is satisfied by the interview and the examination together."""
        facts = CUP | {"history_taken": False}
        assert fulfilled("S24.3.5-R1", facts | {"clinical_exam_done": True}) is NO
        assert fulfilled("S24.3.5-R1", facts, clinical_exam="done") is NO


class TestNotApplicable:
    def test_a_statement_that_fails(self) -> None:
        facts = {"sex": "male", "capi_status": "suspected"}
        assert fulfilled("S24.3.5-R7", facts, mammography="done") is NA

    def test_a_statement_that_asks_for_nothing(self) -> None:
        assert fulfilled("S24.2.2-K1", {"liver_metastases": True}) is NA

    def test_a_statement_whose_truth_is_unknown_may_be_fulfilled(self) -> None:
        assert fulfilled("S24.3.5-R7", {}, mammography="done") is YES
        assert fulfilled("S24.3.5-R7", {}) is UNKNOWN

    def test_settled_to_fail_is_not_yet_fails(self) -> None:
        """Only truth decides that nothing is asked for; constraints act on settled."""
        facts = {"extraperitoneal_disease": False, "percutaneous_biopsy_feasible": True}
        entry = assess(case(facts))["S24.3.6.1-D2"]
        assert (entry.truth, entry.settled_truth) == ("unknown", "fails")
        assert entry.fulfilled is UNKNOWN


def test_nothing_is_unknown_and_fulfilled_about_an_implied_fact() -> None:
    """A diagnostic biopsy does not state a histology: the constraint acts on settled only."""
    facts = CUP | {"percutaneous_biopsy_result": "diagnostic"}
    assert fulfilled("S24.3.6-D1", facts) is UNKNOWN


class TestOwnConditions:
    """Every statement that says itself when it is fulfilled, on facts as they are recorded."""

    def test_none_is_left_out(self) -> None:
        own = [s.id for s in statements_by_id().values() if s.fulfilled_when is not None]
        assert sorted(TABLE) == sorted(own)

    @pytest.mark.parametrize("statement", TABLE)
    def test_what_fulfils_and_what_does_not(self, statement: str) -> None:
        condition = statements_by_id()[statement].fulfilled_when
        assert condition is not None
        for one in TABLE[statement]:
            truth = Truth.of(evaluate(condition, read_case(one).recorded))
            assert truth.value == one["truth"], one["facts"]
