"""The cases of every statement, as they stand beside its section in `tests/guideline/cases`.

`each` names one fact and several values of it: one case for every value, all with the same result.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ariane.case.case import Case
from ariane.case.reading import case_from_bytes
from ariane.guideline.tncd24.chapter import SECTIONS

FOLDER = Path(__file__).parents[1] / "guideline" / "cases"
StatementCase = dict[str, Any]


@cache
def statement_cases() -> dict[str, list[StatementCase]]:
    """Return the cases by the id of their statement: name, facts, truth, missing, settled."""
    found: dict[str, list[StatementCase]] = {}
    for section in SECTIONS:
        written = yaml.safe_load((FOLDER / f"{section}.yaml").read_text("utf-8"))
        for statement, entries in written.items():
            found[statement] = [case for entry in entries for case in _expanded(entry)]
    return found


def condition_cases(path: Path) -> dict[str, list[StatementCase]]:
    """Return the cases of a file of conditions by their names: facts, truth."""
    written = yaml.safe_load(path.read_text("utf-8"))
    return {
        name: [case for entry in entries for case in _expanded({"name": "", **entry})]
        for name, entries in written.items()
    }


def read_case(case: StatementCase) -> Case:
    """Read the facts of a case as a case file would be."""
    content = {"schema": "ariane-case/1", "id": "test", "facts": case["facts"] or {}}
    return case_from_bytes(json.dumps(content, default=str).encode(), "test")


def known_in(case: StatementCase) -> Mapping[str, Any]:
    """Return what is known in a case."""
    return read_case(case).known


def _expanded(entry: StatementCase) -> Iterator[StatementCase]:
    if "each" not in entry:
        yield entry
        return
    ((fact, values),) = entry["each"].items()
    rest = {key: value for key, value in entry.items() if key != "each"}
    for value in values:
        facts = {**(entry["facts"] or {}), fact: value}
        yield {**rest, "name": f"{entry['name']}: {value}", "facts": facts}
