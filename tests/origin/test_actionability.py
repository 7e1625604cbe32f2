"""Alterations, the statements that read them, and labels with the EMA apart from the FDA."""

from __future__ import annotations

from ariane.case.reading import case_from_bytes
from ariane.consult.assessment import assess
from ariane.documents.actionability import actionability_data
from ariane.origin.actionability import Touched, actionability, indications


def touched(facts: str) -> tuple[Touched, ...]:
    text = f"schema: ariane-case/1\nid: T-1\nfacts: {{{facts}}}\n"
    return actionability(assess(case_from_bytes(text.encode(), "case")))


def test_the_ema_labels_whatever_the_organ_only_ntrk_and_ret() -> None:
    ema = {one.alteration for one in indications() if one.authority == "EMA"}
    assert ema == {"ntrk_fusion", "ret_fusion"}
    assert all(one.address and one.date for one in indications() if one.authority == "EMA")


def test_mismatch_repair_touches_its_statements_and_the_american_labels() -> None:
    (found,) = touched("msi_status: msi_h_dmmr")
    assert found.statements
    assert {one.authority for one in found.indications} == {"FDA"}
    assert "panel-size-unknown" in found.cautions
    (sized,) = touched("msi_status: msi_h_dmmr, dna_panel_gene_count: 500")
    assert "panel-size-unknown" not in sized.cautions


def test_wild_type_and_unknown_are_no_alterations() -> None:
    assert touched("kras_status: wild_type, msi_status: mss_pmmr") == ()
    assert touched("sex: male") == ()


def test_a_tmb_below_ten_has_no_label_and_ten_has() -> None:
    assert touched("tmb_mut_per_mb: 9.9")[0].indications == ()
    assert touched("tmb_mut_per_mb: 10")[0].indications


def test_a_braf_mutation_is_not_taken_for_v600e() -> None:
    assert "v600e-only" in touched("braf_status: mutated")[0].cautions


def test_data_has_nulls_for_what_is_not_given() -> None:
    data = actionability_data(touched("tmb_mut_per_mb: 12"), "T-1")
    assert data["alterations"][0]["labels"][0]["address"] is None
    assert {one["alteration"] for one in data["not_recorded"]} == {"ntrk_fusion", "ret_fusion"}
