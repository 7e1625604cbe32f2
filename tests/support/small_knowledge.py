"""A few statements and a figure to plant defects in, over real facts."""

from __future__ import annotations

from typing import Any

from ariane.guideline.algorithm import Algorithm, Confidence, Edge, Node, NodeKind
from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.review import review
from ariane.guideline.statement import Action, Statement, Strength
from ariane.guideline.tncd24.ambiguities import Ambiguity, Passage, Priority
from ariane.logic.expression import ALWAYS, Expression


def statement(number: int, when: Expression, **changes: Any) -> Statement:
    """Return `S24.9-D<number>`, which asks for something under a condition."""
    fields: dict[str, Any] = {
        "id": f"S24.9-D{number}",
        "section": "24.9",
        "lines": ((1, 1),),
        "strength": Strength.RECOMMENDATION,
        "action": Action.TREATMENT,
        "when": when,
    }
    return Statement(**{**fields, **changes})


Arrow = tuple[str, str, Expression] | tuple[str, str, Expression, Confidence]


def figure(*arrows: Arrow) -> Algorithm:
    """Return an algorithm entered by `S24.9-D1` that starts at the first arrow's first box."""
    boxes = list(dict.fromkeys(box for arrow in arrows for box in arrow[:2]))
    nodes = [
        Node(box, NodeKind.START if place == 0 else NodeKind.CONDITION, (1, 1))
        for place, box in enumerate(boxes)
    ]
    edges = [
        Edge(source, target, when, False, more[0] if more else Confidence.HIGH)
        for source, target, when, *more in arrows
    ]
    return Algorithm("ALG9", "24.9", "S24.9-D1", (), tuple(nodes), tuple(edges))


ENTRY = statement(1, ALWAYS)


def ambiguity(name: str, *statements: str) -> Ambiguity:
    """Return an ambiguity that bears on some statements."""
    return Ambiguity(name, Priority.LOW, (Passage("24.9", (1, 1)),), statements)


def found(knowledge: Knowledge, *kinds: Kind) -> list[Finding]:
    """Return the findings of these kinds, all without any."""
    return [finding for finding in review(knowledge) if not kinds or finding.kind in kinds]


def examples(finding: Finding) -> dict[str, Any]:
    """Return the facts of an example by name."""
    return {fact.name: value for fact, value in (finding.example or {}).items()}
