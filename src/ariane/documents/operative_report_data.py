"""A checked operative report as plain data, and the JSON Schema of its form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ariane.calculators.operative_report.check import Finding, ReportCheck
from ariane.calculators.operative_report.items import ITEMS
from ariane.calculators.operative_report.reading import NOT_SEEN
from ariane.calculators.operative_report.report import FORM_SCHEMA, to_facts, to_pci
from ariane.calculators.pci import REGIONS, SCORES
from ariane.case.schema import DATE, TEXT, closed, fact_schema
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SCHEMA = "ariane-operative-report/1"


def report_data(check: ReportCheck, language: Language) -> dict[str, Any]:
    """Return what is missing, what is against the text, and the facts for a case."""
    report = check.report
    index = report.index
    return {
        "schema": SCHEMA,
        "id": report.id,
        "date": report.operated_on.isoformat() if report.operated_on else None,
        "complete_for_referral": check.complete_for_referral,
        "fundamental_missing": [_finding(f, language) for f in check.fundamental_missing],
        "missing": [_finding(f, language) for f in check.missing],
        "against_the_text": [_finding(f, language) for f in check.against_the_text],
        "items": {finding.demand.item: finding.state.value for finding in check.findings},
        "pci_index": {
            "total": index.total,
            "min": index.lowest,
            "max": index.highest,
            "missing_regions": list(index.missing_regions),
        },
        "facts": {name: _plain(value) for name, value in to_facts(report).items()},
        "pci": {
            kind.value: {str(region): score for region, score in scores.items()}
            for kind, scores in to_pci(report).items()
        },
        "intended_use": say("intended-use", language),
    }


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the form. Contradictions are beyond it."""
    region = {"enum": [*SCORES, NOT_SEEN, None]}
    properties = {
        "schema": {"const": FORM_SCHEMA},
        "id": {"type": "string", "pattern": r"\S"},
        "date": DATE,
        "report": closed({name: fact_schema(fact) for name, fact in ITEMS.items()}),
        "pci": closed({str(number): region for number in REGIONS}),
        "notes": TEXT,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": FORM_SCHEMA,
        "title": "Ariane operative report",
        **closed(properties),
        "type": "object",
        "required": ["schema", "id"],
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    demand = finding.demand
    cited = [statements_by_id()[name] for name in demand.statements]
    return {
        "item": demand.item,
        "state": finding.state.value,
        "ask": list(finding.ask),
        "statements": list(demand.statements),
        "printed": cited[0].printed,
        "sections": list(dict.fromkeys(statement.section for statement in cited)),
        "ambiguities": list(dict.fromkeys(name for s in cited for name in s.ambiguities)),
        "title": say(f"operative_report:demand.{demand.item}", language),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
