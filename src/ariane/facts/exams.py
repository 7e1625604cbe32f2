"""Examinations that a case can record, and the facts that say the same as some of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from ariane.facts.imaging import BRAIN_MRI_DONE, DOTATOC_RESULT, FDG_PET_DONE, MRI_LIVER_DONE
from ariane.facts.laboratory import STANDARD_BIOLOGY_DONE
from ariane.facts.molecular import DNA_PANEL_DONE, RNASEQ_DONE
from ariane.facts.person import CLINICAL_EXAM_DONE
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_RESULT
from ariane.logic.fact import BoolFact, EnumFact, Fact


class Exam(StrEnum):
    """Keys of `exams` in a case file."""

    CLINICAL_EXAM = "clinical_exam"
    STANDARD_BIOLOGY = "standard_biology"
    MARKERS_CEA_CA19_9 = "markers_cea_ca19_9"
    MARKER_CA125 = "marker_ca125"
    MARKERS_NSE_CGA = "markers_nse_cga"
    CT_TAP = "ct_tap"
    CT_NECK = "ct_neck"
    CT_TRIPHASIC = "ct_triphasic"
    MRI_LIVER = "mri_liver"
    MRI_ABDOMINOPELVIC = "mri_abdominopelvic"
    MRI_PELVIC = "mri_pelvic"
    MRI_BRAIN = "mri_brain"
    MAMMOGRAPHY = "mammography"
    BREAST_ULTRASOUND = "breast_ultrasound"
    BREAST_MRI = "breast_mri"
    PET_FDG = "pet_fdg"
    PET_DOTATOC = "pet_dotatoc"
    PET_FDOPA = "pet_fdopa"
    UPPER_ENDOSCOPY = "upper_endoscopy"
    GASTRIC_EUS = "gastric_eus"
    COLONOSCOPY = "colonoscopy"
    BIOPSY_PERCUTANEOUS = "biopsy_percutaneous"
    BIOPSY_SURGICAL = "biopsy_surgical"
    DNA_PANEL = "dna_panel"
    RNA_PANEL = "rna_panel"
    RNA_WHOLE = "rna_whole"
    EXOME_GENOME = "exome_genome"
    CTDNA = "ctdna"


class ExamStatus(StrEnum):
    """How far an examination has come."""

    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    DONE = "done"
    REFUSED = "refused"
    IMPOSSIBLE = "impossible"
    NOT_DONE = "not_done"


class SameAs(NamedTuple):
    """A fact that says the same as an examination: its values where done, and where not done.

    `done` are the values that agree with a finished examination, implied where there is only one.
    """

    fact: Fact
    done: tuple[object, ...]
    not_done: object


def _flag(fact: BoolFact) -> SameAs:
    return SameAs(fact, (True,), False)


def _result(fact: EnumFact[Any]) -> SameAs:
    return SameAs(fact, fact.results(), "not_done")


SAME_AS: dict[Exam, SameAs] = {
    Exam.CLINICAL_EXAM: _flag(CLINICAL_EXAM_DONE),
    Exam.STANDARD_BIOLOGY: _flag(STANDARD_BIOLOGY_DONE),
    Exam.MRI_LIVER: _flag(MRI_LIVER_DONE),
    Exam.MRI_BRAIN: _flag(BRAIN_MRI_DONE),
    Exam.PET_FDG: _flag(FDG_PET_DONE),
    Exam.PET_DOTATOC: _result(DOTATOC_RESULT),
    Exam.BIOPSY_PERCUTANEOUS: _result(PERCUTANEOUS_BIOPSY_RESULT),
    Exam.DNA_PANEL: _flag(DNA_PANEL_DONE),
    Exam.RNA_PANEL: SameAs(RNASEQ_DONE, ("targeted_panel", "whole_transcriptome"), None),
    Exam.RNA_WHOLE: SameAs(RNASEQ_DONE, ("whole_transcriptome",), None),
}
"""The RNA examinations share one fact: that one of them is not done says nothing of it."""
