"""Whether the cases of a condition tell it from its mutants; the others must be the same to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import product
from math import prod
from typing import Any, NamedTuple

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.facts.vocabulary import in_order
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.completions import exact_status
from ariane.logic.domains import domain
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Always, Expression, IsKnown
from ariane.logic.fact import DateFact, Fact, ScoresFact, TextFact
from ariane.logic.structure import leaves, named_facts
from ariane.logic.truth import Truth
from support.mutants import Mutant, mutants
from support.statement_cases import known_in, statement_cases

MOST_STATES = 200_000


class Verdict(StrEnum):
    """What became of a mutant: told apart by a case, the same condition in other words, or not."""

    KILLED = "killed"
    EQUIVALENT = "equivalent"
    SURVIVED = "survived"


class Expected(NamedTuple):
    """What is known in a case, and the result that it expects."""

    known: Mapping[str, Any]
    truth: str
    missing: tuple[str, ...]
    settled: str


class Trial(NamedTuple):
    """One mutant of the condition of one statement, and what became of it."""

    statement: str
    mutant: Mutant
    verdict: Verdict


@cache
def trials() -> tuple[Trial, ...]:
    """Return every mutant of every condition of the chapter, tried by its statement's cases."""
    return tuple(
        Trial(statement.id, mutant, verdict(statement.when, mutant.condition, expected))
        for statement in statements()
        for expected in (expected_of(statement.id),)
        for mutant in mutants(statement.when)
    )


def expected_of(statement: str) -> tuple[Expected, ...]:
    """Return the cases of a statement."""
    return tuple(
        Expected(
            known_in(case),
            case["truth"],
            tuple(case.get("missing", ())),
            case.get("settled", case["truth"]),
        )
        for case in statement_cases()[statement]
    )


def verdict(condition: Expression, mutant: Expression, cases: Sequence[Expected]) -> Verdict:
    """Return what becomes of a mutant of a condition whose cases are these."""
    if any(Truth.of(evaluate(mutant, case.known)).value != case.truth for case in cases):
        return Verdict.KILLED
    if any(not _same_status(mutant, case) for case in cases if case.truth == "unknown"):
        return Verdict.KILLED
    return Verdict.EQUIVALENT if equivalent(condition, mutant) else Verdict.SURVIVED


def equivalent(one: Expression, two: Expression) -> bool:
    """Tell whether two conditions have one Kleene value whatever is known of the facts they name.

    All states of these facts are tried, unknown among them; what facts imply is not made use of.
    Raises `ValueError` where there are more than `MOST_STATES`.
    """
    facts = tuple(dict.fromkeys((*named_facts(one), *named_facts(two))))
    both = [a for a in (*leaves(one), *leaves(two)) if not isinstance(a, Always | IsKnown)]
    states = [(None, *_values(fact, both)) for fact in facts]
    if prod(map(len, states)) > MOST_STATES:
        raise ValueError(f"too many states of {[fact.name for fact in facts]}")
    for values in product(*states):
        pairs = zip(facts, values, strict=True)
        known = {fact.name: value for fact, value in pairs if value is not None}
        if evaluate(one, known) is not evaluate(two, known):
            return False
    return True


def _values(fact: Fact, both: Sequence[Expression]) -> tuple[Any, ...]:
    if isinstance(fact, TextFact | DateFact | ScoresFact):
        return ("(known)",)
    return domain(fact, both)


def _same_status(mutant: Expression, case: Expected) -> bool:
    status = exact_status(mutant, case.known, (*FORBIDDEN, *stated_definitions(case.known)))
    settled = Truth.of(status.truth).value
    return in_order(status.missing) == case.missing and settled == case.settled


def unexplained() -> Iterator[Trial]:
    """Yield the mutants that no case tells from the condition, although they differ."""
    return (trial for trial in trials() if trial.verdict is Verdict.SURVIVED)
