"""The way of one patient through the algorithms of 24.8: where it leads, and where it waits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ariane.consult.consultation import Assessed, Pathway, Step
from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.facts.vocabulary import ORDER, in_order
from ariane.guideline.tncd24.algorithms import ALGORITHMS, Algorithm, Edge
from ariane.logic.completions import exact_status
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.truth import Truth


def pathways(known: Mapping[str, Any], assessed: Mapping[str, Assessed]) -> tuple[Pathway, ...]:
    """Return the pathway through every algorithm whose entering statement is written."""
    return tuple(
        pathway(algorithm, known, assessed[algorithm.entered_by].truth)
        for algorithm in ALGORITHMS
        if algorithm.entered_by in assessed
    )


def pathway(algorithm: Algorithm, known: Mapping[str, Any], entered: Truth) -> Pathway:
    """Return the way of a patient through one algorithm."""
    rules = (*FORBIDDEN, *stated_definitions(known))
    steps = tuple(_step(edge, known, rules) for edge in algorithm.edges)
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


def _step(edge: Edge, known: Mapping[str, Any], rules: tuple[Expression, ...]) -> Step:
    truth = evaluate(edge.when, known)
    missing = in_order(exact_status(edge.when, known, rules).missing) if truth is None else ()
    override = edge.overridden_by
    held = override is not None and evaluate(override.when, known) is True
    return Step(edge, Truth.of(truth), missing, override.ambiguity if override and held else None)


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
