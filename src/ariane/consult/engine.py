"""The guideline made ready to be asked.

The first case of a process is read by walking the trees. From the second on it pays to compile all
conditions to flat code, and to remember the exact statuses that have been worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.compiled import Evaluator, compiled
from ariane.logic.constraints import Rules
from ariane.logic.domains import number_answers
from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, Fact, IntFact, NumberFact, SetFact
from ariane.logic.remembered import RememberedStatuses, Status, fresh_status
from ariane.logic.structure import atoms, facts_of

Truths = tuple[bool | None, ...]


class Engine:
    """All statements that are written, with what answers them."""

    def __init__(self, written: tuple[Statement, ...]) -> None:
        self.statements = written
        self._conditions = tuple(statement.when for statement in written)
        self._used = False

    @cached_property
    def truths(self) -> Evaluator:
        """The compiled conditions of all statements, in their order."""
        return compiled(self._conditions)

    @cached_property
    def answers(self) -> Mapping[Fact, tuple[Any, ...]]:
        """For each fact that a condition compares, the answers that a person could give."""
        return possible_answers((*self._conditions, *FORBIDDEN))

    @cached_property
    def remembered(self) -> RememberedStatuses:
        """The exact statuses worked out so far."""
        return RememberedStatuses(self._conditions, FORBIDDEN, self.answers)

    def statuses(self, known: Values) -> tuple[Truths, list[Status]]:
        """Return the Kleene value and the exact status of every statement."""
        if not self._used:
            self._used = True
            return self._walked(known)
        truths = self.truths(known)
        if stated_definitions(known):
            return truths, self._worked_out(truths, known)
        return truths, self.remembered.statuses(truths, known)

    def _walked(self, known: Values) -> tuple[Truths, list[Status]]:
        truths = tuple(evaluate(condition, known) for condition in self._conditions)
        return truths, self._worked_out(truths, known)

    def _worked_out(self, truths: Truths, known: Values) -> list[Status]:
        rules = Rules((*FORBIDDEN, *stated_definitions(known)), known)
        return [
            fresh_status(condition, truth, known, rules, self.answers)
            for condition, truth in zip(self._conditions, truths, strict=True)
        ]


@cache
def engine() -> Engine:
    """Return the engine over the written chapter; made once a process."""
    return Engine(statements())


def possible_answers(expressions: tuple[Expression, ...]) -> dict[Fact, tuple[Any, ...]]:
    """Return, for each fact that a condition compares, the answers that a person could give.

    Numbers are cut at the bounds that any condition has; a set is answered by none or one member.
    """
    leaves = tuple(dict.fromkeys(atom for e in expressions for atom in atoms(e)))
    compared = {fact for atom in leaves for fact in facts_of(atom)}
    return {
        fact: _answers(fact, leaves)
        for fact in VOCABULARY
        if fact in compared and not isinstance(fact, DerivedFact)
    }


def _answers(fact: Fact, leaves: tuple[Expression, ...]) -> tuple[Any, ...]:
    match fact:
        case BoolFact():
            return (True, False)
        case EnumFact():
            return fact.results()
        case IntFact() if fact.allowed:
            return fact.allowed
        case NumberFact():
            return number_answers(fact, leaves)
        case SetFact():
            return (frozenset(), *(frozenset({member}) for member in fact.allowed))
    return ()
