"""Why a condition holds, fails or waits: the tree with the truth of every node. No prose."""

from __future__ import annotations

from typing import NamedTuple

from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import And, Expression, Or
from ariane.logic.structure import parts_of
from ariane.logic.truth import Truth


class Explained(NamedTuple):
    """One node: the condition, its truth here, and the parts that it rests on."""

    expression: Expression
    truth: Truth
    parts: tuple[Explained, ...]

    def decisive(self) -> tuple[Explained, ...]:
        """Return the parts that made the result: the false ones of an `and`, the true of `or`."""
        if isinstance(self.expression, And | Or):
            same = tuple(part for part in self.parts if part.truth is self.truth)
            return same or self.parts
        return self.parts


def explained(expression: Expression, values: Values) -> Explained:
    """Return the tree of `expression` with the truth of each node under `values`."""
    return Explained(
        expression,
        Truth.of(evaluate(expression, values)),
        tuple(explained(part, values) for part in parts_of(expression)),
    )
