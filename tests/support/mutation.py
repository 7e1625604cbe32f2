"""Whether the cases of a condition tell it from its mutants; the others must be the same to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ariane.consult.conflicts import GAPS
from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.facts.vocabulary import in_order
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.safeguards import SAFEGUARDS
from ariane.logic.completions import exact_status
from ariane.logic.domains import domain
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Always, Expression, IsKnown
from ariane.logic.fact import DateFact, Fact, ScoresFact, TextFact
from ariane.logic.structure import leaves, named_facts
from ariane.logic.truth import Truth
from support.mutants import Mutant, mutants
from support.statement_cases import (
    StatementCase,
    condition_cases,
    known_in,
    read_case,
    statement_cases,
)

CONSULT = Path(__file__).parents[1] / "consult"
OWN = Path(__file__).parents[1] / "mutation" / "own_conditions.yaml"
MOST_STATES = 200_000


class Verdict(StrEnum):
    """What became of a mutant: told apart by a case, the same condition in other words, or not."""

    KILLED = "killed"
    EQUIVALENT = "equivalent"
    SURVIVED = "survived"


class Expected(NamedTuple):
    """What is known in a case and what it expects; of `missing` nothing where that is `None`."""

    known: Mapping[str, Any]
    truth: str
    missing: tuple[str, ...] | None = None
    settled: str = ""


class Subject(NamedTuple):
    """A condition of the knowledge, and its cases."""

    name: str
    condition: Expression
    cases: tuple[Expected, ...]


class Trial(NamedTuple):
    """One mutant of the condition of one subject, and what became of it."""

    subject: str
    mutant: Mutant
    verdict: Verdict


def subjects() -> dict[str, tuple[Subject, ...]]:
    """Return every condition of the knowledge by its kind."""
    return {
        "statements": _statements(),
        "fulfilments": _fulfilments(),
        "arrows": _arrows(),
        "own": _own(),
    }


@cache
def trials() -> dict[str, tuple[Trial, ...]]:
    """Return, by kind, every mutant of every condition, tried by the cases of its own condition."""
    return {
        kind: tuple(
            Trial(one.name, mutant, verdict(one.condition, mutant.condition, one.cases))
            for one in found
            for mutant in mutants(one.condition)
        )
        for kind, found in subjects().items()
    }


def _statements() -> tuple[Subject, ...]:
    cases = statement_cases()
    return tuple(Subject(s.id, s.when, tuple(map(_whole, cases[s.id]))) for s in statements())


def _whole(case: StatementCase) -> Expected:
    missing = tuple(case.get("missing", ()))
    return Expected(known_in(case), case["truth"], missing, case.get("settled", case["truth"]))


def _fulfilments() -> tuple[Subject, ...]:
    cases = condition_cases(CONSULT / "fulfilments.yaml")
    return tuple(
        Subject(
            f"fulfilment of {s.id}",
            s.fulfilled_when,
            tuple(
                Expected(read_case(case).recorded, case["truth"]) for case in cases.get(s.id, ())
            ),
        )
        for s in statements()
        if s.fulfilled_when is not None
    )


def _arrows() -> tuple[Subject, ...]:
    """Each arrow with the patient who takes it, the facts that he needs, and its own cases."""
    takers = yaml.safe_load((CONSULT / "arrows.yaml").read_text("utf-8"))
    cases = condition_cases(CONSULT / "arrow_conditions.yaml")
    found = []
    for edge in (edge for algorithm in ALGORITHMS for edge in algorithm.edges):
        name = f"{edge.source} to {edge.target}"
        taking = {"facts": takers[edge.source][edge.target], "truth": "holds"}
        own = (taking, *cases.get(name, ()))
        expected = tuple(Expected(known_in(case), case["truth"]) for case in own)
        found.append(Subject(name, edge.when, expected))
    return tuple(found)


def _own() -> tuple[Subject, ...]:
    """The conditions that are Ariane's own: gaps of ambiguities, and safeguards."""
    cases = condition_cases(OWN)
    conditions = {f"gap {name}": condition for name, condition in GAPS.items()}
    for guard in SAFEGUARDS:
        parts = {"when": guard.when, "unless": guard.unless}
        used = {word: part for word, part in parts.items() if named_facts(part)}
        conditions |= {f"{guard.id} {word}": part for word, part in used.items()}
    return tuple(
        Subject(
            name,
            condition,
            tuple(Expected(known_in(case), case["truth"]) for case in cases.get(name, ())),
        )
        for name, condition in conditions.items()
    )


def verdict(condition: Expression, mutant: Expression, cases: Sequence[Expected]) -> Verdict:
    """Return what becomes of a mutant of a condition whose cases are these."""
    if any(Truth.of(evaluate(mutant, case.known)).value != case.truth for case in cases):
        return Verdict.KILLED
    waiting = (case for case in cases if case.truth == "unknown" and case.missing is not None)
    if any(not _same_status(mutant, case) for case in waiting):
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
