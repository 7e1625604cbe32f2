"""Which task each statement asks for, and what in a case shows that it has been followed.

Where a statement names its examinations, they are its tasks; all others are listed here by id.
"""

from __future__ import annotations

from ariane.consult.fulfilment import DONE
from ariane.consult.tasks import WORK, Task
from ariane.facts.board import CUP_BOARD_PRESENTED, RENAPE_BOARD_VALIDATED
from ariane.facts.exams import Exam
from ariane.facts.laboratory import STANDARD_BIOLOGY_DONE
from ariane.facts.molecular import DNA_PANEL_DONE, MOLECULAR_PROFILE_STATUS
from ariane.facts.pathology import CLINICOPATHOLOGICAL_ENTITY, HISTOLOGY_AVAILABLE, HISTOLOGY_TYPE
from ariane.facts.person import CLINICAL_EXAM_DONE, HISTORY_TAKEN
from ariane.facts.stains import (
    IHC_B72_3,
    IHC_BEREP4,
    IHC_CALRETININ,
    IHC_CDX2,
    IHC_CK5_6,
    IHC_CK7,
    IHC_CK20,
    IHC_GATA3,
    IHC_PAX8,
    IHC_SATB2,
    IHC_TTF1,
    IHC_WT1_NTERM,
)
from ariane.facts.surgery import PERITONEAL_EXPLORATION_PERFORMED
from ariane.facts.tissue import LYMPHOMA_EXCLUDED, MELANOMA_EXCLUDED, SARCOMA_EXCLUDED
from ariane.guideline.statement import Statement
from ariane.logic.expression import Expression

_IDS: dict[Task, str] = {
    Task.WORK_UP: "S24.3-C1",
    Task.OLD_REPORTS: "S24.3-C2",
    Task.PRIMARY_ON_IMAGING: "S24.3.2.1-C1",
    Task.SAMPLE: "S24.3.6-D1 S24.3.6-D2 S24.3.6.1-D1",
    Task.BIOPSY_PERCUTANEOUS: "S24.8.2-D2 S24.8.2-D3",
    Task.BIOPSY_SURGICAL: "S24.8.2-D5",
    Task.NON_TUMOUR_LIVER: "S24.3.7.4-C1",
    Task.STAINS: "S24.3.7.2-W1 S24.3.7.2-D1 S24.3.7.2-D3 S24.3.7.5-R1 S24.3.7.5-R2 S24.3.7.5-O1",
    Task.MESOTHELIOMA_STAINS: "S24.3.7.3-D1 S24.3.7.3-D2",
    Task.DNA_PANEL: "S24.3.8-D1 S24.3.8.1-D1 S24.3.8.1-D2 S24.3.8.1-D3 S24.3.8.1-D4"
    " S24.3.8.1-D5 S24.3.8.4-R1 S24.4.2.3-D3 S24.8.3-D7",
    Task.RNA: "S24.3.8.2-D1 S24.3.8.4-O3",
    Task.NATIONAL_PROFILE: "S24.3.8.4-O1",
    Task.ENTITY: "S24.4.2.1-M1 S24.8.1-D3 S24.8.1-D4 S24.8.1-D6 S24.8.1-D7",
    Task.OPERATIVE_REPORT: "S24.3.6.2-P1 S24.3.6.2-C1 S24.3.6.2-C2 S24.3.6.2-P2 S24.3.6.2-P3"
    " S24.3.6.2-P4 S24.3.6.2-P5 S24.3.6.2-C3 S24.3.6.2-P6 S24.3.6.2-C4 S24.3.6.2-C5"
    " S24.3.6.2-C6 S24.3.6.2-C7 S24.3.6.3-C1",
    Task.LOCAL_BOARD: "S24.2.1-A1",
    Task.SPECIALISED_BOARD: "S24.4.4-A1",
    Task.CUP_BOARD: "S24.2.1-A2 S24.3.8.3-A2 S24.4.3-A1 S24.9.1-A1 S24.9.1-A5 S24.9.1-C1"
    " S24.9.1-A7",
    Task.PRESENTER: "S24.9.1-C2",
    Task.RENAPE_BOARD: "S24.2.1-A7 S24.3.6.2-A1 S24.8.2-D8",
    Task.FITNESS: "S24.4.1-D1",
    Task.SUPPORTIVE_CARE: "S24.5.1-O3 S24.8.3-D6",
    Task.SYSTEMIC_TREATMENT: "S24.4.1.1-D1 S24.4.1.2-D1 S24.4.1.2-D2 S24.4.1.2-D3 S24.4.2-D1"
    " S24.4.2.2-D1 S24.4.2.3-D1 S24.5.1-R1 S24.8.2-D7 S24.8.3-D3 S24.8.3-D4 S24.8.3-D5"
    " S24.8.3-D8 S24.8.3-D11",
    Task.TARGETED_TREATMENT: "S24.4.2.1-D2",
    Task.ORIENTED_TREATMENT: "S24.4.2.1-D3 S24.5.1-O1 S24.5.1-O2 S24.8.3-D9 S24.8.3-D10",
    Task.LOCAL_LIVER_TREATMENT: "S24.4.4.2-D1 S24.5.2-O2 S24.8.3-D2",
    Task.CYTOREDUCTION: "S24.4.2.3-D2 S24.4.4.1-D1 S24.4.4.1-D2 S24.4.4.1-D3 S24.4.4.1-P1"
    " S24.5.2-O1 S24.8.2-D6",
    Task.PALLIATIVE_SURGERY: "S24.4.4.1-D4",
    Task.SURVEILLANCE: "S24.6-D1 S24.6-D2 S24.6-O1 S24.6-O2",
}
BY_ID: dict[str, tuple[Task, ...]] = {
    name: (task,) for task, names in _IDS.items() for name in names.split()
}

MANNER = frozenset({"S24.3.6.3-W1"})
"""Cautions about how something is done (trocars on the midline): nothing to be done by itself."""

FOUR_PARTS = (
    HISTORY_TAKEN
    & CLINICAL_EXAM_DONE
    & STANDARD_BIOLOGY_DONE
    & DONE[Exam.CT_TAP]
    & HISTOLOGY_AVAILABLE
)
"""History and examination, biology, imaging, sample: what S24.3-C1 lists."""
PROFILE_READ = IHC_CK7.is_known() & IHC_CK20.is_known()
FAMILIES_EXCLUDED = LYMPHOMA_EXCLUDED & MELANOMA_EXCLUDED & SARCOMA_EXCLUDED
LINEAGE_READ = (
    IHC_GATA3.is_known()
    | IHC_PAX8.is_known()
    | IHC_WT1_NTERM.is_known()
    | IHC_TTF1.is_known()
    | IHC_CDX2.is_known()
    | IHC_SATB2.is_known()
)
MESOTHELIOMA_READ = (IHC_CALRETININ.is_known() | IHC_CK5_6.is_known()) & (
    IHC_BEREP4.is_known() | IHC_B72_3.is_known()
)

SHOWN_DONE: dict[str, Expression] = {
    "S24.3-C1": FOUR_PARTS,
    "S24.3.7.2-D1": FAMILIES_EXCLUDED,
    "S24.3.7.2-D3": LINEAGE_READ,
    "S24.3.7.3-D1": CLINICOPATHOLOGICAL_ENTITY.is_known(),
    "S24.3.7.3-D2": MESOTHELIOMA_READ,
    "S24.3.7.5-R1": HISTOLOGY_TYPE.is_known(),
    "S24.3.7.5-R2": FAMILIES_EXCLUDED & PROFILE_READ,
    "S24.3.7.5-O1": PROFILE_READ,
    "S24.3.8-D1": DNA_PANEL_DONE,
    "S24.4.2.1-M1": CLINICOPATHOLOGICAL_ENTITY.is_known(),
    "S24.4.3-A1": CUP_BOARD_PRESENTED,
    "S24.8.2-D2": HISTOLOGY_AVAILABLE,
    "S24.8.2-D3": HISTOLOGY_AVAILABLE,
    "S24.8.2-D5": PERITONEAL_EXPLORATION_PERFORMED,
    "S24.8.2-D8": RENAPE_BOARD_VALIDATED,
    "S24.8.3-D7": MOLECULAR_PROFILE_STATUS.is_("available"),
    "S24.9.1-A1": CUP_BOARD_PRESENTED,
}
"""For statements that have no fulfilment of their own: the results that show that they were done.

It takes nothing from `fulfilled` of the consultation: it only keeps a list of things to do from
asking for what the case already holds.
"""

MERGED: dict[Task, tuple[Task, ...]] = {
    Task.SAMPLE: (Task.BIOPSY_PERCUTANEOUS, Task.BIOPSY_SURGICAL),
    Task.NON_TUMOUR_LIVER: (Task.SAMPLE, Task.BIOPSY_PERCUTANEOUS, Task.BIOPSY_SURGICAL),
    Task.MESOTHELIOMA_STAINS: (Task.STAINS,),
    Task.SPECIALISED_BOARD: (Task.RENAPE_BOARD,),
    Task.PRESENTER: (Task.CUP_BOARD,),
    Task.WORK_UP: (Task.LOCAL_BOARD,),
}
"""Tasks that are part of another one where exactly one of those is on the list too."""

_BY_EXAM: dict[Exam, Task] = {
    exam: task for task, work in reversed(WORK.items()) for exam in work.exams
}


def tasks_of(statement: Statement) -> tuple[Task, ...]:
    """Return what a statement asks for; nothing where it asks for nothing that one can do."""
    if statement.id in BY_ID:
        return BY_ID[statement.id]
    return tuple(dict.fromkeys(_BY_EXAM[exam] for exam in statement.exams))
