"""Conditions over many patients at once: every patient is a bit, every condition two planes.

The plane `holds` has the patients for whom a condition is certainly true, the plane `fails` those
for whom it is certainly false; who is in neither is unknown. In terms of modal logic `holds` is
*must*, and the complement of `fails` is *may*. A conjunction holds where all its parts do and fails
where one of them does; a negation is the same two planes in turn and costs nothing.

A program is emitted once, each distinct sub-condition once, and runs on whatever has `&`, `|` and
`^`: Python integers, arrays of machine words. A patient outside the plane of all patients is in no
plane at all, so that the unused end of a word is never counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_, xor
from typing import Any, NamedTuple, TypeVar

from ariane.logic.evaluate import fact_of
from ariane.logic.expression import (
    ALWAYS,
    Always,
    And,
    Exceeds,
    Expression,
    IsKnown,
    Not,
    OneOf,
    Or,
)
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import facts_of, parts_of

Wire = int
Plane = TypeVar("Plane")
OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {"&": and_, "|": or_, "^": xor}


class Step(NamedTuple):
    """One operation on two planes: `&`, `|` or `^`."""

    operation: str
    left: Wire
    right: Wire


class Program(NamedTuple):
    """Planes in, planes out. Wires are numbered: first the inputs, then the steps.

    Each input is a leaf and wants the patients for whom it holds as things stand: a comparison of
    one value, `IsKnown` of a fact, `ALWAYS` for all patients; of a derived fact (and whether it is
    known) what is *stated*.
    """

    inputs: tuple[Expression, ...]
    steps: tuple[Step, ...]
    outputs: tuple[Wire, ...]

    def run(self, planes: Sequence[Plane]) -> list[Plane]:
        """Return the output planes for one plane an input."""
        wires = [*planes]
        for operation, left, right in self.steps:
            wires.append(OPERATIONS[operation](wires[left], wires[right]))
        return [wires[wire] for wire in self.outputs]


class Emitter:
    """Emits conditions as steps; what has been emitted once is taken up again."""

    def __init__(self) -> None:
        self._nodes: list[Expression | Step] = []
        self._numbers: dict[Expression | Step, Wire] = {}
        self._holds: dict[Expression, Wire] = {}
        self._fails: dict[Expression, Wire] = {}
        self.every = self.given(ALWAYS)

    def holds(self, condition: Expression) -> Wire:
        """Return the plane of those for whom a condition is certainly true."""
        if condition not in self._holds:
            self._holds[condition] = self._emitted_holds(condition)
        return self._holds[condition]

    def fails(self, condition: Expression) -> Wire:
        """Return the plane of those for whom a condition is certainly false."""
        if condition not in self._fails:
            self._fails[condition] = self._emitted_fails(condition)
        return self._fails[condition]

    def unknown(self, condition: Expression) -> Wire:
        """Return the plane of those for whom a condition is neither."""
        return self.rest(self.either(self.holds(condition), self.fails(condition)))

    def known(self, fact: Fact) -> Wire:
        """Return the plane of those for whom a fact has a value, stated or derived."""
        if isinstance(fact, DerivedFact):
            return self.either(self.holds(fact), self.fails(fact))
        return self.given(IsKnown(fact))

    def waits(self, condition: Expression) -> dict[Fact, Wire]:
        """Return, by base fact, the plane of those for whom a condition waits for the fact.

        It waits where the fact is unknown and all is unknown on the way from the condition down to
        a test of that fact: no other part has decided. Where each fact is tested once and nothing
        else ties them, that is exactly whether the fact can still turn the condition; otherwise
        it may be too many, never too few.
        """
        found: dict[Fact, Wire] = {}
        self._descend(condition, self.every, found)
        return found

    def both(self, *wires: Wire) -> Wire:
        """Return the patients in every one of some planes."""
        return self._joined("&", wires)

    def either(self, *wires: Wire) -> Wire:
        """Return the patients in at least one of some planes."""
        return self._joined("|", wires)

    def without(self, whole: Wire, part: Wire) -> Wire:
        """Return the patients of one plane that are not in another, which lies within it."""
        return self._node(Step("^", *sorted((whole, part))))

    def rest(self, wire: Wire) -> Wire:
        """Return the patients that are not in a plane."""
        return self.without(self.every, wire)

    def given(self, leaf: Expression) -> Wire:
        """Return an input."""
        return self._node(leaf)

    def program(self, outputs: Sequence[Wire]) -> Program:
        """Return what computes some planes, without what they do not need."""
        needed = self._needed(outputs)
        inputs = [wire for wire in needed if not isinstance(self._nodes[wire], Step)]
        steps = [wire for wire in needed if isinstance(self._nodes[wire], Step)]
        place = {wire: number for number, wire in enumerate((*inputs, *steps))}
        return Program(
            tuple(self._nodes[wire] for wire in inputs),  # type: ignore[misc]
            tuple(
                Step(node.operation, place[node.left], place[node.right])
                for node in map(self._nodes.__getitem__, steps)
                if isinstance(node, Step)
            ),
            tuple(place[wire] for wire in outputs),
        )

    def inputs(self) -> tuple[Expression, ...]:
        """Return every input that has been asked for."""
        return tuple(node for node in self._nodes if not isinstance(node, Step))

    def _needed(self, outputs: Sequence[Wire]) -> list[Wire]:
        needed = set(outputs)
        for wire in range(len(self._nodes) - 1, -1, -1):
            node = self._nodes[wire]
            if wire in needed and isinstance(node, Step):
                needed.update((node.left, node.right))
        return sorted(needed)

    def _emitted_holds(self, condition: Expression) -> Wire:
        match condition:
            case And(parts):
                return self.both(*map(self.holds, parts))
            case Or(parts):
                return self.either(*map(self.holds, parts))
            case Not(part):
                return self.fails(part)
            case DerivedFact():
                return self.either(self.given(condition), self.holds(condition.definition))
            case IsKnown(fact):
                return self.known(fact)
            case OneOf(fact, values):
                return self.either(*(self.given(OneOf(fact, (value,))) for value in values))
        return self.given(condition)

    def _emitted_fails(self, condition: Expression) -> Wire:
        match condition:
            case And(parts):
                return self.either(*map(self.fails, parts))
            case Or(parts):
                return self.both(*map(self.fails, parts))
            case Not(part):
                return self.holds(part)
            case DerivedFact():
                stated = self.without(self.given(IsKnown(condition)), self.given(condition))
                return self.either(stated, self.fails(condition.definition))
            case IsKnown() | Always():
                return self.rest(self.holds(condition))
            case Exceeds(left, right):
                known = self.both(self.known(left), self.known(right))
                return self.without(known, self.holds(condition))
        return self.without(self.known(fact_of(condition)), self.holds(condition))

    def _descend(self, condition: Expression, way: Wire, found: dict[Fact, Wire]) -> None:
        here = self.both(way, self.unknown(condition))
        parts = parts_of(condition)
        for part in parts:
            self._descend(part, here, found)
        if parts or isinstance(condition, Always | IsKnown):
            return
        for fact in facts_of(condition):
            waiting = self.both(here, self.rest(self.known(fact)))
            found[fact] = self.either(found[fact], waiting) if fact in found else waiting

    def _joined(self, operation: str, wires: Iterable[Wire]) -> Wire:
        # In the order of their numbers, so that joins of the same parts begin alike.
        return reduce(
            lambda one, two: self._node(Step(operation, *sorted((one, two)))), sorted(set(wires))
        )

    def _node(self, node: Expression | Step) -> Wire:
        if node not in self._numbers:
            self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
        return self._numbers[node]
