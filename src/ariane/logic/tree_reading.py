"""Plain data read as conditions: everything that is wrong is collected, nothing is executed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ariane.logic.data_problem import DataProblemKind
from ariane.logic.data_reader import DataReader
from ariane.logic.expression import (
    ALWAYS,
    And,
    Compare,
    Contains,
    Exceeds,
    Expression,
    IsKnown,
    Not,
    NotEmpty,
    OneOf,
    Operator,
    Or,
    Threshold,
)
from ariane.logic.fact import BoolFact, EnumFact, Fact, IntFact, NumberFact, SetFact

DEPTH = 50
"""Levels that a condition may have: many more than any that a person can read."""
KEYS: dict[str, tuple[str, ...]] = {
    "fact": ("fact",),
    "and": ("parts",),
    "or": ("parts",),
    "not": ("part",),
    "one-of": ("fact", "values"),
    "compare": ("fact", "operator", "bound"),
    "contains": ("fact", "value"),
    "not-empty": ("fact",),
    "known": ("fact",),
    "exceeds": ("left", "right"),
    "always": (),
}
"""Every kind of node with its keys; all are required and no other is read."""

F = TypeVar("F", bound=Fact)


class TreeReader:
    """Reads conditions over `facts`; the problems go to `reader`."""

    def __init__(self, facts: Mapping[str, Fact], reader: DataReader) -> None:
        self._facts = facts
        self._reader = reader

    def tree(self, data: Any, place: str, depth: int = 1) -> Expression:
        """Return the condition; where it is damaged, problems have been noted."""
        kind = data.get("node") if isinstance(data, dict) else None
        if depth > DEPTH:
            self._reader.complain(DataProblemKind.TOO_DEEP, place, "", str(DEPTH))
        elif isinstance(data, dict) and not (isinstance(kind, str) and kind in KEYS):
            wanted = " | ".join(KEYS)
            self._reader.complain(DataProblemKind.UNKNOWN_NODE, f"{place}.node", kind, wanted)
        else:
            node = self._reader.mapping(data, place, ("node", *KEYS.get(kind or "", ())))
            found = None if node is None else self._node(node, place, depth)
            if found is not None:
                return found
        return ALWAYS

    def fact(self, name: Any, place: str, kind: type[F]) -> F | None:
        """Return a fact of a kind by its name."""
        if not isinstance(name, str) or name not in self._facts:
            self._reader.complain(DataProblemKind.UNKNOWN_FACT, place, name)
            return None
        fact = self._facts[name]
        if isinstance(fact, kind):
            return fact
        wanted = f"{kind.__name__} ({name}: {type(fact).__name__})"
        self._reader.complain(DataProblemKind.WRONG_FACT, place, name, wanted)
        return None

    def _node(self, node: dict[str, Any], place: str, depth: int) -> Expression | None:
        match node["node"]:
            case "and":
                return And(self._parts(node["parts"], f"{place}.parts", depth))
            case "or":
                return Or(self._parts(node["parts"], f"{place}.parts", depth))
            case "not":
                return Not(self.tree(node["part"], f"{place}.part", depth + 1))
            case "exceeds":
                left = self.fact(node["left"], f"{place}.left", NumberFact)
                right = self.fact(node["right"], f"{place}.right", NumberFact)
                return Exceeds(left, right) if left and right else None
            case "always":
                return ALWAYS
        return self._leaf(node, place)

    def _parts(self, data: Any, place: str, depth: int) -> tuple[Expression, ...]:
        parts = self._reader.items(data, place, 2)
        return tuple(self.tree(part, f"{place}[{i}]", depth + 1) for i, part in enumerate(parts))

    def _leaf(self, node: dict[str, Any], place: str) -> Expression | None:
        name, there = node["fact"], f"{place}.fact"
        match node["node"]:
            case "fact":
                return self.fact(name, there, BoolFact)
            case "known":
                fact = self.fact(name, there, Fact)
                return None if fact is None else IsKnown(fact)
            case "not-empty":
                members = self.fact(name, there, SetFact)
                return NotEmpty(members) if members else None
            case "contains":
                members = self.fact(name, there, SetFact)
                value = self._reader.text(
                    node["value"], f"{place}.value", members.allowed if members else ()
                )
                return Contains(members, value) if members else None
            case "compare":
                number = self.fact(name, there, NumberFact)
                bound = self._bound(node["bound"], f"{place}.bound")
                operators = tuple(operator.value for operator in Operator)
                said = self._reader.text(node["operator"], f"{place}.operator", operators)
                return Compare(number, Operator(said), bound) if number and bound and said else None
        return self._one_of(node, place)

    def _bound(self, data: Any, place: str) -> Threshold | None:
        bound = self._reader.mapping(data, place, ("value", "unit", "section"))
        if bound is None:
            return None
        value = self._reader.number(bound["value"], f"{place}.value")
        unit = self._reader.text(bound["unit"], f"{place}.unit")
        return Threshold(value, unit, self._reader.text(bound["section"], f"{place}.section"))

    def _one_of(self, node: dict[str, Any], place: str) -> Expression | None:
        fact = self.fact(node["fact"], f"{place}.fact", Fact)
        values = self._reader.items(node["values"], f"{place}.values", 1)
        if isinstance(fact, EnumFact):
            said = self._reader.texts(values, f"{place}.values", fact.results())
            return OneOf(fact, said)
        if isinstance(fact, IntFact):
            return OneOf(fact, self._counts(values, f"{place}.values", fact))
        if fact is not None:
            wanted = f"EnumFact | IntFact ({fact.name}: {type(fact).__name__})"
            self._reader.complain(DataProblemKind.WRONG_FACT, f"{place}.fact", fact.name, wanted)
        return None

    def _counts(self, values: list[Any], place: str, fact: IntFact) -> tuple[int, ...]:
        found = tuple(self._reader.whole(v, f"{place}[{i}]") for i, v in enumerate(values))
        for i, value in enumerate(found):
            if fact.allowed and value not in fact.allowed:
                allowed = " | ".join(map(str, fact.allowed))
                self._reader.complain(DataProblemKind.NOT_ALLOWED, f"{place}[{i}]", value, allowed)
        return found
