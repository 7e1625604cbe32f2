"""What follows from what, and what no patient can be: the inventory's list, and in examples."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.facts.constraints import EXCLUSIONS, FORBIDDEN, IMPLICATIONS
from ariane.facts.disease_extent import ORIGIN_HIERARCHY, SUSPECTED_ORIGINS
from ariane.facts.vocabulary import DERIVED
from ariane.logic.evaluate import evaluate
from ariane.logic.notation import notation
from support.knowledge import tncd24
from support.random_cases import RandomPatients

INVENTORY = tncd24()


def test_implications_are_those_of_the_inventory() -> None:
    found = {rule.cause.name: tuple(e.name for e in rule.effects) for rule in IMPLICATIONS}
    assert found == INVENTORY.implies


def test_exclusions_are_those_of_the_inventory() -> None:
    assert tuple(map(notation, EXCLUSIONS)) == INVENTORY.excludes


def test_all_of_them_are_forbidden() -> None:
    assert tuple(map(notation, FORBIDDEN)) == INVENTORY.forbidden()


def test_definitions_are_those_of_the_inventory() -> None:
    assert {fact.name: notation(fact.definition) for fact in DERIVED} == INVENTORY.derived


def test_the_hierarchy_of_origins_is_that_of_the_inventory() -> None:
    assert ORIGIN_HIERARCHY == SUSPECTED_ORIGINS.narrower == INVENTORY.narrower


def test_the_hierarchy_is_complete() -> None:
    """What counts as a narrower origin counts as the wider one too."""
    for wider, narrow in ORIGIN_HIERARCHY.items():
        for origin in narrow:
            assert set(ORIGIN_HIERARCHY.get(origin, ())) <= set(narrow), (wider, origin)
            assert wider not in ORIGIN_HIERARCHY.get(origin, ())


@pytest.mark.parametrize(
    "facts",
    [
        {"liver_metastases": True, "extraperitoneal_disease": False},
        {"peritoneal_metastases": True, "extrahepatic_disease": False},
        {"peritoneal_metastases": True, "serosal_involvement": False},
        {"lung_metastases": True, "extraperitoneal_disease": False},
        {"lung_metastases": True, "extrahepatic_disease": False},
        {"bone_metastases": True, "extraperitoneal_disease": False},
        {"bone_metastases": True, "extrahepatic_disease": False},
        {"liver_main_lesion_count": 3, "liver_lesion_count": 2},
        {"liver_metastases": True, "liver_lesion_count": 0},
        {"sex": "male", "ovarian_metastases_suspected": True},
        {"sex": "male", "ovary_millefeuille_sign": True},
        {"percutaneous_biopsy_result": "diagnostic", "histology_available": False},
        {"trocar_sites": frozenset({"midline"}), "laparoscopy_performed": False},
        {"dna_panel_gene_count": 1, "dna_panel_done": False},
    ],
    ids=str,
)
def test_impossible(facts: dict[str, Any]) -> None:
    assert [rule for rule in FORBIDDEN if evaluate(rule, facts) is True]


@pytest.mark.parametrize(
    "facts",
    [
        {"liver_metastases": False, "extraperitoneal_disease": True},
        {"liver_main_lesion_count": 2, "liver_lesion_count": 2},
        {"liver_metastases": True, "liver_lesion_count": 1},
        {"sex": "female", "ovarian_metastases_suspected": True},
        {"percutaneous_biopsy_result": "failed", "histology_available": False},
        {"trocar_sites": frozenset(), "laparoscopy_performed": False},
        {"dna_panel_gene_count": 0, "dna_panel_done": False},
    ],
    ids=str,
)
def test_possible(facts: dict[str, Any]) -> None:
    assert not [rule for rule in FORBIDDEN if evaluate(rule, facts) is True]


def test_random_patients_are_possible() -> None:
    """The patients of the property tests keep every rule, in the oracle's reading and in ours."""
    patients = RandomPatients(9_000)
    for _ in range(300):
        patient = patients.patient()
        assert patients.oracle.broken(patient) == []
        assert not [rule for rule in FORBIDDEN if evaluate(rule, patient) is not False]
