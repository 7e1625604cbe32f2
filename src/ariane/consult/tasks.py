"""What can be done for a patient, one name an action: several statements may ask for the same one.

A task that is an examination bears the key that the examination has in a case file.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ariane.facts.board import CAPI_INDICATION_VALIDATED, CUP_BOARD_VALIDATED
from ariane.facts.exams import Exam
from ariane.facts.laboratory import (
    CA19_9_ELEVATED,
    CA125_ELEVATED,
    CEA_ELEVATED,
    CGA_ELEVATED,
    NSE_ELEVATED,
)
from ariane.facts.molecular import (
    ACTIONABLE_ALTERATION,
    FGFR_FUSION,
    MOLECULAR_PROFILE_STATUS,
    MOLECULAR_SIGNATURE_COLORECTAL,
    PROBABLE_TISSUE_OF_ORIGIN,
    RNASEQ_DONE,
    TISSUE_OF_ORIGIN_IDENTIFIED,
)
from ariane.facts.source import Source
from ariane.facts.stains import IHC_B72_3, IHC_BEREP4, IHC_CALRETININ, IHC_CK5_6
from ariane.facts.treatment import BIOLOGY_COMPATIBLE_WITH_TREATMENT
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.fact import Fact


class Task(StrEnum):
    """Something that someone does once."""

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
    CTDNA = "ctdna"
    RNA = "rna"
    NATIONAL_PROFILE = "national_profile"
    WORK_UP = "work_up"
    OLD_REPORTS = "old_reports"
    PRIMARY_ON_IMAGING = "primary_on_imaging"
    SAMPLE = "sample"
    NON_TUMOUR_LIVER = "non_tumour_liver"
    STAINS = "stains"
    MESOTHELIOMA_STAINS = "mesothelioma_stains"
    ENTITY = "entity"
    OPERATIVE_REPORT = "operative_report"
    LOCAL_BOARD = "local_board"
    SPECIALISED_BOARD = "specialised_board"
    CUP_BOARD = "cup_board"
    PRESENTER = "presenter"
    RENAPE_BOARD = "renape_board"
    FITNESS = "fitness"
    SUPPORTIVE_CARE = "supportive_care"
    SYSTEMIC_TREATMENT = "systemic_treatment"
    TARGETED_TREATMENT = "targeted_treatment"
    ORIENTED_TREATMENT = "oriented_treatment"
    LOCAL_LIVER_TREATMENT = "local_liver_treatment"
    CYTOREDUCTION = "cytoreduction"
    PALLIATIVE_SURGERY = "palliative_surgery"
    SURVEILLANCE = "surveillance"


class Kind(StrEnum):
    """What sort of thing a task is."""

    EXAM = "exam"
    TISSUE = "tissue"
    BOARD = "board"
    RECORD = "record"
    TREATMENT = "treatment"


class Role(StrEnum):
    """Who does it."""

    CLINICIAN = "referring-clinician"
    RADIOLOGIST = "radiologist"
    NUCLEAR_PHYSICIAN = "nuclear-physician"
    ENDOSCOPIST = "endoscopist"
    LABORATORY = "laboratory"
    SURGEON = "surgeon"
    PATHOLOGIST = "pathologist"
    MOLECULAR_BIOLOGIST = "molecular-biologist"
    BOARD = "board"


class Work(NamedTuple):
    """What a task is made of.

    `exams` are the examinations that record it; `yields` the facts, or the sources of facts, that
    its result gives beside those that its statements count as fulfilment.
    """

    kind: Kind
    who: tuple[Role, ...]
    exams: tuple[Exam, ...] = ()
    yields: tuple[Fact | Source, ...] = ()


def _image(exam: Exam, *yields: Fact | Source, role: Role = Role.RADIOLOGIST) -> Work:
    return Work(Kind.EXAM, (Role.CLINICIAN, role), (exam,), yields)


def _blood(exam: Exam, *yields: Fact) -> Work:
    return Work(Kind.EXAM, (Role.CLINICIAN, Role.LABORATORY), (exam,), yields)


def _treatment(*who: Role) -> Work:
    return Work(Kind.TREATMENT, who)


TISSUE = (Source.PATHOLOGY, Source.IMMUNOHISTOCHEMISTRY, Source.BIOBANK)
FROM_RNA = (
    FGFR_FUSION,
    RNASEQ_DONE,
    MOLECULAR_SIGNATURE_COLORECTAL,
    PROBABLE_TISSUE_OF_ORIGIN,
    TISSUE_OF_ORIGIN_IDENTIFIED,
)
"""Fusions are looked for in RNA, and the classifiers of origin read its expression (24.3.8.2)."""
FROM_DNA = tuple(
    fact for fact in VOCABULARY if fact.source == Source.MOLECULAR_BIOLOGY and fact not in FROM_RNA
)
ENDOSCOPIST, NUCLEAR = Role.ENDOSCOPIST, Role.NUCLEAR_PHYSICIAN
MOLECULAR = (Role.PATHOLOGIST, Role.MOLECULAR_BIOLOGIST)

WORK: dict[Task, Work] = {
    Task.CLINICAL_EXAM: Work(
        Kind.EXAM, (Role.CLINICIAN,), (Exam.CLINICAL_EXAM,), (Source.CLINICAL,)
    ),
    Task.STANDARD_BIOLOGY: _blood(Exam.STANDARD_BIOLOGY, BIOLOGY_COMPATIBLE_WITH_TREATMENT),
    Task.MARKERS_CEA_CA19_9: _blood(Exam.MARKERS_CEA_CA19_9, CEA_ELEVATED, CA19_9_ELEVATED),
    Task.MARKER_CA125: _blood(Exam.MARKER_CA125, CA125_ELEVATED),
    Task.MARKERS_NSE_CGA: _blood(Exam.MARKERS_NSE_CGA, NSE_ELEVATED, CGA_ELEVATED),
    Task.CT_TAP: _image(Exam.CT_TAP, Source.RADIOLOGY),
    Task.CT_NECK: _image(Exam.CT_NECK),
    Task.CT_TRIPHASIC: _image(Exam.CT_TRIPHASIC),
    Task.MRI_LIVER: _image(Exam.MRI_LIVER, Source.LIVER_MRI),
    Task.MRI_ABDOMINOPELVIC: _image(Exam.MRI_ABDOMINOPELVIC),
    Task.MRI_PELVIC: _image(Exam.MRI_PELVIC, Source.PELVIC_MRI),
    Task.MRI_BRAIN: _image(Exam.MRI_BRAIN),
    Task.MAMMOGRAPHY: _image(Exam.MAMMOGRAPHY, Source.BREAST_RADIOLOGY),
    Task.BREAST_ULTRASOUND: _image(Exam.BREAST_ULTRASOUND, Source.BREAST_RADIOLOGY),
    Task.BREAST_MRI: _image(Exam.BREAST_MRI),
    Task.PET_FDG: _image(Exam.PET_FDG, role=NUCLEAR),
    Task.PET_DOTATOC: _image(Exam.PET_DOTATOC, role=NUCLEAR),
    Task.PET_FDOPA: _image(Exam.PET_FDOPA, role=NUCLEAR),
    Task.UPPER_ENDOSCOPY: _image(Exam.UPPER_ENDOSCOPY, role=ENDOSCOPIST),
    Task.GASTRIC_EUS: _image(Exam.GASTRIC_EUS, role=ENDOSCOPIST),
    Task.COLONOSCOPY: _image(Exam.COLONOSCOPY, role=ENDOSCOPIST),
    Task.BIOPSY_PERCUTANEOUS: Work(
        Kind.TISSUE, (Role.CLINICIAN, Role.RADIOLOGIST), (Exam.BIOPSY_PERCUTANEOUS,), TISSUE
    ),
    Task.BIOPSY_SURGICAL: Work(
        Kind.TISSUE, (Role.SURGEON,), (Exam.BIOPSY_SURGICAL,), (*TISSUE, Source.OPERATIVE_REPORT)
    ),
    Task.DNA_PANEL: Work(Kind.TISSUE, MOLECULAR, (Exam.DNA_PANEL,), FROM_DNA),
    Task.CTDNA: Work(
        Kind.TISSUE, (Role.CLINICIAN, Role.MOLECULAR_BIOLOGIST), (Exam.CTDNA,), FROM_DNA
    ),
    Task.RNA: Work(Kind.TISSUE, MOLECULAR, (Exam.RNA_PANEL, Exam.RNA_WHOLE), FROM_RNA),
    Task.NATIONAL_PROFILE: Work(
        Kind.TISSUE,
        (Role.BOARD, Role.MOLECULAR_BIOLOGIST),
        (Exam.EXOME_GENOME, Exam.RNA_WHOLE),
        (
            MOLECULAR_PROFILE_STATUS,
            ACTIONABLE_ALTERATION,
            PROBABLE_TISSUE_OF_ORIGIN,
            TISSUE_OF_ORIGIN_IDENTIFIED,
        ),
    ),
    Task.WORK_UP: Work(Kind.RECORD, (Role.CLINICIAN,)),
    Task.OLD_REPORTS: Work(Kind.RECORD, (Role.CLINICIAN,)),
    Task.PRIMARY_ON_IMAGING: Work(Kind.EXAM, (Role.RADIOLOGIST,)),
    Task.SAMPLE: Work(Kind.TISSUE, (Role.CLINICIAN, Role.RADIOLOGIST, Role.SURGEON), yields=TISSUE),
    Task.NON_TUMOUR_LIVER: Work(Kind.TISSUE, (Role.RADIOLOGIST, Role.PATHOLOGIST)),
    Task.STAINS: Work(
        Kind.TISSUE,
        (Role.PATHOLOGIST,),
        yields=(Source.PATHOLOGY, Source.IMMUNOHISTOCHEMISTRY),
    ),
    Task.MESOTHELIOMA_STAINS: Work(
        Kind.TISSUE,
        (Role.PATHOLOGIST,),
        yields=(IHC_CALRETININ, IHC_CK5_6, IHC_BEREP4, IHC_B72_3),
    ),
    Task.ENTITY: Work(Kind.RECORD, (Role.PATHOLOGIST, Role.BOARD)),
    Task.OPERATIVE_REPORT: Work(Kind.RECORD, (Role.SURGEON,)),
    Task.LOCAL_BOARD: Work(Kind.BOARD, (Role.CLINICIAN, Role.BOARD)),
    Task.SPECIALISED_BOARD: Work(Kind.BOARD, (Role.CLINICIAN, Role.BOARD)),
    Task.CUP_BOARD: Work(
        Kind.BOARD,
        (Role.CLINICIAN, Role.BOARD),
        yields=(CUP_BOARD_VALIDATED, CAPI_INDICATION_VALIDATED),
    ),
    Task.PRESENTER: Work(Kind.BOARD, (Role.CLINICIAN,)),
    Task.RENAPE_BOARD: Work(
        Kind.BOARD, (Role.CLINICIAN, Role.BOARD), yields=(Source.RENAPE_BOARD,)
    ),
    Task.FITNESS: Work(Kind.RECORD, (Role.CLINICIAN,)),
    Task.SUPPORTIVE_CARE: _treatment(Role.CLINICIAN),
    Task.SYSTEMIC_TREATMENT: _treatment(Role.CLINICIAN, Role.BOARD),
    Task.TARGETED_TREATMENT: _treatment(Role.CLINICIAN, Role.BOARD),
    Task.ORIENTED_TREATMENT: _treatment(Role.CLINICIAN, Role.BOARD),
    Task.LOCAL_LIVER_TREATMENT: _treatment(Role.BOARD, Role.SURGEON, Role.RADIOLOGIST),
    Task.CYTOREDUCTION: _treatment(Role.BOARD, Role.SURGEON),
    Task.PALLIATIVE_SURGERY: _treatment(Role.BOARD, Role.SURGEON),
    Task.SURVEILLANCE: _treatment(Role.CLINICIAN, Role.RADIOLOGIST),
}
