"""The branch points of the figures: is there an arrow for every patient, and one alone?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ariane.guideline.algorithm import Algorithm, Edge
from ariane.guideline.lint.finding import Kind, Suspicion
from ariane.guideline.lint.knowledge import Knowledge
from ariane.logic.expression import ALWAYS, Expression


def branch_suspicions(knowledge: Knowledge) -> Iterator[Suspicion]:
    """Yield what may be wrong at each box that more than one patient leaves in the same way."""
    for algorithm in knowledge.algorithms:
        reach = reached_where(algorithm, knowledge.condition(algorithm.entered_by))
        for node in algorithm.nodes:
            leaving = [edge for edge in algorithm.edges if edge.source == node.id]
            if leaving:
                yield from _gaps(node.id, reach[node.id], leaving)
                yield from _overlaps(reach[node.id], leaving)


def reached_where(algorithm: Algorithm, entered: Expression) -> dict[str, Expression]:
    """Return for each box the condition under which a patient comes to it, by any way.

    A box that no arrow leads to is never reached. Raises `ValueError` where arrows go in a circle.
    """
    found: dict[str, Expression] = {algorithm.start: entered}

    def reach(box: str, behind: frozenset[str]) -> Expression:
        if box in behind:
            raise ValueError(f"{algorithm.id}: the arrows through {box} go in a circle")
        if box not in found:
            ways = [
                reach(edge.source, behind | {box}) & edge.when
                for edge in algorithm.edges
                if edge.target == box
            ]
            found[box] = _any_of(ways)
        return found[box]

    return {node.id: reach(node.id, frozenset()) for node in algorithm.nodes}


def _gaps(box: str, reach: Expression, leaving: list[Edge]) -> Iterator[Suspicion]:
    """Yield patients without a printed arrow, and those whom Ariane's own exits miss too."""
    printed = tuple(edge.when for edge in leaving if not edge.safety)
    yield Suspicion(Kind.GAP, (box,), (reach,), printed)
    if len(printed) < len(leaving):
        yield Suspicion(Kind.DEAD_END, (box,), (reach,), tuple(edge.when for edge in leaving))


def _overlaps(reach: Expression, leaving: list[Edge]) -> Iterator[Suspicion]:
    for one, two in combinations(leaving, 2):
        subject = (one.source, one.target, two.target)
        yield Suspicion(Kind.OVERLAP, subject, (reach, one.when, two.when))


def dead_arrows(knowledge: Knowledge) -> Iterator[tuple[str, str, Expression]]:
    """Yield every arrow with the condition under which a patient takes it."""
    for algorithm in knowledge.algorithms:
        reach = reached_where(algorithm, knowledge.condition(algorithm.entered_by))
        for edge in algorithm.edges:
            yield edge.source, edge.target, reach[edge.source] & edge.when


def _any_of(ways: list[Expression]) -> Expression:
    result = ways[0] if ways else ~ALWAYS
    for way in ways[1:]:
        result = result | way
    return result
