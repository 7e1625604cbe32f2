"""Which unknown facts it makes sense to ask for now."""

from __future__ import annotations

from ariane.case.case import Case
from ariane.facts.disease_extent import (
    LIVER_METASTASES,
    LIVER_NODULES_MULTIPLE_DOUBTFUL,
    OVARIAN_METASTASES_SUSPECTED,
    PERITONEAL_METASTASES,
)
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.imaging import DOTATOC_RESULT, MRI_LIVER_DONE
from ariane.facts.molecular import DNA_PANEL_DONE, DNA_PANEL_GENE_COUNT, TMB_MUT_PER_MB
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.facts.person import SEX
from ariane.facts.source import NEVER_ASKED, Source
from ariane.facts.surgery import (
    LAPAROSCOPY_PERFORMED,
    LAPAROSCOPY_PLANNED,
    PERITONEAL_EXPLORATION_PERFORMED,
)
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_RESULT
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact

EXAM_BEHIND_SOURCE: dict[str, Exam] = {
    Source.LIVER_MRI: Exam.MRI_LIVER,
    Source.PELVIC_MRI: Exam.MRI_PELVIC,
    Source.BREAST_RADIOLOGY: Exam.MAMMOGRAPHY,
}
EXAM_BEHIND_FACT: dict[Fact, Exam] = {
    DOTATOC_RESULT: Exam.PET_DOTATOC,
    PERCUTANEOUS_BIOPSY_RESULT: Exam.BIOPSY_PERCUTANEOUS,
    DNA_PANEL_GENE_COUNT: Exam.DNA_PANEL,
    TMB_MUT_PER_MB: Exam.DNA_PANEL,
}
"""Facts that only an examination can tell: not asked for while it is not done or was given up."""

POINTLESS_UNLESS_SOURCE: dict[str, Expression] = {
    Source.LIVER_MRI: LIVER_METASTASES & MRI_LIVER_DONE,
    Source.PELVIC_MRI: OVARIAN_METASTASES_SUSPECTED & SEX.is_("female"),
    Source.BREAST_RADIOLOGY: SEX.is_("female"),
    Source.PATHOLOGY: HISTOLOGY_AVAILABLE,
    Source.IMMUNOHISTOCHEMISTRY: HISTOLOGY_AVAILABLE,
    Source.MOLECULAR_BIOLOGY: HISTOLOGY_AVAILABLE,
}
POINTLESS_UNLESS_FACT: dict[Fact, Expression] = {
    LIVER_NODULES_MULTIPLE_DOUBTFUL: LIVER_METASTASES,
    LAPAROSCOPY_PLANNED: PERITONEAL_METASTASES,
    DNA_PANEL_GENE_COUNT: DNA_PANEL_DONE,
}
"""A question is pointless where its presupposition is known to be false."""

EXPLORED = PERITONEAL_EXPLORATION_PERFORMED | LAPAROSCOPY_PERFORMED
"""Nobody is asked for details of an exploration before it is known to have taken place."""


def can_be_asked(fact: Fact, case: Case) -> bool:
    """Tell whether somebody could sensibly answer for an unknown fact now."""
    if fact.source in NEVER_ASKED:
        return False
    exam = EXAM_BEHIND_FACT.get(fact) or EXAM_BEHIND_SOURCE.get(fact.source)
    record = case.exams.get(exam) if exam else None
    if record is not None and record.status is not ExamStatus.DONE:
        return False
    if fact in (PERITONEAL_EXPLORATION_PERFORMED, LAPAROSCOPY_PERFORMED):
        return evaluate(PERITONEAL_METASTASES, case.known) is True
    if fact.source == Source.OPERATIVE_REPORT and evaluate(EXPLORED, case.known) is not True:
        return False
    needed = POINTLESS_UNLESS_FACT.get(fact, POINTLESS_UNLESS_SOURCE.get(fact.source))
    return needed is None or evaluate(needed, case.known) is not False
