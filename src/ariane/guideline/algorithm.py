"""An algorithm of a guideline as a graph: boxes, and arrows with conditions.

An edge is `inferred` unless a printed condition box stands between two printed boxes and text backs
it. Nodes and edges of kind and confidence `safety` are Ariane's own: exits that a figure lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ariane.logic.expression import Expression


class NodeKind(StrEnum):
    """What a box of a figure is."""

    START = "start"
    CONDITION = "condition"
    EXAM = "exam"
    EXAM_WITH_SIGNS = "exam_with_signs"
    PROCEDURE = "procedure"
    BOARD = "board"
    TREATMENT = "treatment"
    CONCLUSION = "conclusion"
    SAFETY = "safety"


class Confidence(StrEnum):
    """How sure the place of an edge is; `SAFETY` edges are not in the guideline."""

    HIGH = "high"
    MEDIUM = "medium"
    SAFETY = "safety"


class Node(NamedTuple):
    """A box, with the lines of the source that print it (or that a safety exit stands on)."""

    id: str
    kind: NodeKind
    lines: tuple[int, int]


class Override(NamedTuple):
    """An ambiguity whose safest reading holds an edge back where its condition is met."""

    ambiguity: str
    when: Expression


class Edge(NamedTuple):
    """An arrow from one box to another, taken where its condition holds."""

    source: str
    target: str
    when: Expression
    inferred: bool
    confidence: Confidence
    overridden_by: Override | None = None

    @property
    def safety(self) -> bool:
        """Whether the edge is Ariane's own."""
        return self.confidence is Confidence.SAFETY


@dataclass(frozen=True, slots=True)
class Algorithm:
    """One figure: entered where its first decision statement holds."""

    id: str
    section: str
    entered_by: str
    ambiguities: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def __post_init__(self) -> None:
        known = {node.id for node in self.nodes}
        for edge in self.edges:
            if not {edge.source, edge.target} <= known:
                raise ValueError(f"{self.id}: {edge.source} -> {edge.target} joins no known boxes")

    @property
    def start(self) -> str:
        """The box at which a patient enters."""
        return next(node.id for node in self.nodes if node.kind is NodeKind.START)
