"""Where each fact is used: statements, arrows, other facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from ariane.facts.constraints import EXCLUSIONS, IMPLICATIONS, Implication
from ariane.facts.exams import SAME_AS, Exam
from ariane.facts.vocabulary import DERIVED
from ariane.guideline.algorithm import Algorithm, Edge, Node, NodeKind
from ariane.guideline.statement import Statement, Strength
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.expression import Expression
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import base_facts, named_facts

WHOLE_FIGURE = 30
"""A statement on more lines than that speaks of a figure, not of one of its boxes."""


class Uses(NamedTuple):
    """All that rests on one fact, in the order of the chapter."""

    conditions: tuple[Statement, ...]
    fulfilments: tuple[Statement, ...]
    arrows: tuple[tuple[Algorithm, Edge], ...]
    definitions: tuple[DerivedFact, ...]
    implications: tuple[Implication, ...]
    exclusions: tuple[Expression, ...]
    exams: tuple[Exam, ...]


def uses(fact: Fact) -> Uses:
    """Return where a fact is used, by name or behind a derived fact."""
    return Uses(
        tuple(_by_condition()[fact]),
        tuple(_by_fulfilment()[fact]),
        tuple(_by_arrow()[fact]),
        tuple(derived for derived in DERIVED if fact in facts_in(derived.definition)),
        tuple(rule for rule in IMPLICATIONS if fact is rule.cause or fact in rule.effects),
        tuple(rule for rule in EXCLUSIONS if fact in facts_in(rule)),
        tuple(exam for exam, same in SAME_AS.items() if same.fact is fact),
    )


def facts_in(expression: Expression) -> frozenset[Fact]:
    """Return the facts that a condition names, and those behind the derived ones."""
    return frozenset((*named_facts(expression), *base_facts(expression)))


def statements_of_box(node: Node) -> tuple[Statement, ...]:
    """Return the statements that stand on the lines of a box, the closest first.

    Those of the section of the figure go first (a box of Ariane's own may rest on lines elsewhere),
    then those that are Ariane's own exactly where the box is.
    """
    return _by_box()[node.id]


def boxes_of_statement(statement: Statement) -> Iterator[tuple[Algorithm, Node]]:
    """Yield the boxes of the figures that a statement stands on."""
    for algorithm in ALGORITHMS:
        for node in algorithm.nodes:
            if any(found is statement for found in statements_of_box(node)):
                yield algorithm, node


def _meet(span: tuple[int, int], lines: tuple[int, int]) -> bool:
    first, last = span
    return last - first <= WHOLE_FIGURE and first <= lines[1] and lines[0] <= last


def _distance(algorithm: Algorithm, node: Node, statement: Statement) -> tuple[bool, bool, int]:
    own = (statement.strength is Strength.SAFETY) is (node.kind is NodeKind.SAFETY)
    width = sum(last - first for first, last in statement.lines)
    return statement.section != algorithm.section, not own, width


@cache
def _by_box() -> dict[str, tuple[Statement, ...]]:
    return {
        node.id: tuple(
            sorted(
                (s for s in statements() if any(_meet(span, node.lines) for span in s.lines)),
                key=partial(_distance, algorithm, node),
            )
        )
        for algorithm in ALGORITHMS
        for node in algorithm.nodes
    }


@cache
def _by_condition() -> dict[Fact, list[Statement]]:
    found: dict[Fact, list[Statement]] = defaultdict(list)
    for statement in statements():
        for fact in facts_in(statement.when):
            found[fact].append(statement)
    return found


@cache
def _by_fulfilment() -> dict[Fact, list[Statement]]:
    found: dict[Fact, list[Statement]] = defaultdict(list)
    for statement in statements():
        if statement.fulfilled_when is not None:
            for fact in facts_in(statement.fulfilled_when):
                found[fact].append(statement)
    return found


@cache
def _by_arrow() -> dict[Fact, list[tuple[Algorithm, Edge]]]:
    found: dict[Fact, list[tuple[Algorithm, Edge]]] = defaultdict(list)
    for algorithm in ALGORITHMS:
        for edge in algorithm.edges:
            for fact in facts_in(edge.when):
                found[fact].append((algorithm, edge))
    return found
