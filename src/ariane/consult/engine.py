"""The guideline made ready to be asked, remembering what it has worked out."""

from __future__ import annotations

from functools import cache, partial
from operator import getitem
from typing import Any

from ariane.case.case import Case
from ariane.consult.entries import Entry, Key, entry
from ariane.consult.fulfilment import Fulfilments
from ariane.consult.remembering import Remembering
from ariane.facts.constraints import FORBIDDEN
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.domains import number_answers
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, Fact, IntFact, NumberFact, SetFact
from ariane.logic.memory import Memory
from ariane.logic.structure import atoms, facts_of


class Engine:
    """All statements that are written, with what answers them."""

    def __init__(self, written: tuple[Statement, ...]) -> None:
        conditions = [statement.when for statement in written]
        self.statements = written
        self.ids = tuple(statement.id for statement in written)
        self.answers = possible_answers((*conditions, *FORBIDDEN))
        self._statuses = Remembering(conditions, self.answers)
        self._fulfilments = Fulfilments(written)
        self._entries = [Memory(partial(entry, statement)) for statement in written]

    def entries(self, case: Case) -> list[Entry]:
        """Return what every statement brings to the consultation of a case."""
        statuses = self._statuses.statuses(case.known)
        keys: list[Key] = [*statuses]
        for place, own, exams in self._fulfilments.answers(case):
            keys[place] = (statuses[place], own, exams)
        return list(map(getitem, self._entries, keys))


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
