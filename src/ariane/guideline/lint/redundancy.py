"""Statements on one matter whose conditions say the same, or one of which is within the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.oppositions import names_of
from ariane.guideline.lint.patients import Patients
from ariane.guideline.statement import Statement
from ariane.logic.expression import ALWAYS


def redundancies(knowledge: Knowledge, patients: Patients) -> Iterator[Finding]:
    """Yield pairs on one matter: the same conditions, or the first implying the second.

    Background is left out: statements that are unconditional, or share only what they tell of.
    """
    for one, two in _pairs(knowledge.statements):
        forth, back = _implies(one, two, patients), _implies(two, one, patients)
        if forth and back:
            yield Finding(Kind.SAME, (one.id, two.id))
        elif forth:
            yield Finding(Kind.IMPLIED, (one.id, two.id))
        elif back:
            yield Finding(Kind.IMPLIED, (two.id, one.id))


def _pairs(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, Statement]]:
    conditional = [s for s in statements if s.when is not ALWAYS and names_of(s)]
    for one, two in combinations(conditional, 2):
        if not set(names_of(one)).isdisjoint(names_of(two)) and one.action is two.action:
            yield one, two


def _implies(one: Statement, two: Statement, patients: Patients) -> bool:
    return patients.exist([one.when]) and not patients.exist([one.when], [two.when])
