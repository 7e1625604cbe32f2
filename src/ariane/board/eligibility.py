"""Whom a board is for: shown in three values, and never a reason to hold a referral back.

The chapter words the criteria of the CUP board in two ways that do not quite agree (A16): a
criterion that fails or is unknown is a question for the board, not a refusal (24.9.1). RENAPE
boards take any case for which the referring physician wants their opinion (24.9.2).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ariane.board.boards import Board
from ariane.case.case import Case
from ariane.facts.board import NEEDS_MULTIDISCIPLINARY_OPINION, REFERRAL_REASON, REFERRAL_ROUTE
from ariane.facts.disease_extent import (
    INCIDENT_CASE,
    METASTATIC_AT_DIAGNOSIS,
    PERITONEAL_METASTASES,
    PRIMARY_IDENTIFIED,
)
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact
from ariane.logic.truth import Truth, kleene_and


class Rule(NamedTuple):
    """One criterion: its name, its condition, the fact it reads, the statements that print it."""

    name: str
    when: Expression
    fact: Fact
    statements: tuple[str, ...]


class Criterion(NamedTuple):
    """One criterion for one case; `missing` names the facts whose value would settle it."""

    name: str
    truth: Truth
    missing: tuple[str, ...]
    statements: tuple[str, ...]


class Eligibility(NamedTuple):
    """All criteria of a board for one case.

    `reason` and `route` are what the case states of a referral to RENAPE, one of three each.
    """

    board: Board
    truth: Truth
    criteria: tuple[Criterion, ...]
    reason: str | None = None
    route: str | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Facts whose value would settle a criterion that is unknown."""
        return tuple(name for criterion in self.criteria for name in criterion.missing)


RULES: dict[Board, tuple[Rule, ...]] = {
    Board.CUP: (
        Rule(
            "metastatic-from-the-outset",
            METASTATIC_AT_DIAGNOSIS,
            METASTATIC_AT_DIAGNOSIS,
            ("S24.9.1-A1",),
        ),
        Rule("primary-not-determined", ~PRIMARY_IDENTIFIED, PRIMARY_IDENTIFIED, ("S24.9.1-A1",)),
        Rule("incident-case", INCIDENT_CASE, INCIDENT_CASE, ("S24.9.1-A1",)),
    ),
    Board.RENAPE: (
        Rule(
            "peritoneal-disease",
            PERITONEAL_METASTASES,
            PERITONEAL_METASTASES,
            ("S24.9.2-A1", "S24.9.2-A2"),
        ),
        Rule(
            "opinion-wanted",
            NEEDS_MULTIDISCIPLINARY_OPINION,
            NEEDS_MULTIDISCIPLINARY_OPINION,
            ("S24.9.2-A2",),
        ),
        Rule("one-of-three-reasons", REFERRAL_REASON.is_known(), REFERRAL_REASON, ("S24.9.2-C1",)),
        Rule("one-of-three-routes", REFERRAL_ROUTE.is_known(), REFERRAL_ROUTE, ("S24.9.2-C2",)),
    ),
}


def eligibility(case: Case, board: Board) -> Eligibility:
    """Hold a case against the criteria that the chapter prints for a board."""
    criteria = tuple(_criterion(rule, case.known) for rule in RULES[board])
    values = [_value(criterion.truth) for criterion in criteria]
    return Eligibility(
        board,
        Truth.of(kleene_and(values)),
        criteria,
        case.known.get(REFERRAL_REASON.name) if board is Board.RENAPE else None,
        case.known.get(REFERRAL_ROUTE.name) if board is Board.RENAPE else None,
    )


def _criterion(rule: Rule, known: Any) -> Criterion:
    """Evaluate one criterion; a reason or a route that nobody has given is unknown, not failed."""
    if rule.fact.name not in known:
        return Criterion(rule.name, Truth.UNKNOWN, (rule.fact.name,), rule.statements)
    return Criterion(rule.name, Truth.of(evaluate(rule.when, known)), (), rule.statements)


def _value(truth: Truth) -> bool | None:
    return None if truth is Truth.UNKNOWN else truth is Truth.HOLDS
