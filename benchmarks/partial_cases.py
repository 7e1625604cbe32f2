"""Partial cases: the shipped ones, and random patients of whom only a part is told.

A random patient is complete and breaks no rule; each fact is then withheld with one probability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import ariane
from ariane.case.case import Case
from ariane.case.inference import inferred
from ariane.case.reading import read_case
from ariane.facts.constraints import FORBIDDEN
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.evaluate import evaluate
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    DerivedFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
)
from ariane.logic.structure import base_facts

SHIPPED = Path(ariane.__file__).parent / "case" / "shipped"
COUNTS = (0, 1, 2, 3, 4, 5, 6, 7, 99, 100, 101)
DECIMALS = tuple(map(Decimal, ("0", "0.5", "1.8", "9.9", "10", "10.1", "79.9", "80", "100")))

Values = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """A case, and the patient behind it where the patient is complete."""

    case: Case
    patient: Mapping[str, Any] | None = None


def shipped_cases() -> list[Told]:
    return [Told(read_case(path)) for path in sorted(SHIPPED.glob("*.yaml"))]


def random_cases(count: int, unknown: float, seed: int) -> Iterator[Told]:
    """Yield `count` cases in which each fact is unknown with probability `unknown`."""
    random = Random(f"{seed}/{unknown}")
    for number in range(count):
        patient = _patient(random)
        stated = {name: value for name, value in patient.items() if random.random() >= unknown}
        case = case_of(Case(id=f"random-{number}", stated={}, known={}, recorded={}), stated)
        assert case is not None, "a part of a patient who breaks no rule contradicts itself"
        yield Told(case, patient)


def case_of(case: Case, stated: Mapping[str, Any]) -> Case | None:
    """Return `case` with other stated facts; `None` where they contradict each other."""
    inference = inferred(stated, case.exams, case.pci)
    if inference.problems:
        return None
    return replace(case, stated=stated, known=inference.known, recorded=inference.recorded)


def _patient(random: Random) -> Values:
    """Return a value for every fact but the derived ones; no forbidden combination is met."""
    told = [fact for fact in VOCABULARY if not isinstance(fact, DerivedFact)]
    patient = {fact.name: _value(fact, random) for fact in told}
    while broken := [rule for rule in FORBIDDEN if evaluate(rule, patient) is True]:
        for fact in base_facts(random.choice(broken)):
            patient[fact.name] = _value(fact, random)
    return patient


def _value(fact: Fact, random: Random) -> Any:
    match fact:
        case BoolFact():
            return random.random() < 0.5
        case EnumFact():
            return random.choice(fact.results())
        case IntFact():
            return random.choice(fact.allowed or COUNTS)
        case NumberFact():
            return random.choice(DECIMALS)
        case SetFact():
            pool = fact.allowed or ("spleen", "ovary")
            return frozenset(random.sample(pool, min(len(pool), random.choice((0, 1, 1, 2)))))
        case ScoresFact():
            return tuple(random.choice(fact.allowed) for _ in range(fact.length))
        case DateFact():
            return f"2026-03-{random.randint(10, 28)}"
    return "said"
