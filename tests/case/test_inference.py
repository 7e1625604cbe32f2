"""What a case implies beyond what it states: examinations, scores, constraints, definitions."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.case.case import Case
from ariane.case.problems import ProblemKind
from support.case_files import FORMS, case, document, refused, written

OTHER = ("requested", "scheduled", "refused", "impossible", "not_done")
FLAGS = {
    "clinical_exam": "clinical_exam_done",
    "standard_biology": "standard_biology_done",
    "mri_liver": "mri_liver_done",
    "mri_brain": "brain_mri_done",
    "pet_fdg": "fdg_pet_done",
    "dna_panel": "dna_panel_done",
}
RESULTS = {
    "pet_dotatoc": ("dotatoc_result", ("negative", "positive")),
    "biopsy_percutaneous": ("percutaneous_biopsy_result", ("diagnostic", "failed")),
}


def with_exam(exam: str, status: str, facts: dict[str, Any] | None = None) -> Case:
    return case(facts or {}, exams={exam: {"status": status}})


def contradicts(exam: str, status: str, facts: dict[str, Any]) -> bool:
    content = document(facts, exams={exam: {"status": status}})
    problems = refused(written(content, "json"))
    return [p.kind for p in problems] == [ProblemKind.CONTRADICTION]


class TestExamsThatAreFacts:
    @pytest.mark.parametrize(("exam", "fact"), FLAGS.items())
    def test_done(self, exam: str, fact: str) -> None:
        assert with_exam(exam, "done").known == {fact: True}

    @pytest.mark.parametrize("status", OTHER)
    @pytest.mark.parametrize(("exam", "fact"), FLAGS.items())
    def test_not_done(self, exam: str, fact: str, status: str) -> None:
        assert with_exam(exam, status).known == {fact: False}

    @pytest.mark.parametrize(("exam", "fact"), FLAGS.items())
    def test_agreeing(self, exam: str, fact: str) -> None:
        assert with_exam(exam, "done", {fact: True}).known == {fact: True}
        assert with_exam(exam, "refused", {fact: False}).known == {fact: False}

    @pytest.mark.parametrize(("exam", "fact"), FLAGS.items())
    def test_contradicting(self, exam: str, fact: str) -> None:
        assert contradicts(exam, "done", {fact: False})
        assert contradicts(exam, "scheduled", {fact: True})

    @pytest.mark.parametrize(("exam", "fact"), RESULTS.items())
    def test_a_result_is_not_implied_by_done(self, exam: str, fact: tuple[str, Any]) -> None:
        found = with_exam(exam, "done")
        assert found.known == found.recorded == {}

    @pytest.mark.parametrize(("exam", "fact"), RESULTS.items())
    @pytest.mark.parametrize("status", OTHER)
    def test_not_done_is_recorded(self, exam: str, fact: tuple[str, Any], status: str) -> None:
        found = with_exam(exam, status)
        assert (found.known, found.recorded) == ({}, {fact[0]: "not_done"})

    @pytest.mark.parametrize(("exam", "fact"), RESULTS.items())
    def test_a_result_agrees_with_done_only(
        self, exam: str, fact: tuple[str, tuple[str, ...]]
    ) -> None:
        name, results = fact
        for result in results:
            assert with_exam(exam, "done", {name: result}).known == {name: result}
            assert contradicts(exam, "scheduled", {name: result})
        assert contradicts(exam, "done", {name: "not_done"})

    def test_a_whole_transcriptome(self) -> None:
        assert with_exam("rna_whole", "done").known == {"rnaseq_done": "whole_transcriptome"}
        assert contradicts("rna_whole", "done", {"rnaseq_done": "not_done"})

    @pytest.mark.parametrize("status", OTHER)
    def test_another_rna_panel_may_be_done_instead(self, status: str) -> None:
        facts = {"rnaseq_done": "targeted_panel"}
        assert with_exam("rna_whole", status, facts).known == facts

    def test_a_finished_rna_panel_is_not_no_rna_sequencing(self) -> None:
        assert contradicts("rna_panel", "done", {"rnaseq_done": "not_done"})

    @pytest.mark.parametrize("exam", ["ct_tap", "mammography", "rna_panel", "ctdna", "colonoscopy"])
    def test_other_examinations_imply_nothing(self, exam: str) -> None:
        for status in ("done", *OTHER):
            found = with_exam(exam, status)
            assert found.known == found.recorded == {}

    def test_what_an_examination_implies_can_contradict_a_third_fact(self) -> None:
        assert contradicts("dna_panel", "not_done", {"dna_panel_gene_count": 500})

    def test_an_unknown_fact_is_implied(self) -> None:
        assert with_exam("mri_liver", "done", {"mri_liver_done": None}).known["mri_liver_done"]

    def test_a_null_record_is_no_record(self) -> None:
        assert case({}, exams={"mri_liver": None}).exams == {}


def regions(*scores: int | None) -> dict[str, int | None]:
    return {str(region): score for region, score in enumerate(scores)}


WHOLE = regions(*([1] * 12), 3)
OPEN = regions(*([2] * 13))


class TestScores:
    @pytest.mark.parametrize("kind", ["radiological", "laparoscopic", "open"])
    def test_thirteen_regions_of_one_kind(self, kind: str) -> None:
        assert case({}, pci={kind: WHOLE}).known == {"pci_region_scores": (1,) * 12 + (3,)}

    def test_twelve_do_not(self) -> None:
        assert case({}, pci={"open": regions(*([0] * 12))}).known == {}

    def test_an_unknown_region_is_not_zero(self) -> None:
        found = case({}, pci={"open": regions(*([0] * 12), None)})
        assert found.known == {}
        assert found.pci == {"open": dict.fromkeys(range(12), 0)}

    def test_kinds_are_never_mixed(self) -> None:
        pci = {"open": regions(*([0] * 12)), "laparoscopic": {"12": 0}}
        assert case({}, pci=pci).known == {}

    def test_regions_come_in_order_however_they_are_written(self) -> None:
        backwards = dict(reversed(WHOLE.items()))
        assert case({}, pci={"open": backwards}).known == case({}, pci={"open": WHOLE}).known

    def test_two_complete_kinds_that_agree(self) -> None:
        pci = {"open": OPEN, "radiological": OPEN}
        assert case({}, pci=pci).known == {"pci_region_scores": (2,) * 13}

    def test_two_complete_kinds_that_disagree_imply_nothing(self) -> None:
        found = case({}, pci={"open": OPEN, "radiological": WHOLE})
        assert found.known == {}
        assert set(found.pci) == {"open", "radiological"}

    def test_a_stated_list_serves_between_two_kinds(self) -> None:
        pci = {"open": OPEN, "radiological": WHOLE}
        assert case({"pci_region_scores": [2] * 13}, pci=pci).known["pci_region_scores"]

    def test_a_stated_list_against_the_regions(self) -> None:
        content = document({"pci_region_scores": [0] * 13}, pci={"open": OPEN})
        problems = refused(written(content, "json"))
        assert [p.kind for p in problems] == [ProblemKind.CONTRADICTION]
        assert problems[0].expected

    def test_a_stated_list_beside_a_few_regions(self) -> None:
        found = case({"pci_region_scores": [0] * 13}, pci={"open": regions(1, 0, 0)})
        assert found.known == {"pci_region_scores": (0,) * 13}

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize(
        ("pci", "place"),
        [
            ({"open": {"13": 0}}, "pci.open.13"),
            ({"open": {"-1": 0}}, "pci.open.-1"),
            ({"open": {"00": 0}}, "pci.open.00"),
            ({"open": {"liver": 0}}, "pci.open.liver"),
            ({"open": {"0": 4}}, "pci.open.0"),
            ({"open": {"0": -1}}, "pci.open.0"),
            ({"open": {"0": "1"}}, "pci.open.0"),
            ({"open": {"0": True}}, "pci.open.0"),
            ({"open": {"0": 1.0}}, "pci.open.0"),
            ({"open": [0] * 13}, "pci.open"),
            ({"surgical": {}}, "pci.surgical"),
        ],
    )
    def test_refused(self, pci: dict[str, Any], place: str, form: str) -> None:
        assert [p.place for p in refused(written(document(pci=pci), form))] == [place]
