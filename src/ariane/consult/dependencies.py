"""What comes before what, and what must not hold up treatment; each cites its statement."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ariane.consult.tasks import Task

SPECIFIC_TREATMENTS = (
    Task.SYSTEMIC_TREATMENT,
    Task.TARGETED_TREATMENT,
    Task.ORIENTED_TREATMENT,
    Task.LOCAL_LIVER_TREATMENT,
    Task.CYTOREDUCTION,
    Task.PALLIATIVE_SURGERY,
)
"""All but supportive care: nothing is waited for before relieving a patient."""
SYSTEMIC = (Task.SYSTEMIC_TREATMENT, Task.TARGETED_TREATMENT, Task.ORIENTED_TREATMENT)
LOCOREGIONAL = (Task.LOCAL_LIVER_TREATMENT, Task.CYTOREDUCTION)
ON_TISSUE = (
    Task.STAINS,
    Task.MESOTHELIOMA_STAINS,
    Task.DNA_PANEL,
    Task.RNA,
    Task.NATIONAL_PROFILE,
)


class Before(NamedTuple):
    """`statement` puts what it is about (`first`) before each of `then`."""

    first: tuple[Task, ...]
    then: tuple[Task, ...]
    statement: str


BEFORE: tuple[Before, ...] = (
    Before((Task.LOCAL_BOARD,), SPECIFIC_TREATMENTS, "S24.2.1-A1"),
    Before((Task.SAMPLE, Task.BIOPSY_PERCUTANEOUS, Task.BIOPSY_SURGICAL), ON_TISSUE, "S24.3.6-D1"),
    Before((Task.RENAPE_BOARD,), (Task.CYTOREDUCTION,), "S24.3.6.2-A1"),
    Before((Task.STAINS,), SYSTEMIC, "S24.3.7.2-W1"),
    Before((Task.CUP_BOARD,), (Task.NATIONAL_PROFILE,), "S24.3.8.3-A2"),
    Before((Task.FITNESS,), SYSTEMIC, "S24.4.1-D1"),
    Before((Task.DNA_PANEL,), (Task.TARGETED_TREATMENT,), "S24.4.2.1-W2"),
    Before((Task.SPECIALISED_BOARD,), LOCOREGIONAL, "S24.4.4-A1"),
    Before((Task.PET_FDG, Task.MRI_BRAIN), (Task.LOCAL_LIVER_TREATMENT,), "S24.4.4.2-W1"),
    Before((Task.CUP_BOARD,), (Task.ORIENTED_TREATMENT,), "S24.5.1-W1"),
)
"""In the order of the chapter. The graph has no cycle (tested). A rule rests where its statement is
fulfilled, and applies to what is on the list of the case."""


class Held(StrEnum):
    """What must not be held up."""

    TREATMENT = "treatment"
    HISTOLOGY = "histology"


class Limit(NamedTuple):
    """`statement` forbids that `tasks` hold something up; `reading` is Ariane's reading of it.

    The reading is the ambiguity of the text that brings these tasks under the statement.
    """

    held: Held
    tasks: tuple[Task, ...]
    statement: str
    reading: str | None = None


SECOND_LINE_IMAGING = (
    Task.CT_TRIPHASIC,
    Task.MRI_LIVER,
    Task.MRI_ABDOMINOPELVIC,
    Task.MRI_PELVIC,
    Task.MAMMOGRAPHY,
    Task.BREAST_ULTRASOUND,
    Task.BREAST_MRI,
)
"""The examinations of 24.3.2.2."""
SEARCH_FOR_THE_PRIMARY = (
    *SECOND_LINE_IMAGING,
    Task.CT_NECK,
    Task.PET_FDG,
    Task.PET_DOTATOC,
    Task.PET_FDOPA,
    Task.UPPER_ENDOSCOPY,
    Task.GASTRIC_EUS,
    Task.COLONOSCOPY,
)
MOLECULAR_PROFILE = (Task.DNA_PANEL, Task.CTDNA, Task.RNA, Task.NATIONAL_PROFILE)

LIMITS: tuple[Limit, ...] = (
    Limit(Held.TREATMENT, SEARCH_FOR_THE_PRIMARY, "S24.2.2-W1"),
    Limit(Held.TREATMENT, MOLECULAR_PROFILE, "S24.2.2-W1", "A12"),
    Limit(Held.TREATMENT, (Task.CUP_BOARD,), "S24.2.2-W1", "A85"),
    Limit(Held.HISTOLOGY, SECOND_LINE_IMAGING, "S24.3.2.2-W1"),
)
