"""One row of a table as a case, for the rows that columns alone cannot judge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from math import isnan
from typing import Any

from ariane.case.case import SCHEMA, Case
from ariane.case.checking import checked
from ariane.case.problems import Problem
from ariane.case.tree import Node
from ariane.cohort.columns import CASE_ID, NUMBER, RAW, READ
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import Fact, IntFact, NumberFact


def case_of(row: Mapping[str, Any], names: tuple[str, ...], source: str) -> Case:
    """Return the case that a row states. Raises `CaseError` with all problems of the row."""
    facts = {
        name: _node(_value(BY_NAME[name], row[RAW + name], row[READ + name]), f"facts.{name}")
        for name in names
    }
    number = row[CASE_ID]
    tree = {
        "schema": Node(SCHEMA, "schema"),
        "id": Node(None if number is None else str(number), "id"),
        "facts": Node(facts, "facts"),
    }
    return checked(Node(tree), source)


def _value(fact: Fact, raw: Any, read: Any) -> Any:
    """Return a cell as a case file would state it: numbers exact, what does not fit as it came."""
    if isinstance(raw, float) and isnan(raw):
        return None
    if isinstance(fact, NumberFact) and isinstance(raw, str) and re.match(NUMBER, raw):
        number = Decimal(raw)
        return int(number) if isinstance(fact, IntFact) and "." not in raw else number
    if isinstance(raw, Decimal):
        whole = isinstance(fact, IntFact) and raw == raw.to_integral_value()
        return int(raw) if whole else raw
    value = raw if read is None else read
    return Decimal(repr(value)) if isinstance(value, float) else value


def _node(value: Any, place: str) -> Node:
    if isinstance(value, list):
        return Node([_node(item, f"{place}[{i}]") for i, item in enumerate(value)], place)
    return Node(value.isoformat() if isinstance(value, date) else value, place)


def reason(problem: Problem) -> dict[str, Any]:
    """Return a problem as the rejects file has it."""
    data = problem._asdict() | {"kind": problem.kind.value, "nearest": list(problem.nearest)}
    del data["line"]
    return data
