"""A case file as plain data that can be kept, changed and written as JSON again."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from ariane.case.case import SCHEMA, Case
from ariane.case.checking import checked
from ariane.case.pci_kind import PciKind
from ariane.case.reading import case_from_bytes
from ariane.case.tree import Node, read_tree_and_problems

Document = dict[str, Any]
"""`ariane-case/1` as JSON has it."""
REPORTS = "origin_reports"


def blank_document(case_id: str) -> Document:
    """Return a case of which nothing is known."""
    return {"schema": SCHEMA, "id": case_id, "facts": {}}


def document_from_bytes(content: bytes, source: str) -> tuple[Document, Case]:
    """Read a case file, YAML or JSON, and check it. Raises `CaseError` with all problems."""
    tree, problems = read_tree_and_problems(content, source)
    case = checked(tree, source, problems)
    document: Document = _plain(tree)
    return document, case


def written(document: Document) -> str:
    """Return a document as JSON text."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def case_of(document: Document) -> Case:
    """Check a document. Raises `CaseError` with all problems."""
    return case_from_bytes(written(document).encode(), str(document.get("id", "")))


def with_facts(document: Document, changes: dict[str, Any]) -> Document:
    """Return the document with other values of facts; `None` makes a fact unknown again."""
    facts = {**(document.get("facts") or {}), **changes}
    return {**document, "facts": {name: v for name, v in facts.items() if v is not None}}


def with_entry(document: Document, section: str, key: str, value: Any) -> Document:
    """Return the document with another entry in `exams` or `pci`; `None` takes it out."""
    entries = {**(document.get(section) or {}), key: value}
    kept = {name: entry for name, entry in entries.items() if entry is not None}
    changed = {**document, section: kept}
    return changed if kept else {k: v for k, v in changed.items() if k != section}


def with_region(document: Document, kind: PciKind, region: int, score: int | None) -> Document:
    """Return the document with another size in one region of a PCI; `None`: not seen."""
    held = (document.get("pci") or {}).get(kind) or {}
    scores = {str(key): value for key, value in held.items()}
    scores.pop(str(region), None)
    if score is not None:
        scores[str(region)] = score
    return with_entry(document, "pci", kind.value, scores or None)


def with_reports(document: Document, reports: list[dict[str, Any]]) -> Document:
    """Return the document with further reports on the origin; nothing else changes."""
    return {**document, REPORTS: [*(document.get(REPORTS) or []), *reports]}


def without_report(document: Document, number: int) -> Document:
    """Return the document without one report on the origin. Raises `IndexError` for none."""
    held = list(document.get(REPORTS) or [])
    if not 0 <= number < len(held):
        raise IndexError(number)
    del held[number]
    kept = {key: value for key, value in document.items() if key != REPORTS}
    return {**kept, REPORTS: held} if held else kept


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {str(key): _plain(inner) for key, inner in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(inner) for inner in node.value]
    if isinstance(node.value, Decimal):
        whole = node.value == node.value.to_integral_value()
        return int(node.value) if whole else float(node.value)
    return node.value
