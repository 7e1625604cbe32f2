"""The examinations of a case file, by the contract's list."""

from __future__ import annotations

from ariane.facts.exams import SAME_AS, Exam, ExamStatus

CONTRACT = """
clinical_exam standard_biology markers_cea_ca19_9 marker_ca125 markers_nse_cga ct_tap ct_neck
ct_triphasic mri_liver mri_abdominopelvic mri_pelvic mri_brain mammography breast_ultrasound
breast_mri pet_fdg pet_dotatoc pet_fdopa upper_endoscopy gastric_eus colonoscopy
biopsy_percutaneous biopsy_surgical dna_panel rna_panel rna_whole exome_genome ctdna
"""


def test_keys() -> None:
    assert [str(exam) for exam in Exam] == CONTRACT.split()


def test_statuses() -> None:
    expected = "requested scheduled done refused impossible not_done"
    assert [str(status) for status in ExamStatus] == expected.split()


def test_facts_that_say_the_same() -> None:
    found = {str(exam): same.fact.name for exam, same in SAME_AS.items()}
    assert (
        found
        | {
            "clinical_exam": "clinical_exam_done",
            "standard_biology": "standard_biology_done",
            "mri_liver": "mri_liver_done",
            "mri_brain": "brain_mri_done",
            "pet_fdg": "fdg_pet_done",
            "pet_dotatoc": "dotatoc_result",
            "biopsy_percutaneous": "percutaneous_biopsy_result",
            "dna_panel": "dna_panel_done",
            "rna_whole": "rnaseq_done",
        }
        == found
    )
