"""What a review looks at: statements, figures, ambiguities, and what they ought to do together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ariane.guideline.algorithm import Algorithm
from ariane.guideline.lint.finding import Explanation
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.ambiguities import Ambiguity
from ariane.logic.expression import ALWAYS, Expression


@dataclass(frozen=True, slots=True)
class Partition:
    """Statements between which the text divides patients.

    Of the patients in `scope`, `complete` says that each has one of the `members`, `exclusive` that
    none has two. `section` is the place that divides.
    """

    id: str
    section: str
    members: tuple[str, ...]
    scope: Expression = ALWAYS
    complete: bool = True
    exclusive: bool = True


@dataclass(frozen=True, slots=True)
class Matter:
    """An examination, a treatment or a step: the statements for it and those against it."""

    id: str
    asked: tuple[str, ...]
    opposed: tuple[str, ...]


@dataclass(frozen=True)
class Knowledge:
    """Everything that a review checks."""

    statements: tuple[Statement, ...]
    algorithms: tuple[Algorithm, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    partitions: tuple[Partition, ...] = ()
    matters: tuple[Matter, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.statements}

    def condition(self, statement: str) -> Expression:
        """Return the condition of a statement. Raises `KeyError` for an id that is not written."""
        return self.by_id[statement].when

    def conditions(self) -> Iterator[Expression]:
        """Yield every condition that a check may put together with others."""
        for statement in self.statements:
            yield statement.when
            if statement.fulfilled_when is not None:
                yield statement.fulfilled_when
        yield from (edge.when for algorithm in self.algorithms for edge in algorithm.edges)
        yield from (partition.scope for partition in self.partitions)
        yield from (explanation.within for explanation in self.explanations)
