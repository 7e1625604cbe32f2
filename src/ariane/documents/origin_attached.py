"""Reports on the origin that a case carries, beside the statements that wait for an origin."""

from __future__ import annotations

from typing import Any, NamedTuple

from ariane.case.origin_reports import AttachedReport
from ariane.consult.consultation import Consultation
from ariane.documents.origin_words import origin_name, percent_words
from ariane.facts.molecular import PROBABLE_TISSUE_OF_ORIGIN, TISSUE_OF_ORIGIN_IDENTIFIED
from ariane.logic.structure import base_facts
from ariane.wording.catalogue import say, title
from ariane.wording.language import Language

ORIGIN_FACTS = {TISSUE_OF_ORIGIN_IDENTIFIED.name, PROBABLE_TISSUE_OF_ORIGIN.name}
SHOWN = 3


class DependentRow(NamedTuple):
    """A statement that waits for an origin: id, title, truth."""

    id: str
    title: str
    truth: str


def dependent_statements(consultation: Consultation) -> tuple[str, ...]:
    """Return the statements whose condition or fulfilment reads whether an origin is identified."""
    found = []
    for entry in consultation:
        read = base_facts(entry.statement.when)
        done = entry.statement.fulfilled_when
        read += base_facts(done) if done is not None else ()
        if ORIGIN_FACTS & {fact.name for fact in read}:
            found.append(entry.id)
    return tuple(found)


def dependent_rows(consultation: Consultation, language: Language) -> tuple[DependentRow, ...]:
    """Return the statements that wait for an origin, in words."""
    return tuple(
        DependentRow(name, title(name, language), consultation[name].settled_truth.value)
        for name in dependent_statements(consultation)
    )


def attached_data(consultation: Consultation) -> list[dict[str, Any]]:
    """Return the reports with the statements that they stand beside, as plain data."""
    reports = consultation.case.origin_reports
    beside = list(dependent_statements(consultation)) if reports else []
    return [{**report.data, "beside": beside} for report in reports]


def attached_lines(consultation: Consultation, language: Language) -> list[str]:
    """Return heading, one line a report, and what it stands beside; nothing without a report."""
    reports = consultation.case.origin_reports
    if not reports:
        return []
    beside = ", ".join(dependent_statements(consultation)) or say(
        "origin_ihc:none-beside", language
    )
    return [
        say("origin_ihc:attached", language),
        *(_line(report, language) for report in reports),
        say("origin_ihc:beside", language, names=beside),
    ]


def _line(report: AttachedReport, language: Language) -> str:
    ranked = sorted(report.posterior, key=lambda code: -report.posterior[code])[:SHOWN]
    shares = say("origin:between", language).join(
        f"{origin_name(code, language)} {percent_words(report.posterior[code], language)}"
        for code in ranked
    )
    key = "attached-abstains" if report.abstained else "attached-answers"
    kind = say(f"origin:source.{report.source}", language)
    return say(f"origin_ihc:{key}", language, kind=kind, shares=shares)
