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
from ariane.case.inference import is_result
from ariane.case.problems import Problem
from ariane.case.tree import Node
from ariane.case.values import fact_value
from ariane.cohort.columns import CASE_ID, NUMBER, RAW, READ
from ariane.facts.derivation import completed
from ariane.facts.terms import TERMS, Terms
from ariane.logic.fact import Fact, IntFact, NumberFact


def case_of(
    row: Mapping[str, Any], names: tuple[str, ...], source: str, terms: Terms = TERMS
) -> Case:
    """Return the case that a row states. Raises `CaseError` with all problems of the row."""
    facts = {name: _cell(terms.by_name[name], row) for name in names}
    number = row[CASE_ID]
    tree = {
        "schema": Node(SCHEMA, "schema"),
        "id": Node(None if number is None else str(number), "id"),
        "facts": Node(facts, "facts"),
    }
    return checked(Node(tree), source, terms=terms)


def known_of(row: Mapping[str, Any], names: tuple[str, ...], terms: Terms) -> Mapping[str, Any]:
    """Return what is known by an accepted row under `terms`; contradictions are not looked for."""
    read = {
        name: fact_value(terms.by_name[name], _cell(terms.by_name[name], row)) for name in names
    }
    results = {n: v for n, v in read.items() if v is not None and is_result(n, v, terms)}
    return completed(results, terms)


def _cell(fact: Fact, row: Mapping[str, Any]) -> Node:
    return _node(_value(fact, row[RAW + fact.name], row[READ + fact.name]), f"facts.{fact.name}")


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
