"""The way of one patient through the algorithms of 24.8: where it leads, and where it waits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from ariane.consult.consultation import Assessed, Pathway, Step
from ariane.consult.remembering import Remembering
from ariane.facts.vocabulary import ORDER, in_order
from ariane.guideline.algorithm import Algorithm, Edge
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.logic.expression import ALWAYS
from ariane.logic.memory import Memory
from ariane.logic.remembered import Status
from ariane.logic.truth import Truth
from ariane.logic.warming import evaluator

Key = tuple[Truth, tuple[Status, ...], tuple[bool | None, ...]]
"""Whether an algorithm is entered, the statuses of its arrows, and whether each is overridden."""


def pathways(known: Mapping[str, Any], assessed: Mapping[str, Assessed]) -> tuple[Pathway, ...]:
    """Return the pathway through every algorithm whose entering statement is written."""
    return tuple(
        pathway(algorithm, known, assessed[algorithm.entered_by].truth)
        for algorithm in ALGORITHMS
        if algorithm.entered_by in assessed
    )


def pathway(algorithm: Algorithm, known: Mapping[str, Any], entered: Truth) -> Pathway:
    """Return the way of a patient through one algorithm."""
    return _ways()[algorithm.id].pathway(known, entered)


class _Ways:
    """One algorithm, with what was worked out of it."""

    def __init__(self, algorithm: Algorithm) -> None:
        edges = algorithm.edges
        self._statuses = Remembering([edge.when for edge in edges])
        overrides = [edge.overridden_by for edge in edges]
        self._overridden = evaluator([o.when if o is not None else ~ALWAYS for o in overrides])
        self._pathways: Memory[Key, Pathway] = Memory(partial(_pathway, algorithm))

    def pathway(self, known: Mapping[str, Any], entered: Truth) -> Pathway:
        statuses = tuple(self._statuses.statuses(known))
        return self._pathways[entered, statuses, self._overridden(known)]


@cache
def _ways() -> dict[str, _Ways]:
    return {algorithm.id: _Ways(algorithm) for algorithm in ALGORITHMS}


def _pathway(algorithm: Algorithm, key: Key) -> Pathway:
    entered, statuses, overridden = key
    steps = tuple(map(_step, algorithm.edges, statuses, overridden))
    visited = _visited(algorithm, steps) if entered is Truth.HOLDS else set()
    leaving = {s.edge.source for s in steps if s.truth is Truth.HOLDS}
    order = [node.id for node in algorithm.nodes if node.id in visited]
    waiting = {
        name
        for step in steps
        if step.edge.source in visited and step.truth is Truth.UNKNOWN
        for name in step.missing
    }
    return Pathway(
        algorithm,
        entered,
        tuple(order),
        tuple(node for node in order if node not in leaving),
        tuple(sorted(waiting, key=ORDER.__getitem__)),
        steps,
    )


def _step(edge: Edge, status: Status, overridden: bool | None) -> Step:
    override = edge.overridden_by
    held_back = override.ambiguity if override is not None and overridden is True else None
    return Step(edge, Truth.of(status.kleene), in_order(status.missing), held_back)


def _visited(algorithm: Algorithm, steps: tuple[Step, ...]) -> set[str]:
    visited = {algorithm.start}
    frontier = [algorithm.start]
    while frontier:
        here = frontier.pop()
        for step in steps:
            target = step.edge.target
            if step.edge.source == here and step.truth is Truth.HOLDS and target not in visited:
                visited.add(target)
                frontier.append(target)
    return visited
