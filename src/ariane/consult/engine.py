"""The guideline made ready to be asked: compiled once, remembering what it has worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.compiled import Evaluator, compiled
from ariane.logic.domains import domain
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, Fact, IntFact, NumberFact, SetFact
from ariane.logic.remembered import FAILS, HOLDS, RememberedStatuses, Status
from ariane.logic.structure import atoms, facts_of


@dataclass(frozen=True, slots=True)
class Engine:
    """All statements that are written, with what answers them."""

    statements: tuple[Statement, ...]
    truths: Evaluator
    remembered: RememberedStatuses
    answers: Mapping[Fact, tuple[Any, ...]]

    def statuses(self, known: Mapping[str, Any]) -> tuple[tuple[bool | None, ...], list[Status]]:
        """Return the Kleene value and the exact status of every statement."""
        truths = self.truths(known)
        stated = stated_definitions(known)
        if not stated:
            return truths, self.remembered.statuses(truths, known)
        rules = (*FORBIDDEN, *stated)
        return truths, [
            self.remembered.worked_out(index, known, rules)
            if truth is None
            else HOLDS
            if truth
            else FAILS
            for index, truth in enumerate(truths)
        ]


@cache
def engine() -> Engine:
    """Return the engine over the written chapter; made once a process."""
    written = statements()
    conditions = [statement.when for statement in written]
    answers = possible_answers((*conditions, *FORBIDDEN))
    return Engine(
        written,
        compiled(conditions),
        RememberedStatuses(conditions, FORBIDDEN, answers),
        answers,
    )


def possible_answers(expressions: tuple[Expression, ...]) -> dict[Fact, tuple[Any, ...]]:
    """Return, for each fact that a condition compares, the answers that a person could give.

    Numbers are cut at the bounds that any condition has; a set is answered by none or one member.
    """
    leaves = tuple(dict.fromkeys(atom for e in expressions for atom in atoms(e)))
    compared = {fact for e in expressions for atom in atoms(e) for fact in facts_of(atom)}
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
            return domain(fact, leaves)
        case SetFact():
            return (frozenset(), *(frozenset({member}) for member in fact.allowed))
    return ()
