"""What a case holds, as rows of a document: what a board cannot do without, then all the rest."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.case.case import Case
from ariane.documents.dates import day_words
from ariane.documents.sheet import Row
from ariane.facts.exams import Exam
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME
from ariane.logic.fact import Fact
from ariane.wording.catalogue import label, say
from ariane.wording.language import Language
from ariane.wording.phrases import value_words

SITUATION = ("sex", "ecog_ps", "general_condition", "nutritional_status", "prior_cancer_history")
EXTENT = (
    "metastatic_at_diagnosis",
    "primary_identified",
    "liver_metastases",
    "peritoneal_metastases",
    "lung_metastases",
    "bone_metastases",
    "node_metastases",
    "suspected_origins",
)
PATHOLOGY = ("histology_available", "histology_type", "clinicopathological_entity")
MOLECULAR = ("dna_panel_done", "rnaseq_done", "msi_status", "probable_tissue_of_origin")
TREATMENT = ("treatment_phase", "on_systemic_treatment", "regimen")
MATERIAL = ("cryo_material", "ffpe_material", "tumour_material_sufficient")


def fact_value(case: Case, name: str, language: Language) -> str | None:
    """Return what a case says of a fact, with where it was taken from; `None` where it does not."""
    if name not in case.recorded:
        return None
    said = value_words(BY_NAME[name], case.recorded[name], language)
    source = case.sources.get(name)
    if source is None:
        return said
    day = day_words(source.date, language) if source.date else ""
    where = ", ".join(part for part in (source.document or "", day) if part)
    return f"{said} ({where})" if where else said


def fact_rows(case: Case, names: Sequence[str], language: Language) -> tuple[Row, ...]:
    """Return a row for each fact, blank where the case does not know."""
    return tuple(
        Row(label(BY_NAME[name], language), fact_value(case, name, language)) for name in names
    )


def known_rows(
    case: Case, domains: Sequence[str], shown: Sequence[str], language: Language
) -> tuple[Row, ...]:
    """Return a row for each fact of some domains that the case states and that is not yet shown."""
    names = [
        fact.name
        for domain in domains
        for fact in _facts(domain)
        if fact.name in case.stated and fact.name in case.recorded and fact.name not in shown
    ]
    return fact_rows(case, names, language)


def exam_rows(case: Case, language: Language) -> tuple[Row, ...]:
    """Return a row for each examination of the case: how far, when, its result as written."""
    return tuple(
        Row(say(f"exam.{exam}", language), exam_value(case, exam, language))
        for exam in Exam
        if exam in case.exams
    )


def exam_value(case: Case, exam: Exam, language: Language) -> str | None:
    """Return what a case says of an examination; `None` where it does not."""
    record = case.exams.get(exam)
    if record is None:
        return None
    status = say(f"status.{record.status}", language)
    day = day_words(record.date, language) if record.date else ""
    head = ", ".join(part for part in (status, day) if part)
    separator = "\N{NO-BREAK SPACE}: " if language is Language.FR else ": "
    return f"{head}{separator}{record.result}" if record.result else head


def _facts(domain: str) -> tuple[Fact, ...]:
    return tuple(BY_DOMAIN[domain])
