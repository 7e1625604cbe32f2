"""All facts in the order of the vocabulary: the order in which missing facts are listed."""

from __future__ import annotations

from types import ModuleType

from ariane.facts import (
    board,
    disease_extent,
    evidence,
    imaging,
    laboratory,
    molecular,
    pathology,
    person,
    stains,
    surgery,
    tissue,
    treatment,
)
from ariane.logic.fact import DerivedFact, Fact

DOMAINS: dict[str, ModuleType] = {
    "person": person,
    "disease_extent": disease_extent,
    "imaging": imaging,
    "laboratory": laboratory,
    "pathology": pathology,
    "stains": stains,
    "tissue": tissue,
    "molecular": molecular,
    "board": board,
    "surgery": surgery,
    "treatment": treatment,
    "evidence": evidence,
}


def _facts_of(module: ModuleType) -> tuple[Fact, ...]:
    """Return the facts that a module defines itself (each bears the upper-case of its name)."""

    return tuple(
        value
        for name, value in vars(module).items()
        if isinstance(value, Fact) and name == value.name.upper()
    )


BY_DOMAIN: dict[str, tuple[Fact, ...]] = {
    name: _facts_of(module) for name, module in DOMAINS.items()
}
VOCABULARY: tuple[Fact, ...] = tuple(fact for facts in BY_DOMAIN.values() for fact in facts)
BY_NAME: dict[str, Fact] = {fact.name: fact for fact in VOCABULARY}
ORDER: dict[str, int] = {fact.name: index for index, fact in enumerate(VOCABULARY)}
DERIVED: tuple[DerivedFact, ...] = tuple(f for f in VOCABULARY if isinstance(f, DerivedFact))


def in_order(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """Return the names of `facts` in vocabulary order."""
    return tuple(sorted((fact.name for fact in facts), key=ORDER.__getitem__))
