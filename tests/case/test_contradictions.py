"""What a case file says against itself."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from ariane.case.problems import CaseError, ProblemKind
from support.case_files import FORMS, HEAD, case, document, refused, written
from support.random_cases import RandomPatients

IN_BOTH = pytest.mark.parametrize("form", FORMS)

IMPLICATIONS = [
    ("liver_metastases", "extraperitoneal_disease"),
    ("peritoneal_metastases", "extrahepatic_disease"),
    ("peritoneal_metastases", "serosal_involvement"),
    ("lung_metastases", "extraperitoneal_disease"),
    ("lung_metastases", "extrahepatic_disease"),
    ("bone_metastases", "extraperitoneal_disease"),
    ("bone_metastases", "extrahepatic_disease"),
]
ONLY_TOGETHER: list[dict[str, Any]] = [
    # each alone is possible, and no rule is broken by itself: no completion is left
    {"peritoneal_disease_isolated": True, "liver_disease_isolated": True},
    {"liver_disease_isolated": True, "liver_lesion_count": 0},
    {"liver_disease_isolated": True, "extraperitoneal_disease": False},
    {"peritoneal_disease_isolated": True, "extrahepatic_disease": False},
    {"peritoneal_disease_isolated": True, "serosal_involvement": False},
    {"peritoneal_disease_isolated": True, "oligometastatic": True},
]
CASES: list[dict[str, Any]] = [
    # exclusions
    {"liver_main_lesion_count": 3, "liver_lesion_count": 2},
    {"liver_metastases": True, "liver_lesion_count": 0},
    {"sex": "male", "ovarian_metastases_suspected": True},
    {"sex": "male", "ovarian_involvement_predominant": True},
    {"sex": "male", "ovary_bilateral": True},
    {"sex": "male", "ovaries_visualised": True},
    {"sex": "male", "ovary_surface_nodules": True},
    {"sex": "male", "ovary_millefeuille_sign": True},
    {"percutaneous_biopsy_result": "diagnostic", "histology_available": False},
    {"trocar_sites": ["flank"], "laparoscopy_performed": False},
    {"dna_panel_gene_count": 500, "dna_panel_done": False},
    # derived facts stated otherwise
    {
        "peritoneal_disease_isolated": False,
        "peritoneal_metastases": True,
        "extraperitoneal_disease": False,
    },
    {"peritoneal_disease_isolated": True, "peritoneal_metastases": False},
    {"peritoneal_disease_isolated": True, "extraperitoneal_disease": True},
    {"liver_disease_isolated": True, "extrahepatic_disease": True},
    {"liver_disease_isolated": False, "liver_metastases": True, "extrahepatic_disease": False},
    {"oligometastatic": True, "metastasis_count": 5},
    {"oligometastatic": True, "metastasis_count": 0},
    {"oligometastatic": False, "metastasis_count": 4, "serosal_involvement": False},
    {"colorectal_profile": False, "molecular_signature_colorectal": True},
    {"colorectal_profile": True, "molecular_signature_colorectal": False, "ihc_ck7": "pos"},
    # derived facts against what is implied
    {"peritoneal_disease_isolated": True, "liver_metastases": True},
    {"peritoneal_disease_isolated": True, "bone_metastases": True},
    {"liver_disease_isolated": True, "peritoneal_metastases": True},
    {"liver_disease_isolated": True, "lung_metastases": True},
    {"oligometastatic": True, "peritoneal_metastases": True},
    *ONLY_TOGETHER,
]


@IN_BOTH
@pytest.mark.parametrize(("cause", "effect"), IMPLICATIONS)
def test_an_implication_denied(cause: str, effect: str, form: str) -> None:
    problems = refused(written(document({cause: True, effect: False}), form))
    assert [p.kind for p in problems] == [ProblemKind.CONTRADICTION]
    assert f"facts.{cause}" in problems[0].place
    assert f"facts.{effect}" in problems[0].place


@IN_BOTH
@pytest.mark.parametrize("facts", CASES, ids=lambda facts: " ".join(facts))
def test_a_contradiction(facts: dict[str, Any], form: str) -> None:
    problems = refused(written(document(facts), form))
    assert {p.kind for p in problems} == {ProblemKind.CONTRADICTION}
    assert all("facts." in p.place and p.value for p in problems)


@pytest.mark.parametrize("facts", CASES, ids=lambda facts: " ".join(facts))
def test_either_half_is_accepted(facts: dict[str, Any]) -> None:
    """The test above refuses the combination, not one of its facts."""
    for name in facts:
        assert case({key: value for key, value in facts.items() if key != name})


@pytest.mark.parametrize("facts", CASES, ids=lambda facts: " ".join(facts))
def test_a_contradiction_has_a_place_in_the_file_and_says_what_was_expected(
    facts: dict[str, Any],
) -> None:
    lines = "".join(f"  {line}\n" for line in yaml.safe_dump(facts).splitlines())
    for problem in refused(f"{HEAD}facts:\n{lines}"):
        assert problem.line
        assert problem.expected


def test_a_contradiction_names_the_fact_from_which_it_follows() -> None:
    """Nobody wrote `extraperitoneal_disease`: it follows from the liver metastases."""
    facts = {"peritoneal_disease_isolated": True, "liver_metastases": True}
    said = str(refused(written(document(facts), "json"))[0])
    assert "peritoneal_disease_isolated" in said
    assert "liver_metastases" in said


@pytest.mark.parametrize("facts", ONLY_TOGETHER, ids=lambda facts: " ".join(facts))
def test_facts_that_contradict_only_together_are_all_named(facts: dict[str, Any]) -> None:
    said = str(refused(written(document(facts), "json"))[0])
    assert [name for name in facts if f"{name} = " not in said] == []


def test_a_no_result_value_contradicts_nothing() -> None:
    facts = {"percutaneous_biopsy_result": "not_done", "histology_available": False}
    assert case(facts).known == {"histology_available": False}


def test_each_contradiction_is_reported() -> None:
    facts = {
        "liver_metastases": True,
        "extraperitoneal_disease": False,
        "sex": "male",
        "ovary_bilateral": True,
        "oligometastatic": True,
        "metastasis_count": 9,
    }
    problems = refused(written(document(facts), "json"))
    assert len(problems) == 3


def test_contradictions_are_reported_beside_wrong_values() -> None:
    problems = refused(
        HEAD + "facts: {sex: male, ovary_bilateral: true, ecog_ps: 7, diabetis: true}"
    )
    assert {p.kind for p in problems} == {
        ProblemKind.CONTRADICTION,
        ProblemKind.OUT_OF_RANGE,
        ProblemKind.UNKNOWN_FACT,
    }


@pytest.mark.parametrize("seed", range(3))
def test_what_is_true_of_a_patient_is_never_refused(seed: int) -> None:
    patients = RandomPatients(10_000 + seed)
    for unknown in (0.0, 0.3, 0.6, 0.9) * 20:
        told = patients.with_no_results(patients.told(patients.patient(), unknown, derived=0.7))
        assert case(told).known == patients.oracle.completed(patients.results(told))


@pytest.mark.parametrize("seed", range(3))
def test_a_patient_against_the_rules_is_refused(seed: int) -> None:
    """Change two facts of a possible patient: refused wherever the oracle finds a breach."""
    patients = RandomPatients(11_000 + seed)
    tied = sorted(
        {n for r in patients.facts.forbidden() for n in patients.oracle.base_facts(r)}
        | set(patients.facts.derived)
    )
    refusals = 0
    for _ in range(100):
        facts = patients.told(patients.patient(), unknown=0.1, derived=0.9)
        other = patients.told(patients.patient(), unknown=0.0, derived=1.0)
        facts |= {name: other[name] for name in patients.random.sample(tied, 2)}
        broken = patients.oracle.broken(facts) or patients.oracle.broken(
            patients.oracle.completed(facts) | facts
        )
        try:
            case(facts)
            accepted = True
        except CaseError:
            accepted = False
        if broken:
            assert not accepted, (broken, facts)
            refusals += 1
    assert refusals > 10
