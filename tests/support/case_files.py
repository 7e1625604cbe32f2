"""Case files in memory: from a few facts to the bytes that a user would write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
import yaml

from ariane.case.case import Case
from ariane.case.problems import CaseError, Problem
from ariane.case.reading import case_from_bytes

SCHEMA = "ariane-case/1"
HEAD = f"schema: {SCHEMA}\nid: x\n"
FORMS = ("json", "yaml")


def document(facts: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return a case file as plain data: `facts`, and other top-level keys as they are given."""
    found: dict[str, Any] = {"schema": SCHEMA, "id": "x"}
    if facts is not None:
        found["facts"] = plain(facts)
    return {**found, **more}


def plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return values of facts as a case file writes them: sets as lists, decimals as numbers."""
    return {name: _plain(value) for name, value in facts.items()}


def written(content: Any, form: str) -> bytes:
    """Return plain data as the bytes of a JSON or a YAML file."""
    if form == "json":
        return json.dumps(content).encode()
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True).encode()


def case(facts: Mapping[str, Any] | None = None, **more: Any) -> Case:
    """Read a case with these facts, and these other keys, through the reader of JSON files."""
    return case_from_bytes(written(document(facts, **more), "json"), "test")


def read(content: str | bytes) -> Case:
    """Read a case file that must be accepted."""
    return case_from_bytes(content if isinstance(content, bytes) else content.encode(), "test")


def refused(content: str | bytes) -> tuple[Problem, ...]:
    """Return the problems of a case file that must be refused."""
    with pytest.raises(CaseError) as caught:
        read(content)
    assert caught.value.problems
    return caught.value.problems


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return float(value) if isinstance(value, Decimal) else value
