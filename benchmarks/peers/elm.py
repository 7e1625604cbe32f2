"""The conditions as a library of ELM, the compiled form of CQL, for cql-execution.

CQL is three-valued by itself: an absent parameter is null, and null is unknown. Of the ways that
were tried this is the fastest: facts as parameters, sub-conditions that are used more than once as
definitions of their own, all results in one list, and `And` and `Or` with as many operands as there
are parts (ELM proper has two; the engine takes any number).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from task import Task, plain

from ariane.logic.expression import (
    Always,
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
)
from ariane.logic.fact import BoolFact, Fact

Elm = dict[str, Any]
SYSTEM = "urn:hl7-org:elm-types:r1"
RESULT = "All"
COMPARISON = {
    Operator.LT: "Less",
    Operator.LE: "LessOrEqual",
    Operator.GT: "Greater",
    Operator.GE: "GreaterOrEqual",
    Operator.EQ: "Equal",
}
TYPES = ((bool, "Boolean"), (int, "Integer"), (float, "Decimal"), (str, "String"))


def library(task: Task) -> Elm:
    """Return the library; its definition `All` is the list of all conditions in order."""
    writer = _Writer(_used_more_than_once(task))
    conditions = [writer.read(condition) for condition in task.conditions]
    writer.define(RESULT, {"type": "List", "element": conditions})
    return {
        "library": {
            "identifier": {"id": "Conditions", "version": "1"},
            "schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"},
            "usings": {"def": [{"localIdentifier": "System", "uri": SYSTEM}]},
            "parameters": {"def": [{"name": f.name, "accessLevel": "Public"} for f in task.facts]},
            "statements": {"def": writer.definitions},
        }
    }


def _used_more_than_once(task: Task) -> frozenset[Expression]:
    uses: Counter[Expression] = Counter(task.conditions)
    for expression in list(uses):
        _count_parts(expression, uses)
    return frozenset(e for e, n in uses.items() if n > 1 and not isinstance(e, BoolFact))


def _count_parts(expression: Expression, uses: Counter[Expression]) -> None:
    for part in _parts(expression):
        uses[part] += 1
        if uses[part] == 1:
            _count_parts(part, uses)


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
    return ()


class _Writer:
    def __init__(self, shared: frozenset[Expression]) -> None:
        self.definitions: list[Elm] = []
        self._shared = shared
        self._names: dict[Expression, str] = {}

    def define(self, name: str, expression: Elm) -> None:
        self.definitions.append({"name": name, "context": "Patient", "expression": expression})

    def read(self, expression: Expression) -> Elm:
        """Return the node of a condition: a reference where it is used more than once."""
        if expression not in self._shared:
            return self._node(expression)
        if expression not in self._names:
            node = self._node(expression)
            self._names[expression] = f"Part {len(self._names)}"
            self.define(self._names[expression], node)
        return {"type": "ExpressionRef", "name": self._names[expression]}

    def _node(self, expression: Expression) -> Elm:
        match expression:
            case And(parts):
                return _call("And", *map(self.read, parts))
            case Or(parts):
                return _call("Or", *map(self.read, parts))
            case Not(part):
                return {"type": "Not", "operand": self.read(part)}
        return _leaf(expression)


def _leaf(leaf: Expression) -> Elm:
    match leaf:
        case Always():
            return _literal(True)
        case BoolFact():
            return _value(leaf)
        case IsKnown(fact):
            return {"type": "Not", "operand": {"type": "IsNull", "operand": _value(fact)}}
        case Exceeds(left, right):
            return _call("Greater", _value(left), _value(right))
        case Compare(fact, operator, bound):
            return _call(COMPARISON[operator], _value(fact), _literal(plain(bound.value)))
        case OneOf(fact, (value,)):
            return _call("Equal", _value(fact), _literal(value))
        case OneOf(fact, values):
            return _where_known(fact, _call("In", _value(fact), _list(values)))
        case NotEmpty(fact):
            return _where_known(fact, {"type": "Exists", "operand": _value(fact)})
        case Contains(fact):
            members = sorted(leaf.accepted())
            if len(members) == 1:
                return _where_known(fact, _call("Contains", _value(fact), _literal(members[0])))
            common = _call("Intersect", _value(fact), _list(members))
            return _where_known(fact, {"type": "Exists", "operand": common})
    raise TypeError(f"ELM cannot say {type(leaf).__name__}")


def _where_known(fact: Fact, test: Elm) -> Elm:
    """Guard the list operators: cql-execution takes a null list as an empty one."""
    absent = {"type": "IsNull", "operand": _value(fact)}
    return {"type": "If", "condition": absent, "then": {"type": "Null"}, "else": test}


def _call(operator: str, *operands: Elm) -> Elm:
    return {"type": operator, "operand": list(operands)}


def _value(fact: Fact) -> Elm:
    return {"type": "ParameterRef", "name": fact.name}


def _list(values: Any) -> Elm:
    return {"type": "List", "element": [_literal(value) for value in values]}


def _literal(value: Any) -> Elm:
    kind = next(name for python, name in TYPES if isinstance(value, python))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return {"type": "Literal", "valueType": f"{{{SYSTEM}}}{kind}", "value": text}
