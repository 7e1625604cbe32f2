"""The JSON Schema of the case file, for editors and for programs that write cases."""

from __future__ import annotations

from typing import Any

from ariane.case.case import PCI_REGIONS, SCHEMA
from ariane.case.origin_reports import KEYS as REPORT_KEYS
from ariane.case.origin_reports import SOURCES
from ariane.case.pci_kind import PciKind
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.no_result import UNKNOWN
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
)

Schema = dict[str, Any]
DATE: Schema = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
TEXT: Schema = {"type": ["string", "null"]}


def case_schema() -> Schema:
    """Return the schema (JSON Schema 2020-12). Contradictions between facts are beyond it."""
    facts = {fact.name: fact_schema(fact) for fact in VOCABULARY}
    score: Schema = {"enum": [0, 1, 2, 3, None]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "Ariane case",
        **closed(
            {
                "schema": {"const": SCHEMA},
                "id": {"type": "string", "pattern": r"\S"},
                "as_of": DATE,
                "facts": closed(facts),
                "sources": closed(
                    {name: closed({"date": DATE, "document": TEXT}) for name in facts}
                ),
                "pci": closed(
                    {
                        kind.value: closed({str(region): score for region in range(PCI_REGIONS)})
                        for kind in PciKind
                    }
                ),
                "exams": closed({exam.value: _exam() for exam in Exam}),
                "notes": TEXT,
                "origin_reports": {"type": ["array", "null"], "items": _origin_report()},
            }
        ),
        "type": "object",
        "required": ["schema", "id"],
    }


def closed(properties: Schema) -> Schema:
    """Return the schema of a mapping that has these keys and no others."""
    return {"type": ["object", "null"], "additionalProperties": False, "properties": properties}


def _origin_report() -> Schema:
    share: Schema = {"type": "number", "minimum": 0, "maximum": 1}
    properties: Schema = {
        "source": {"enum": list(SOURCES)},
        "posterior": {"type": "object", "additionalProperties": share},
        "set90": {"type": "array", "items": {"type": "string"}},
        "abstained": {"type": "boolean"},
    }
    return {"type": "object", "properties": properties, "required": list(REPORT_KEYS)}


def _exam() -> Schema:
    status: Schema = {"enum": [status.value for status in ExamStatus]}
    exam = closed({"status": status, "date": DATE, "result": TEXT})
    return {**exam, "required": ["status"]}


def fact_schema(fact: Fact) -> Schema:
    """Return the schema of the value of a fact."""
    match fact:
        case BoolFact():
            return {"type": ["boolean", "null"]}
        case EnumFact():
            return {"enum": [*fact.allowed, UNKNOWN, None]}
        case IntFact() if fact.allowed:
            return {"enum": [*fact.allowed, None]}
        case NumberFact():
            kind = "integer" if isinstance(fact, IntFact) else "number"
            bounds = {} if fact.maximum is None else {"maximum": fact.maximum}
            return {"type": [kind, "null"], "minimum": 0, **bounds}
        case SetFact():
            item: Schema = {"enum": list(fact.allowed)} if fact.allowed else {"type": "string"}
            return {"type": ["array", "null"], "items": item}
        case ScoresFact():
            length = {"minItems": fact.length, "maxItems": fact.length}
            return {"type": ["array", "null"], "items": {"enum": list(fact.allowed)}, **length}
        case DateFact():
            return DATE
    return {"type": ["string", "null"], "pattern": r"\S"}
