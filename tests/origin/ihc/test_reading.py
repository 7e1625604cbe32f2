"""The reading of stains: numbers traced, no certainty from little, nothing from the unknown."""

from __future__ import annotations

import csv
import math
import statistics
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.case.case import Case
from ariane.facts.vocabulary import BY_NAME
from ariane.origin.codes import BY_CODE
from ariane.origin.ihc.crosswalk import BY_TUMOUR, MARKERS, NAMES, OTHER_STAINS, TUMOURS, UNMAPPED
from ariane.origin.ihc.frequencies import (
    DATA,
    LEAST_RHO,
    NOMINAL_SIZE,
    Series,
    all_series,
    correlation,
    pooled,
    stainings,
)
from ariane.origin.ihc.priors import prior, ruled_out, site_counts
from ariane.origin.ihc.reading import credible_set, expected_bits, origins_known, read_panel


def case_of(**known: Any) -> Case:
    return Case(id="T-1", stated=known, known=known, recorded=known)


def series(share: float, size: float, source: str = "a") -> Series:
    return Series("ihc_ck7", "PAAD", "pancreas_adenoca", share, size, True, source, "", "")


panels = st.dictionaries(st.sampled_from(sorted(MARKERS)), st.sampled_from(["pos", "neg"]))


def test_every_name_of_the_files_is_mapped_once_or_left_out_by_name() -> None:
    for name in ("frequencies.csv", "priors.csv"):
        with (DATA / name).open(encoding="utf-8", newline="") as stream:
            names = {row["tumour"] for row in csv.DictReader(stream)}
        assert names <= BY_TUMOUR.keys() | UNMAPPED
    assert not BY_TUMOUR.keys() & UNMAPPED
    assert len(BY_TUMOUR) == sum(len(names.split()) for names in TUMOURS.values())
    assert TUMOURS.keys() <= BY_CODE.keys()
    assert MARKERS.keys() <= BY_NAME.keys()
    assert not OTHER_STAINS.keys() & BY_NAME.keys()


def test_every_series_has_a_source_and_an_address() -> None:
    assert all(one.source and one.read and one.address for one in all_series())
    assert all(0 <= one.share <= 1 for one in all_series())


def test_floor_and_nominal_size_are_those_of_the_counted_series() -> None:
    found = defaultdict(list)
    for one in all_series():
        if one.counted and one.marker in MARKERS:
            found[one.marker, one.origin].append(one)
    seen = [correlation(group) for group in found.values() if len(group) > 1]
    assert statistics.median(seen) == pytest.approx(LEAST_RHO, abs=0.005)
    sizes = sorted(one.size for group in found.values() for one in group)
    assert sizes[len(sizes) // 10] == NOMINAL_SIZE


def test_one_small_series_is_never_certain() -> None:
    assert pooled([series(1.0, 5)]).mean < 0.9
    assert pooled([series(1.0, 10_000)]).mean < 0.96


def test_contradictory_series_widen() -> None:
    agreeing = pooled([series(0.5, 100), series(0.5, 100)])
    contrary = pooled([series(0.1, 100), series(0.9, 100)])
    assert contrary.rho > agreeing.rho
    assert contrary.positive + contrary.negative < agreeing.positive + agreeing.negative


@given(st.floats(0, 0.9), st.floats(0.01, 0.1), st.integers(1, 500))
def test_more_positives_never_lower_the_chance(share: float, more: float, size: int) -> None:
    assert pooled([series(share + more, size)]).mean > pooled([series(share, size)]).mean


def test_prior_is_the_counts_of_the_site() -> None:
    assert site_counts("liver")["PAAD"] == 461
    codes = origins_known(stainings())
    liver = prior({"predominant_site": "liver"}, codes)
    assert math.fsum(liver.values()) == pytest.approx(1)
    assert liver["COADREAD"] > liver["OVARY"]
    assert (
        prior({"predominant_site": "peritoneum"}, codes)["OVARY"]
        > prior({"predominant_site": "liver"}, codes)["OVARY"]
    )


def test_sex_and_pathologist_rule_out() -> None:
    assert "OVARY" in ruled_out({"sex": "male"})
    assert "MELANOMA" in ruled_out({"melanoma_excluded": True})
    assert not ruled_out({"melanoma_excluded": False})
    assert not ruled_out({})


@given(panels)
def test_posterior_sums_to_one_and_set_reaches_ninety(stains: dict[str, str]) -> None:
    report = read_panel(case_of(**stains)).report
    assert math.fsum(report.posterior.values()) == pytest.approx(1)
    assert sum(report.posterior[code] for code in report.set90) >= 0.9 - 1e-9
    assert report.set90 == credible_set(report.posterior)


@given(panels, st.sampled_from(["not_done", "reduced"]))
def test_unknown_stains_change_nothing(stains: dict[str, str], result: str) -> None:
    absent = {fact: result for fact in MARKERS if fact not in stains}
    plain, fuller = read_panel(case_of(**stains)), read_panel(case_of(**stains, **absent))
    assert plain.report.posterior == fuller.report.posterior


def test_contributions_are_the_whole_of_the_posterior() -> None:
    reading = read_panel(case_of(ihc_ck7="pos", ihc_cdx2="neg", ihc_psa="pos"))
    first, second = reading.report.ranked[:2]
    added = [e.log_odds.get(first, 0) - e.log_odds.get(second, 0) for e in reading.report.evidence]
    start = math.log(reading.prior[first] / reading.prior[second])
    found = math.log(reading.report.posterior[first] / reading.report.posterior[second])
    assert start + sum(added) == pytest.approx(found)


def test_no_stain_no_answer() -> None:
    report = read_panel(case_of(sex="female")).report
    assert report.abstained
    assert str(report.quality.reasons[0]) == "no-stain"


def test_lost_ck20_does_not_speak_against_a_dmmr_colon() -> None:
    stains = {"ihc_ck20": "neg", "ihc_cdx2": "neg"}
    plain = read_panel(case_of(**stains)).report
    dmmr = read_panel(case_of(**stains, msi_status="msi_h_dmmr")).report
    assert dmmr.posterior["COADREAD"] > plain.posterior["COADREAD"]
    assert all("COADREAD" not in one.log_odds for one in dmmr.evidence)


def test_nothing_is_proposed_without_tissue() -> None:
    assert read_panel(case_of(ihc_ck7="pos")).next_stains
    assert not read_panel(case_of(ihc_ck7="pos", tumour_material_sufficient=False)).next_stains


def test_information_is_nothing_when_the_origin_is_known() -> None:
    table = stainings()
    sure = {code: float(code == "PRAD") for code in origins_known(table)}
    assert expected_bits("ihc_psa", table, sure) == pytest.approx(0, abs=1e-12)
    assert all(expected_bits(name, table, prior({}, tuple(sure))) <= 1 for name in NAMES)


def test_profiles_name_what_they_are_known_for() -> None:
    prostate = read_panel(case_of(sex="male", ihc_psa="pos", ihc_nkx3_1="pos", ihc_ck7="neg"))
    assert prostate.report.ranked[0] == "PRAD"
    colon = read_panel(case_of(ihc_ck7="neg", ihc_ck20="pos", ihc_cdx2="pos", ihc_satb2="pos"))
    assert colon.report.ranked[0] == "COADREAD"
    assert "COADREAD" in colon.guideline or not colon.guideline
