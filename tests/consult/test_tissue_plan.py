"""The plan for the tumour sample: the order that spares it, nothing made up about how much."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.bootstrap import assess
from ariane.consult.tissue_plan import INDICATIONS, Standing, TissuePlan, Use, Warned
from ariane.consult.tissue_planning import tissue_plan
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.logic.truth import Truth
from support.case_files import case
from support.random_cases import RandomPatients

SAMPLED = {
    "capi_status": "confirmed",
    "histology_available": True,
    "histology_type": "adenocarcinoma",
    "liver_metastases": True,
}
EXCLUDED = {"lymphoma_excluded": True, "melanoma_excluded": True, "sarcoma_excluded": True}


def planned(facts: dict[str, Any], **more: Any) -> TissuePlan:
    return tissue_plan(assess(case(facts, **more)))


def standings(plan: TissuePlan) -> dict[Use, Standing]:
    return {use.use: use.standing for use in plan.uses}


def warned(plan: TissuePlan) -> dict[Warned, tuple[str, ...]]:
    return {entry.warned: entry.statements for entry in plan.warnings}


def test_every_use_cites_statements_that_exist() -> None:
    assert list(INDICATIONS) == list(Use)
    for indicated in INDICATIONS.values():
        assert set(indicated.statements) <= set(statements_by_id())


def test_exclusion_comes_first_then_keratins_then_lineage_then_molecular_work() -> None:
    uses = [use.use for use in planned({**SAMPLED, "ffpe_material": True}).uses]
    assert uses == [use for use in Use if use in uses]
    assert uses[:2] == [Use.EXCLUSION, Use.KERATINS]
    assert {Use.DNA_PANEL, Use.RNA, Use.NATIONAL_PROFILE} <= set(uses)


def test_the_first_panel_lists_the_stains_that_are_missing() -> None:
    first = planned({**SAMPLED, "ihc_pan_ck": "pos", "ihc_s100": "neg"}).uses[0]
    assert first.standing is Standing.RECOMMENDED
    assert first.markers == ("ihc_cd45", "ihc_cd20", "ihc_cd3", "ihc_melana", "ihc_hmb45")
    assert planned({**SAMPLED, **EXCLUDED}).uses[0].standing is Standing.DONE


def test_ck7_and_ck20_are_done_once_both_are_known() -> None:
    one = planned({**SAMPLED, "ihc_ck7": "pos"})
    assert one.uses[1].markers == ("ihc_ck20",)
    both = planned({**SAMPLED, "ihc_ck7": "pos", "ihc_ck20": "neg"})
    assert standings(both)[Use.KERATINS] is Standing.DONE


def test_what_is_not_known_of_the_sample_is_asked() -> None:
    plan = planned(SAMPLED)
    assert plan.ask == ("ffpe_material", "cryo_material", "tumour_material_sufficient")
    assert dict(plan.sample) == dict.fromkeys(plan.ask)
    assert plan.is_open


def test_nothing_is_asked_of_a_sample_that_is_still_to_be_taken() -> None:
    plan = planned({"capi_status": "suspected", "histology_available": False})
    assert plan.ask == ()
    assert warned(plan) == {Warned.FREEZE_AT_BIOPSY: ("S24.3.6-P1", "S24.3.6-P2")}
    assert set(standings(plan).values()) == {Standing.WAITING}
    assert not plan.is_open


def test_too_little_tissue_is_kept_for_molecular_work_before_more_stains() -> None:
    facts = {
        **SAMPLED, **EXCLUDED, "ihc_ck7": "pos", "ihc_ck20": "neg", "ffpe_material": True,
        "tumour_material_sufficient": False,
    }  # fmt: skip
    plan = planned(facts)
    lineage = next(use for use in plan.uses if use.use is Use.LINEAGE)
    assert lineage.held
    assert lineage.markers
    assert "S24.3.7.4-W1" in warned(plan)[Warned.INSUFFICIENT]
    enough = planned({**facts, "tumour_material_sufficient": True})
    assert not any(use.held for use in enough.uses)
    assert Warned.INSUFFICIENT not in warned(enough)


def test_without_tumour_tissue_circulating_dna_is_an_option() -> None:
    plan = planned({**SAMPLED, "ffpe_material": False, "cryo_material": False})
    assert standings(plan)[Use.CTDNA] is Standing.OPTION
    assert Warned.NO_TUMOUR_TISSUE in warned(plan)
    assert "ctdna_sample" in plan.ask


def test_without_frozen_tissue_the_national_profile_may_be_partial() -> None:
    plan = planned({**SAMPLED, "ffpe_material": True, "cryo_material": False})
    assert warned(plan)[Warned.NO_FROZEN] == ("S24.3.8.3-A2", "S24.3.8.3-P1")
    profile = next(use for use in plan.uses if use.use is Use.NATIONAL_PROFILE)
    assert {s.material: s.available for s in profile.supplies} == {
        "paraffin_tumour": True, "frozen_tumour": False,
    }  # fmt: skip


@pytest.mark.parametrize("status", ["requested", "scheduled"])
def test_what_is_ordered_is_under_way(status: str) -> None:
    plan = planned({**SAMPLED, "ffpe_material": True}, exams={"dna_panel": {"status": status}})
    assert standings(plan)[Use.DNA_PANEL] is Standing.UNDER_WAY


@pytest.mark.parametrize("seed", range(6))
def test_random_samples_are_recommended_only_by_what_holds(seed: int) -> None:
    patients = RandomPatients(9_300 + seed)
    for _ in range(5):
        consultation = assess(case(patients.case_facts(0.6)))
        plan = tissue_plan(consultation)
        for use in plan.uses:
            truths = {consultation[name].settled_truth for name in use.statements}
            if use.standing in (Standing.RECOMMENDED, Standing.OPTION):
                assert Truth.HOLDS in truths
        known = consultation.case.known
        assert not set(plan.ask) & set(known)
        assert all(there == known.get(name) for name, there in plan.sample)
