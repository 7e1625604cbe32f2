"""The reading of a panel: Table 1, lineage markers, families to rule out, and what to add."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.consult.stains import Exclusion, StainReading, read_stains
from support.case_files import case

ADENO = {"histology_type": "adenocarcinoma"}


def reading(**facts: Any) -> StainReading:
    return read_stains(case(facts))


def tumours(found: StainReading) -> list[str]:
    return [candidate.tumour for candidate in found.candidates]


@pytest.mark.parametrize(
    ("ck7", "ck20", "expected"),
    [
        ("pos", "neg", {"breast", "lung", "ovary_non_mucinous", "thyroid"}),
        ("pos", "pos", {"pancreas_bile_ducts", "stomach", "bladder"}),
        ("neg", "pos", {"colorectal", "merkel_cell"}),
        ("neg", "neg", {"liver_hcc", "prostate", "colorectal_dmmr_msi"}),
    ],
)
def test_ck7_and_ck20_choose_a_column_of_table_1(ck7: str, ck20: str, expected: set[str]) -> None:
    found = reading(**ADENO, ihc_ck7=ck7, ihc_ck20=ck20)
    assert found.profile == (ck7, ck20)
    assert expected <= set(tumours(found))


def test_table_1_is_not_read_for_other_histologies_or_without_one() -> None:
    stains = {"ihc_ck7": "pos", "ihc_ck20": "neg"}
    assert reading(histology_type="mesothelioma", **stains).table_applies is False
    assert reading(**stains).table_applies is None
    assert reading(**stains).candidates == ()


@pytest.mark.parametrize("ck20", ["reduced", "not_done"])
def test_a_reduced_or_missing_keratin_gives_no_profile(ck20: str) -> None:
    found = reading(**ADENO, ihc_ck7="neg", ihc_ck20=ck20)
    assert found.profile is None
    assert found.candidates == ()


def test_a_lineage_marker_narrows_the_column() -> None:
    found = reading(**ADENO, ihc_ck7="pos", ihc_ck20="neg", ihc_ttf1="pos")
    assert tumours(found)[:2] in (
        ["thyroid", "lung_adenocarcinoma"],
        ["lung_adenocarcinoma", "thyroid"],
    )
    assert "breast" in tumours(found)


def test_gata3_points_to_breast_only_with_ck7_and_without_ck20() -> None:
    with_profile = reading(**ADENO, ihc_ck7="pos", ihc_ck20="neg", ihc_gata3="pos")
    breast = next(c for c in with_profile.candidates if c.tumour == "breast")
    assert {evidence.statement for evidence in breast.evidence} == {
        "S24.3.7.2-I4",
        "S24.3.7.2-I8",
    }
    assert "breast" not in tumours(reading(**ADENO, ihc_gata3="pos"))


def test_absence_of_a_sensitive_marker_speaks_against_and_of_another_does_not() -> None:
    found = reading(**ADENO, ihc_ck7="pos", ihc_ck20="neg", ihc_pax8="neg", ihc_ttf1="neg")
    thyroid = next(c for c in found.candidates if c.tumour == "thyroid")
    assert [e.marker for e in thyroid.evidence if not e.supports] == ["ihc_pax8"]
    lung = next(c for c in found.candidates if c.tumour == "lung")
    assert lung.opposed_by == 0


def test_an_expected_result_that_fails_to_come_speaks_against() -> None:
    found = reading(
        histology_type="mesothelioma", ihc_calretinin="neg", ihc_ck5_6="pos", ihc_berep4="neg"
    )
    mesothelioma = next(c for c in found.candidates if c.tumour == "mesothelioma_epithelioid")
    assert (mesothelioma.supported_by, mesothelioma.opposed_by) == (2, 1)


def test_families_are_ruled_out_by_the_pathologist_and_suggested_by_a_positive_marker() -> None:
    found = reading(lymphoma_excluded=True, ihc_melana="pos", ihc_pan_ck="pos")
    states = {family.tumour: family.state for family in found.families}
    assert states == {
        "lymphoma": Exclusion.EXCLUDED,
        "melanoma": Exclusion.SUGGESTED,
        "sarcoma": Exclusion.OPEN,
    }


def test_dmmr_loss_does_not_rule_out_the_colon() -> None:
    lost = {"ihc_ck7": "neg", "ihc_ck20": "neg", "ihc_cdx2": "reduced"}
    with_loss = reading(**ADENO, **lost, msi_status="msi_h_dmmr")
    assert "colon" in {tumour for tumour, _ in with_loss.losses}
    assert reading(**ADENO, **lost, msi_status="mss_pmmr").losses == ()


def test_separating_stains_are_not_done_yet_and_split_the_candidates() -> None:
    found = reading(**ADENO, ihc_ck7="pos", ihc_ck20="neg", ihc_ttf1="neg")
    assert found.separators
    for separator in found.separators:
        assert separator.marker != "ihc_ttf1"
        assert 0 < len(separator.supports) < len(found.candidates)


def test_without_stains_there_is_no_reading() -> None:
    found = reading(sex="male")
    assert found.results == ()
    assert found.candidates == ()
