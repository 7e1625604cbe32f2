"""The way through the algorithms: where it leads, where it waits, and where it is held back."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from ariane.consult.assessment import assess
from ariane.consult.consultation import Pathway
from ariane.documents.pathway_svg import layout, pathway_svg
from ariane.documents.viewing import view
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.logic.truth import Truth
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language
from support.case_files import case

LIVER = {
    "ihc_biliopancreatic_compatible": True,
    "histology_type": "adenocarcinoma",
    "liver_metastases": True,
}
PERITONEUM = {
    "peritoneal_metastases": True,
    "primary_identified": False,
    "extraperitoneal_disease": False,
}
UNFAVOURABLE = {
    "liver_metastases": True,
    "primary_identified": False,
    "clinicopathological_entity": "unfavourable",
}


def way(number: int, facts: dict[str, Any]) -> Pathway:
    return assess(case(facts)).pathways[number - 1]


@pytest.mark.parametrize(
    ("number", "facts", "reached"),
    [
        (
            1,
            {
                **LIVER,
                "liver_main_lesion_count": 1,
                "liver_lesion_count": 1,
                "mri_capsular_retraction": True,
            },
            {"A1_iCCA"},
        ),
        (1, {**LIVER, "liver_lesion_count": 4, "peritoneal_metastases": True}, {"A1_capi"}),
        (
            2,
            {
                **PERITONEUM,
                "ecog_ps": 0,
                "peritoneal_resectability": "potentially_resectable",
                "disease_tempo": "slow",
            },
            {"A2_renape"},
        ),
        (2, {**PERITONEUM, "ecog_ps": 2}, {"A2_ps2"}),
        (3, {**UNFAVOURABLE, "ecog_ps": 3}, {"A3_bsc"}),
        (3, {**UNFAVOURABLE, "ecog_ps": 1, "molecular_profile_status": "pending"}, {"A3_emp"}),
    ],
)
def test_a_patient_reaches_the_box_that_the_figure_leads_to(
    number: int, facts: dict[str, Any], reached: set[str]
) -> None:
    assert reached <= set(way(number, facts).reached)


def test_an_open_arrow_waits_for_its_facts() -> None:
    found = way(1, {**LIVER, "liver_main_lesion_count": 2, "liver_lesion_count": 2})
    assert found.reached == ("A1_mri12",)
    assert found.waiting_for == (
        "mri_liver_done",
        "mri_bile_duct_infiltration",
        "mri_capsular_retraction",
        "mri_biliary_dilatation",
        "mri_nodes_max_hilar_coeliac",
    )


def test_nobody_is_led_anywhere_by_an_algorithm_that_is_not_entered() -> None:
    for facts in ({}, {"liver_metastases": False, "peritoneal_metastases": False}):
        for found in assess(case(facts)).pathways:
            assert found.entered is not Truth.HOLDS
            assert (found.visited, found.reached, found.waiting_for) == ((), (), ())


def test_systemic_treatment_is_held_back_at_ps_3_and_above() -> None:
    facts = {**PERITONEUM, "ecog_ps": 3, "percutaneous_biopsy_result": "diagnostic"}
    found = way(2, {**facts, "histology_available": True})
    assert "A2_bsc" in found.reached
    held = {s.edge.target: s.held_back for s in found.steps if s.held_back}
    assert held == {"A2_syst": "A81"}


UNKNOWN = {"liver_metastases": True, "primary_identified": False}
FEW = {"metastasis_count": 2, "serosal_involvement": False, "all_lesions_locally_treatable": True}
DONE = {"fdg_pet_done": True, "brain_mri_done": True}
NET = {"clinicopathological_entity": "net_profile"}
SEROUS = {"clinicopathological_entity": "serous_ovarian_peritoneal"}
COLON = {"clinicopathological_entity": "colorectal_profile", "molecular_signature_colorectal": True}


@pytest.mark.parametrize(
    ("facts", "target", "ambiguity", "freeing"),
    [
        (FEW, "A3_local", "A75", DONE),
        (FEW | {"fdg_pet_done": True, "brain_mri_done": False}, "A3_local", "A75", DONE),
        (
            NET | {"histology_type": "nec_poorly_differentiated"},
            "A3_net_tx",
            "A05",
            {"histology_type": "net_well_differentiated"},
        ),
        (COLON | {"ecog_ps": 3}, "A3_crc_tx", "A77", {"ecog_ps": 2}),
        (SEROUS | {"ecog_ps": 3}, "A3_ser_tx", "A77", {"ecog_ps": 2}),
    ],
)
def test_algorithm_3_holds_back_from_a_treatment_whose_needs_are_not_met(
    facts: dict[str, Any], target: str, ambiguity: str, freeing: dict[str, Any]
) -> None:
    consultation = assess(case(UNKNOWN | facts))
    found = consultation.pathways[2]
    taken = [step for step in found.steps if step.edge.source in found.visited]
    assert {s.edge.target: s.held_back for s in taken if s.held_back} == {target: ambiguity}
    for language in Language:
        line = view(consultation, language).pathways[2]
        held = say("pathway.held", language, ambiguity=ambiguity)
        assert f"{table(language, 'algorithms')[target]} ({held})" in line
    free = way(3, UNKNOWN | facts | freeing)
    assert target in free.reached
    assert not any(s.held_back for s in free.steps if s.edge.target == target)


def test_a_liver_known_to_be_free_needs_no_liver_work_up() -> None:
    peritoneum = {"peritoneal_metastases": True, "liver_metastases": False}
    found = way(3, {**peritoneum, "primary_identified": False})
    assert not [s for s in found.steps if s.edge.target == "A3_local" and s.held_back]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda a: a.id)
def test_layouts_hold_exactly_the_boxes_and_arrows_of_the_graphs(
    algorithm: Any, language: Language
) -> None:
    drawn = layout(algorithm.id, language)
    assert set(drawn["nodes"]) == {node.id for node in algorithm.nodes}
    assert sorted((e["from"], e["to"]) for e in drawn["edges"]) == sorted(
        (e.source, e.target) for e in algorithm.edges
    )
    labels = table(language, "algorithms")
    for name, node in drawn["nodes"].items():
        assert " ".join(node["lines"]) == " ".join(labels[name].split(" "))


@pytest.mark.parametrize("language", Language)
def test_the_drawing_can_be_read_aloud(language: Language) -> None:
    found = way(2, {**PERITONEUM, "ecog_ps": 1})
    root = fromstring(pathway_svg(found, language))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title") is not None
    description = root.find(f"{space}desc")
    assert description is not None
    labels = table(language, "algorithms")
    for node in found.visited:
        assert labels[node] in (description.text or "")
    lit = {g.get("id") for g in root.iter(f"{space}g") if "visited" in (g.get("class") or "")}
    assert lit == set(found.visited)
