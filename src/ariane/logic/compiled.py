"""Conditions as generated flat Python: what runs. The tree walk in `evaluate` is the definition.

Every distinct sub-condition is computed once, into a local variable; there is no recursion and no
call but the look-up of each fact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ariane.logic.evaluate import Values
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
    Or,
)
from ariane.logic.fact import BoolFact, Fact

Evaluator = Callable[[Values], tuple[bool | None, ...]]
State = tuple[Any, ...]
"""The known values of some facts, `None` where unknown."""
StateReader = Callable[[Values], tuple[bool | State, ...]]


def compiled(conditions: Sequence[Expression]) -> Evaluator:
    """Return one function that evaluates all `conditions` in order over known facts by name."""
    evaluator: Evaluator = _made(*generated_source(conditions))
    return evaluator


def compiled_states(
    conditions: Sequence[Expression], bearing: Sequence[Sequence[Fact]]
) -> StateReader:
    """Return one function that gives each condition its truth or, where unknown, its local state.

    The local state of a condition is the tuple of the values of the facts `bearing` on it.
    """
    writer = _Writer()
    results = [writer.state(*pair) for pair in zip(conditions, bearing, strict=True)]
    reader: StateReader = _made(*_source(writer, results))
    return reader


def generated_source(conditions: Sequence[Expression]) -> tuple[str, dict[str, Any]]:
    """Return the source of the evaluator and the constants that it names."""
    writer = _Writer()
    return _source(writer, [writer.variable(condition) for condition in conditions])


def _source(writer: _Writer, results: Sequence[str]) -> tuple[str, dict[str, Any]]:
    body = [*writer.lines, f"return ({', '.join(results)}{',' if results else ''})"]
    lines = ["def evaluate_all(values):", "    get = values.get", *(f"    {line}" for line in body)]
    return "\n".join(lines) + "\n", writer.constants


def _made(source: str, constants: dict[str, Any]) -> Any:
    namespace: dict[str, Any] = dict(constants)
    exec(compile(source, "<ariane conditions>", "exec"), namespace)  # noqa: S102
    return namespace["evaluate_all"]


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.constants: dict[str, Any] = {}
        self._variables: dict[Expression, str] = {}
        self._facts: dict[str, str] = {}

    def variable(self, expression: Expression) -> str:
        """Return the name that holds the value of `expression`, writing it on first use."""
        known = self._variables.get(expression)
        if known is None:
            known = self._variables[expression] = self._written(expression)
        return known

    def state(self, expression: Expression, facts: Sequence[Fact]) -> str:
        """Return code for the value of `expression` or, where unknown, those of `facts`."""
        value = self.variable(expression)
        values = "".join(f"{self._fact(fact)}, " for fact in facts)
        return f"({values}) if {value} is None else {value}"

    def _written(self, expression: Expression) -> str:
        match expression:
            case Always():
                return "True"
            case BoolFact():
                return self._fact(expression)
            case And(parts):
                return self._joined(parts, decides="False", otherwise="True")
            case Or(parts):
                return self._joined(parts, decides="True", otherwise="False")
            case Not(part):
                name = self.variable(part)
                return self._assign(f"None if {name} is None else not {name}")
            case IsKnown(fact):
                return self._assign(f"{self._fact(fact)} is not None")
            case Exceeds(left, right):
                one, two = self._fact(left), self._fact(right)
                return self._assign(f"None if {one} is None or {two} is None else {one} > {two}")
            case Compare(fact) | OneOf(fact) | Contains(fact) | NotEmpty(fact):
                name = self._fact(fact)
                return self._assign(f"None if {name} is None else {self._test(expression, name)}")
        raise TypeError(f"cannot compile {type(expression).__name__}")

    def _test(self, leaf: Expression, name: str) -> str:
        match leaf:
            case Compare(_, operator, bound):
                return f"{name} {operator} {self._constant(bound.value)}"
            case OneOf(_, (value,)):
                return f"{name} == {self._constant(value)}"
            case OneOf(_, values):
                return f"{name} in {self._constant(values)}"
            case Contains():
                return f"not {self._constant(leaf.accepted())}.isdisjoint({name})"
        return f"len({name}) > 0"

    def _joined(self, parts: tuple[Expression, ...], decides: str, otherwise: str) -> str:
        names = [self.variable(part) for part in parts]
        decided = " or ".join(f"{name} is {decides}" for name in names)
        unknown = " or ".join(f"{name} is None" for name in names)
        return self._assign(f"{decides} if {decided} else None if {unknown} else {otherwise}")

    def _fact(self, fact: Fact) -> str:
        if fact.name not in self._facts:
            name = self._facts[fact.name] = f"f{len(self._facts)}"
            self.lines.append(f"{name} = get({fact.name!r})")
        return self._facts[fact.name]

    def _assign(self, code: str) -> str:
        name = f"v{len(self.lines)}"
        self.lines.append(f"{name} = {code}")
        return name

    def _constant(self, value: Any) -> str:
        if isinstance(value, int | str) or (
            isinstance(value, tuple) and all(isinstance(item, int | str) for item in value)
        ):
            return repr(value)
        name = f"K{len(self.constants)}"
        self.constants[name] = value
        return name
