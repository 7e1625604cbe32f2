"""One recorded value against the fact that it is said to be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ariane.case.problems import Problem, ProblemKind
from ariane.case.suggestions import nearest
from ariane.case.tree import LongNumber, Node
from ariane.facts.no_result import UNKNOWN
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
    TextFact,
)


class RefusedError(Exception):
    """A value that its fact cannot have; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def refuse(
    kind: ProblemKind, node: Node, expected: str, near: tuple[str, ...] = ()
) -> RefusedError:
    """Return the refusal of the value of `node`."""
    return RefusedError(Problem(kind, node.place, node.line, shown(node.value), expected, near))


def fact_value(fact: Fact, node: Node) -> Any:
    """Return the value of a fact, or `None` for unknown. Raises `RefusedError`."""
    if node.value is None or (node.value == UNKNOWN and isinstance(fact, EnumFact)):
        return None
    match fact:
        case BoolFact():
            if not isinstance(node.value, bool):
                raise refuse(ProblemKind.WRONG_TYPE, node, "true | false")
            return node.value
        case NumberFact():
            return _number(fact, node)
        case EnumFact():
            return one_of(node, (*fact.allowed, UNKNOWN))
        case SetFact():
            return frozenset(_members(fact, node))
        case ScoresFact():
            return _scores(fact, node)
        case DateFact():
            return calendar_date(node).isoformat()
        case TextFact():
            return text(node)
    raise TypeError(f"no reader for {type(fact).__name__}")


def text(node: Node) -> str:
    """Return non-empty text. Raises `RefusedError`."""
    if not isinstance(node.value, str):
        raise refuse(ProblemKind.WRONG_TYPE, node, "text")
    if not node.value.strip():
        raise refuse(ProblemKind.EMPTY, node, "text")
    try:
        node.value.encode()
    except UnicodeEncodeError:
        raise refuse(ProblemKind.NOT_UTF8, node, "UTF-8") from None
    return node.value


def one_of(node: Node, allowed: tuple[str, ...]) -> str:
    """Return one of the allowed texts. Raises `RefusedError`."""
    expected = " | ".join(allowed)
    if not isinstance(node.value, str):
        raise refuse(ProblemKind.WRONG_TYPE, node, expected)
    if node.value not in allowed:
        raise refuse(ProblemKind.NOT_ALLOWED, node, expected, nearest(node.value, allowed))
    return node.value


def calendar_date(node: Node) -> date:
    """Return a date written YYYY-MM-DD. Raises `RefusedError`."""
    if not isinstance(node.value, str):
        raise refuse(ProblemKind.WRONG_TYPE, node, "YYYY-MM-DD")
    try:
        found = date.fromisoformat(node.value)
    except ValueError:
        raise refuse(ProblemKind.NO_SUCH_DATE, node, "YYYY-MM-DD") from None
    if found.isoformat() != node.value:
        raise refuse(ProblemKind.NO_SUCH_DATE, node, "YYYY-MM-DD")
    return found


def shown(value: Any) -> str:
    """Return a value as a person would write it in a case file, shortened."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[" + ", ".join(shown(item.value) for item in value[:5]) + "]"
    if isinstance(value, str):
        said = json.dumps(value.encode("utf-8", "backslashreplace").decode(), ensure_ascii=False)
    elif isinstance(value, LongNumber):
        said = value.text
    else:
        said = "null" if value is None else str(value)
    return said if len(said) <= 60 else said[:57] + "…" + said[-1]


def _number(fact: NumberFact, node: Node) -> int | Decimal:
    whole = isinstance(fact, IntFact)
    value = node.value
    allowed = fact.allowed if isinstance(fact, IntFact) else ()
    top = f"..{fact.maximum}" if fact.maximum is not None else ""
    expected = " | ".join(map(str, allowed)) or f"{'int' if whole else 'decimal'} ≥ 0{top}"
    if isinstance(value, Decimal) and not value.is_finite():
        raise refuse(ProblemKind.NOT_FINITE, node, expected)
    if isinstance(value, bool) or not isinstance(value, int if whole else int | Decimal):
        raise refuse(ProblemKind.WRONG_TYPE, node, expected)
    too_large = fact.maximum is not None and value > fact.maximum
    if value < 0 or too_large or (allowed and value not in allowed):
        raise refuse(ProblemKind.OUT_OF_RANGE, node, expected)
    return value if whole else Decimal(value)


def _members(fact: SetFact[Any], node: Node) -> Iterator[str]:
    if not isinstance(node.value, list):
        raise refuse(ProblemKind.WRONG_TYPE, node, "[" + ", ".join(fact.allowed or ("text",)) + "]")
    problems: list[Problem] = []
    for member in node.value:
        try:
            yield one_of(member, fact.allowed) if fact.allowed else text(member)
        except RefusedError as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise RefusedError(*problems)


def _scores(fact: ScoresFact, node: Node) -> tuple[int, ...]:
    expected = f"{fact.length} × ({' | '.join(map(str, fact.allowed))})"
    if not isinstance(node.value, list):
        raise refuse(ProblemKind.WRONG_TYPE, node, expected)
    if len(node.value) != fact.length:
        raise refuse(ProblemKind.OUT_OF_RANGE, node, expected)
    problems: list[Problem] = []
    scores: list[int] = []
    for member in node.value:
        try:
            scores.append(score(member, fact.allowed))
        except RefusedError as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise RefusedError(*problems)
    return tuple(scores)


def score(node: Node, allowed: tuple[int, ...]) -> int:
    """Return one whole number out of `allowed`. Raises `RefusedError`."""
    expected = " | ".join(map(str, allowed))
    if isinstance(node.value, bool) or not isinstance(node.value, int):
        raise refuse(ProblemKind.WRONG_TYPE, node, expected)
    if node.value not in allowed:
        raise refuse(ProblemKind.OUT_OF_RANGE, node, expected)
    return node.value
