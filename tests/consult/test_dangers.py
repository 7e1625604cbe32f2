"""Nothing dangerous is offered without what the chapter, or Ariane's caution, puts against it."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.calculators.inputs import InputError, InputKind
from ariane.calculators.requests import requested_regimen_plan
from ariane.consult.assessment import assess
from ariane.guideline.statement import Strength
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.undosed_treatments import UNDOSED_TREATMENTS, UndosedTreatment
from ariane.logic.truth import Truth
from support.case_files import case

ISOLATED = {"peritoneal_metastases": True, "extraperitoneal_disease": False}
CONFIRMED = {**ISOLATED, "peritoneal_resectability": "resectable_confirmed"}
CYTOREDUCTION = ("S24.4.4.1-D1", "S24.4.4.1-D3", "S24.5.2-O1", "S24.8.2-D6")
COLON = {"colorectal_profile": True}
WILD = {"kras_status": "wild_type", "nras_status": "wild_type", "braf_status": "wild_type"}


def truths(facts: dict[str, Any]) -> dict[str, Truth]:
    return {entry.id: entry.truth for entry in assess(case(facts))}


@pytest.mark.parametrize("ps", [3, 4])
def test_systemic_treatment_at_ps_3_4_comes_with_supportive_care(ps: int) -> None:
    facts = {**ISOLATED, "primary_identified": False, "ecog_ps": ps}
    unfavourable = {**facts, "clinicopathological_entity": "unfavourable"}
    for known in (facts, unfavourable):
        found = truths(known)
        assert found["S24.5.1-O3"] is found["S24.8.2-W2"] is Truth.HOLDS
    for offered in ("S24.4.1.1-D1", "S24.5.1-O1", "S24.5.1-O2", "S24.8.3-D8", "S24.8.3-D10"):
        assert truths(unfavourable)[offered] is Truth.FAILS, offered
    later = truths({"treatment_phase": "second_line_or_later", "ecog_ps": ps})
    assert later["S24.4.1.2-W1"] is Truth.HOLDS


def test_a_planned_local_liver_treatment_asks_for_fdg_pet_and_brain_mri() -> None:
    entry = assess(case({"local_liver_treatment_planned": True}))["S24.4.4.2-W1"]
    assert entry.truth is Truth.HOLDS
    assert entry.is_open


@pytest.mark.parametrize(
    "against",
    [
        {**CONFIRMED, "extraperitoneal_disease": True},
        {**ISOLATED, "peritoneal_resectability": "unresectable_confirmed"},
        {**ISOLATED, "peritoneal_resectability": "unresectable_at_outset"},
    ],
)
def test_cytoreduction_is_never_offered_to_extraperitoneal_or_unresectable_disease(
    against: dict[str, Any],
) -> None:
    found = truths({"renape_board_validated": True, "intraoperative_primary": "none"} | against)
    assert [offered for offered in CYTOREDUCTION if found[offered] is not Truth.FAILS] == []
    assert found["S24.4.4.1-W1"] is Truth.HOLDS


def test_cytoreduction_waits_for_the_renape_board() -> None:
    assert truths(CONFIRMED)["S24.5.2-O1"] is Truth.UNKNOWN
    assert truths({**CONFIRMED, "renape_board_validated": False})["S24.5.2-O1"] is Truth.FAILS


def test_no_anti_egfr_unless_all_three_genes_are_known_to_be_wild_type() -> None:
    warning = "S24.4.2.1-W2"
    assert truths(COLON | WILD)[warning] is Truth.FAILS
    for gene in WILD:
        unknown = {name: value for name, value in WILD.items() if name != gene}
        assert truths(COLON | unknown)[warning] is Truth.HOLDS
        assert truths(COLON | WILD | {gene: "mutated"})[warning] is Truth.HOLDS


def test_pipac_is_a_refusal_to_recommend_and_never_a_proposal() -> None:
    found = assess(case({"peritoneal_metastases": True, "treatment_intent": "palliative"}))
    entry = found["S24.4.4.1-W2"]
    assert (entry.truth, entry.statement.strength) == (Truth.HOLDS, Strength.MUST_NOT)


@pytest.mark.parametrize("site", ["flank", "other"])
def test_a_trocar_off_the_midline_is_remarked(site: str) -> None:
    recorded = {"laparoscopy_performed": True, "trocar_sites": ["midline", site]}
    assert truths(recorded)["S24.3.6.2-W1"] is Truth.HOLDS


def test_a_poorly_differentiated_carcinoma_is_kept_off_the_well_differentiated_path() -> None:
    found = truths({"histology_type": "nec_poorly_differentiated", "primary_identified": False})
    assert found["S24.4.2.2-D1"] is Truth.HOLDS
    assert found["S24.8.3-D5"] is not Truth.HOLDS
    assert found["S24.3.3-D2"] is not Truth.HOLDS


@pytest.mark.parametrize("marker", [{"msi_status": "msi_h_dmmr"}, {"tmb_mut_per_mb": 11}])
def test_anti_pd1_waits_for_a_board_and_is_refused_without_one(marker: dict[str, Any]) -> None:
    fit = {**marker, "ecog_ps": 1}
    assert truths(fit)["S24.5.1-O2"] is Truth.UNKNOWN
    refused = fit | {"cup_board_validated": False, "local_molecular_board_validated": False}
    found = truths(refused)
    assert found["S24.5.1-O2"] is Truth.FAILS
    assert found["S24.5.1-W1"] is Truth.HOLDS


@pytest.mark.parametrize("treatment", UNDOSED_TREATMENTS, ids=lambda entry: entry.code)
def test_no_dose_is_ever_given_that_the_chapter_does_not_print(
    treatment: UndosedTreatment,
) -> None:
    for name in treatment.names:
        with pytest.raises(InputError) as refused:
            requested_regimen_plan(name, "170", "65", "2026-03-02", "2", "mosteller")
        assert [p.kind for p in refused.value.problems] == [InputKind.NO_PRINTED_DOSE], name


def test_each_caution_stays_in_the_chapter_as_a_caution() -> None:
    cautions = {"S24.4.2.1-W2", "S24.5.1-W1", "S24.8.2-W2", "S24.7-C1"}
    safety = {statement.id for statement in statements() if statement.strength is Strength.SAFETY}
    assert cautions <= safety
