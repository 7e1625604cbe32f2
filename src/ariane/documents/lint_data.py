"""A review of the knowledge as plain data: `ariane-lint/1`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ariane.guideline.lint.finding import Finding
from ariane.guideline.lint.review import unexplained
from ariane.logic.fact import Fact


def lint_data(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return all findings, and how many of them nothing explains."""
    return {
        "schema": "ariane-lint/1",
        "findings": [_finding(finding) for finding in findings],
        "unexplained": len(unexplained(findings)),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "subject": list(finding.subject),
        "about": list(finding.about),
        "example": None if finding.example is None else _facts(finding.example),
        "explained_by": finding.explained_by,
        "reason": None if finding.reason is None else finding.reason.value,
    }


def _facts(example: Mapping[Fact, Any]) -> dict[str, Any]:
    """Return an example as the `facts` of a case file."""
    return {fact.name: _plain(value) for fact, value in example.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value
