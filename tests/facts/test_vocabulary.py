"""The vocabulary against the committed list of names, types and values of the inventory."""

from __future__ import annotations

import pytest

from ariane.facts.source import Source
from ariane.facts.vocabulary import BY_DOMAIN, BY_NAME, DERIVED, ORDER, VOCABULARY, in_order
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    DecimalFact,
    EnumFact,
    Fact,
    IntFact,
    ScoresFact,
    SetFact,
    TextFact,
)
from support.knowledge import FactLine, vocabulary_lines

TYPES: dict[str, type[Fact]] = {
    "bool": BoolFact,
    "enum": EnumFact,
    "int": IntFact,
    "decimal": DecimalFact,
    "set": SetFact,
    "string": TextFact,
    "date": DateFact,
    "list[int]": ScoresFact,
}
LINES = vocabulary_lines()
EACH = pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)


def results_of(fact: Fact) -> tuple[str, ...]:
    match fact:
        case EnumFact():
            return fact.results()
        case IntFact() | SetFact() | ScoresFact():
            return tuple(map(str, fact.allowed))
    return ()


def test_226_names_in_the_order_of_the_inventory() -> None:
    assert len(VOCABULARY) == 226
    assert [fact.name for fact in VOCABULARY] == [line.name for line in LINES]


@EACH
def test_type(line: FactLine) -> None:
    assert type(BY_NAME[line.name]) in (TYPES[line.type], *TYPES[line.type].__subclasses__())


@EACH
def test_allowed_values(line: FactLine) -> None:
    assert results_of(BY_NAME[line.name]) == line.results


@EACH
def test_no_result_values(line: FactLine) -> None:
    assert BY_NAME[line.name].no_result == line.no_result


def test_every_fact_has_a_source() -> None:
    assert [fact.name for fact in VOCABULARY if fact.source not in list(Source)] == []


def test_every_fact_stands_in_one_domain() -> None:
    assert sum(map(len, BY_DOMAIN.values())) == len(BY_NAME) == len(VOCABULARY)


def test_derived_facts_say_that_they_are() -> None:
    assert [fact.name for fact in DERIVED] == [
        "peritoneal_disease_isolated",
        "liver_disease_isolated",
        "oligometastatic",
        "colorectal_profile",
    ]
    assert {fact.name for fact in VOCABULARY if fact.source == Source.DERIVED} == {
        fact.name for fact in DERIVED
    }


def test_pci_has_thirteen_regions() -> None:
    fact = BY_NAME["pci_region_scores"]
    assert isinstance(fact, ScoresFact)
    assert fact.length == 13


def test_facts_are_put_in_the_order_of_the_vocabulary() -> None:
    facts = (BY_NAME["regimen"], BY_NAME["sex"], BY_NAME["liver_metastases"])
    assert in_order(facts) == ("sex", "liver_metastases", "regimen")
    assert ORDER["sex"] == 0
