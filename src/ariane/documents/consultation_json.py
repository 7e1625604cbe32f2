"""`ariane-consultation/1`: what outside programs rely on. The same input gives the same bytes."""

from __future__ import annotations

import json
from typing import Any

from ariane.consult.consultation import Assessed, Conflict, Consultation, Pathway
from ariane.consult.planning import plan
from ariane.consult.safeguards import Safety
from ariane.consult.stains import read_stains
from ariane.documents.origin_attached import attached_data
from ariane.documents.plan_data import plan_data
from ariane.documents.stain_data import stain_reading_data
from ariane.guideline.tncd24.chapter import EDITION, GUIDELINE_ID
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.guideline.tncd24.safeguards import Safeguard
from ariane.version import __version__
from ariane.wording.catalogue import ambiguity, say, table, text, title
from ariane.wording.language import Language

SCHEMA = "ariane-consultation/1"


def consultation_json(consultation: Consultation, language: Language) -> str:
    """Return the consultation as JSON; only titles and texts depend on the language."""
    data = consultation_data(consultation, language)
    body = ",\n".join(f"{json.dumps(key)}: {_written(value)}" for key, value in data.items())
    return f"{{\n{body}\n}}\n"


def _written(value: Any) -> str:
    """Write a value on one line, a list with one line an element: quick to write and to compare."""
    if isinstance(value, list) and value:
        lines = ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in value)
        return f"[\n  {lines}\n]"
    return json.dumps(value, ensure_ascii=False)


def consultation_data(consultation: Consultation, language: Language) -> dict[str, Any]:
    """Return the consultation as plain data."""
    case = consultation.case
    return {
        "schema": SCHEMA,
        "case_id": case.id,
        "as_of": case.as_of.isoformat() if case.as_of else None,
        "guideline": {
            "id": GUIDELINE_ID,
            "edition": EDITION,
            "ariane_version": __version__,
            "knowledge_sha256": knowledge_sha256(),
        },
        "statements": [_statement(entry, consultation.safety, language) for entry in consultation],
        "pathways": [pathway_data(pathway) for pathway in consultation.pathways],
        "questions": [
            {"fact": asked.fact.name, "settles": list(asked.settles), "score": asked.score}
            for asked in consultation.questions
        ],
        "conflicts": [_conflict(conflict) for conflict in consultation.conflicts],
        "intended_use": intended_use(),
        "plan": plan_data(plan(consultation), language),
        "stains": stain_reading_data(read_stains(case)),
        "origin_reports": attached_data(consultation),
    }


def intended_use() -> str:
    """Return the intended use in both languages: it is no matter of taste which one is read."""
    return " / ".join(str(table(lang, "interface")["intended-use"]) for lang in Language)


def pathway_data(pathway: Pathway) -> dict[str, Any]:
    """Return one algorithm with the way of this patient as plain data."""
    return {
        "id": pathway.algorithm.id,
        "entered": pathway.entered.value,
        "visited": list(pathway.visited),
        "reached": list(pathway.reached),
        "waiting_for": list(pathway.waiting_for),
        "edges": [
            {
                "from": step.edge.source,
                "to": step.edge.target,
                "truth": step.truth.value,
                "inferred": step.edge.inferred,
            }
            for step in pathway.steps
        ],
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    name = conflict.ambiguity.id
    reading = " / ".join(ambiguity(name, language)["reading"] for language in Language)
    return {"ids": list(conflict.statements), "ambiguity": name, "reading": reading}


def _safety(guards: tuple[Safeguard, ...]) -> list[dict[str, str]]:
    return [
        {"id": guard.id, "text": " / ".join(say(f"safety:{guard.id}", lang) for lang in Language)}
        for guard in guards
    ]


def _statement(entry: Assessed, safety: Safety, language: Language) -> dict[str, Any]:
    statement = entry.statement
    return {
        "id": statement.id,
        "kind": statement.kind,
        "section": statement.section,
        "lines": [list(span) for span in statement.lines],
        "action_type": statement.action.value,
        "truth": entry.truth.value,
        "settled": entry.settled,
        "settled_truth": entry.settled_truth.value,
        "epistemic": statement.epistemic,
        "missing": list(entry.missing),
        "fulfilled": entry.fulfilled.value,
        "strength": statement.strength.value,
        "grade": statement.grade.value if statement.grade else None,
        "title": title(statement.id, language),
        "text": text(statement.id, language),
        "citations": list(statement.citations),
        "ambiguities": list(statement.ambiguities),
        "safety": _safety(safety.get(entry.id, ())),
    }
