"""Which unknown facts it makes sense to ask for now."""

from __future__ import annotations

from functools import cache

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
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.compiled import Evaluator
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact
from ariane.logic.warming import evaluator

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
WAITS_FOR_SOURCE: dict[str, Expression] = {Source.OPERATIVE_REPORT: EXPLORED}
WAITS_FOR_FACT: dict[Fact, Expression] = {
    PERITONEAL_EXPLORATION_PERFORMED: PERITONEAL_METASTASES,
    LAPAROSCOPY_PERFORMED: PERITONEAL_METASTASES,
}
"""Nobody is asked for details of an exploration before it is known to have taken place."""


def not_askable(case: Case) -> set[Fact]:
    """Return the facts for which nobody could sensibly answer now, unknown or not."""
    found = set(_never_asked())
    for exam, record in case.exams.items():
        if record.status is not ExamStatus.DONE:
            found.update(_told_by_exam().get(exam, ()))
    conditions, presuppositions = _presuppositions()
    for truth, (facts, waits) in zip(conditions(case.known), presuppositions, strict=True):
        if truth is False or (waits and truth is None):
            found |= facts
    return found


@cache
def _never_asked() -> frozenset[Fact]:
    return frozenset(fact for fact in VOCABULARY if fact.source in NEVER_ASKED)


@cache
def _told_by_exam() -> dict[Exam, set[Fact]]:
    found: dict[Exam, set[Fact]] = {}
    for fact in VOCABULARY:
        exam = EXAM_BEHIND_FACT.get(fact) or EXAM_BEHIND_SOURCE.get(fact.source)
        if exam is not None:
            found.setdefault(exam, set()).add(fact)
    return found


@cache
def _presuppositions() -> tuple[Evaluator, tuple[tuple[set[Fact], bool], ...]]:
    """Return all presuppositions compiled, each with its facts and whether these wait for it."""
    found: dict[tuple[Expression, bool], set[Fact]] = {}
    for fact in VOCABULARY:
        waits_for = WAITS_FOR_FACT.get(fact, WAITS_FOR_SOURCE.get(fact.source))
        needs = POINTLESS_UNLESS_FACT.get(fact, POINTLESS_UNLESS_SOURCE.get(fact.source))
        for condition, waits in ((waits_for, True), (needs, False)):
            if condition is not None:
                found.setdefault((condition, waits), set()).add(fact)
    conditions = [condition for condition, _ in found]
    return evaluator(conditions), tuple((facts, waits) for (_, waits), facts in found.items())
