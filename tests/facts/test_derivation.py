"""Facts that follow from others."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.facts.derivation import completed, stated_definitions
from ariane.logic.notation import notation
from support.random_cases import RandomPatients


@pytest.mark.parametrize(
    ("stated", "name", "expected"),
    [
        ({"liver_metastases": True}, "extraperitoneal_disease", True),
        ({"peritoneal_metastases": True}, "extrahepatic_disease", True),
        ({"peritoneal_metastases": True}, "serosal_involvement", True),
        ({"lung_metastases": True}, "extrahepatic_disease", True),
        ({"bone_metastases": True}, "extraperitoneal_disease", True),
        ({"liver_metastases": False}, "extraperitoneal_disease", None),
        ({"extraperitoneal_disease": False}, "liver_metastases", None),
        ({"peritoneal_metastases": True}, "peritoneal_disease_isolated", None),
        ({"peritoneal_metastases": False}, "peritoneal_disease_isolated", False),
        (
            {"peritoneal_metastases": True, "bone_metastases": True},
            "peritoneal_disease_isolated",
            False,
        ),
        (
            {"peritoneal_metastases": True, "extraperitoneal_disease": False},
            "peritoneal_disease_isolated",
            True,
        ),
        ({"liver_metastases": True, "lung_metastases": True}, "liver_disease_isolated", False),
        ({"metastasis_count": 5}, "oligometastatic", False),
        ({"metastasis_count": 0}, "oligometastatic", False),
        ({"metastasis_count": 4}, "oligometastatic", None),
        ({"metastasis_count": 4, "serosal_involvement": False}, "oligometastatic", True),
        ({"metastasis_count": 4, "peritoneal_metastases": True}, "oligometastatic", False),
        ({"molecular_signature_colorectal": True}, "colorectal_profile", True),
        ({"molecular_signature_colorectal": False}, "colorectal_profile", None),
        ({"ihc_ck7": "pos", "molecular_signature_colorectal": False}, "colorectal_profile", False),
    ],
    ids=str,
)
def test_what_follows(stated: dict[str, Any], name: str, expected: bool | None) -> None:
    assert completed(stated).get(name) is expected


def test_a_stated_value_serves_where_the_computed_one_is_unknown() -> None:
    stated = {"metastasis_count": 4, "oligometastatic": True}
    assert completed(stated)["oligometastatic"] is True


def test_what_is_stated_stays() -> None:
    stated = {"sex": "female", "extraperitoneal_disease": True, "liver_metastases": True}
    assert completed(stated).items() >= stated.items()


def test_completing_twice_adds_nothing() -> None:
    patients = RandomPatients(9_100)
    for _ in range(100):
        known = completed(patients.results(patients.case_facts()))
        assert completed(known) == known


@pytest.mark.parametrize(
    ("known", "forbidden"),
    [
        ({"liver_disease_isolated": False}, ["liver_metastases and not extrahepatic_disease"]),
        ({"liver_disease_isolated": True}, ["not (liver_metastases and not extrahepatic_disease)"]),
        ({"liver_disease_isolated": False, "liver_metastases": False}, []),
        ({"liver_metastases": True}, []),
    ],
)
def test_a_stated_derived_fact_forbids_what_would_deny_it(
    known: dict[str, bool], forbidden: list[str]
) -> None:
    assert [notation(rule) for rule in stated_definitions(known)] == forbidden
