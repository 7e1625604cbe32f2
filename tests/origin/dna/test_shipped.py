"""The shipped model on hand-written samples, and what must hold of every answer."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from ariane.origin.dna.classify import classify
from ariane.origin.dna.quality import HG38_HOTSPOTS
from ariane.origin.dna.shipping import load_dna_model
from ariane.origin.dna.variant import DnaSample, Variant
from ariane.origin.report import OriginReport, Reason, Verdict

KRAS_G12D = Variant("KRAS", "12", 25398284, "C", "T")
KRAS_G12R = Variant("KRAS", "12", 25398285, "C", "G")
TP53 = Variant("TP53", "17", 7578406, "C", "T")
APC = Variant("APC", "5", 112175639, "C", "T")
SMAD4 = Variant("SMAD4", "18", 48604665, "C", "T")
EGFR_L858R = Variant("EGFR", "7", 55259515, "T", "G")
BRAF_V600E = Variant("BRAF", "7", 140453136, "A", "T")
TERT = Variant("TERT", "5", 1295228, "G", "A")
KIT_EXON_11 = Variant("KIT", "4", 55593610, "TTGTTG", "-")
GNAQ = Variant("GNAQ", "9", 80409488, "T", "G")
LIVER = DnaSample(
    "P-1",
    panel="IMPACT468",
    is_female=False,
    age=64,
    tmb=5,
    altered=0.2,
    purity=0.4,
    site="Liver",
    is_primary=False,
)


def sample(*variants: Variant, **known: object) -> DnaSample:
    return dataclasses.replace(LIVER, variants=variants, **known)  # type: ignore[arg-type]


def answer(of: DnaSample, use_site: bool = True) -> OriginReport:
    return next(classify([of], load_dna_model(), use_site))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (sample(APC, KRAS_G12D, TP53), "COADREAD"),
        (sample(KRAS_G12R, TP53, SMAD4), "PAAD"),
        (sample(EGFR_L858R, TP53, site="CNS/Brain"), "NSCLC"),
        (sample(KIT_EXON_11, tmb=1), "GIST"),
        (sample(GNAQ, tmb=1), "MELANOMA"),
        (sample(BRAF_V600E, TERT, site="Lymph", tmb=1.5, altered=0.01, is_female=True), "THYROID"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_textbook_panels_are_recognised(of: DnaSample, expected: str) -> None:
    report = answer(of)
    assert report.ranked[0] == expected
    assert expected in report.set90


def test_order_and_repetition_of_changes_do_not_matter() -> None:
    variants = [APC, KRAS_G12D, TP53, SMAD4, TERT]
    expected = answer(sample(*variants))
    shuffled = random.Random(3).sample(variants, len(variants))
    assert answer(sample(*shuffled, APC)) == expected


def test_every_report_adds_up_and_names_its_validation() -> None:
    model = load_dna_model()
    for site in (*model.priors.groups, None, "Elbow"):
        report = answer(sample(TP53, site=site))
        assert sum(report.posterior.values()) == pytest.approx(1)
        assert set(report.posterior) == set(model.card.classes)
        assert list(report.set90) == list(report.ranked[: len(report.set90)])
        assert report.validation is not None
        assert set(report.validation) == set(report.set90)


def test_a_gene_off_the_panel_is_unknown_not_wild_type() -> None:
    panel = load_dna_model().encoder.panels["IMPACT468"]
    wild = answer(sample(KRAS_G12D, TP53, covered=panel))
    unknown = answer(sample(KRAS_G12D, TP53, covered=panel - {"APC"}))
    assert wild.posterior["COADREAD"] < unknown.posterior["COADREAD"]
    assert any(item.feature == "APC not mutated" for item in wild.evidence)
    assert not any(item.feature == "APC not mutated" for item in unknown.evidence)


def test_a_listed_panel_says_what_its_name_would() -> None:
    panel = load_dna_model().encoder.panels["IMPACT468"]
    named = answer(sample(KRAS_G12D, TP53))
    assert answer(sample(KRAS_G12D, TP53, panel="ours", covered=panel)) == named


def test_the_site_is_a_prior_that_can_be_switched_off() -> None:
    in_liver, in_pleura = (sample(TP53, site=site) for site in ("Liver", "Pleura"))
    assert answer(in_liver).posterior != answer(in_pleura).posterior
    assert answer(sample(TP53, site="LIVER")) == answer(in_liver)
    without = answer(in_liver, use_site=False)
    assert without.posterior == answer(in_pleura, use_site=False).posterior
    assert not any(item.feature.startswith("biopsy_site") for item in without.evidence)


def test_evidence_names_the_change_and_points_the_way_it_should() -> None:
    found = {item.feature: item.log_odds for item in answer(sample(EGFR_L858R, TP53)).evidence}
    assert found["EGFR 7:55259515 T>G"]["NSCLC"] > 2


def test_a_panel_that_is_named_but_unknown_is_told_apart_from_none() -> None:
    reasons = answer(sample(TP53, panel="IN-HOUSE-99")).quality.reasons
    assert Reason("panel-unknown", "IN-HOUSE-99") in reasons
    assert "panel-absent" not in {reason.code for reason in reasons}


def test_what_is_not_given_is_told_and_moves_nothing_by_itself() -> None:
    report = answer(DnaSample("P-1", variants=(KRAS_G12R, TP53, SMAD4)))
    codes = {reason.code for reason in report.quality.reasons}
    assert {"not-given", "panel-absent"} <= codes
    assert report.quality.verdict is Verdict.WARN
    assert report.ranked[0] == "PAAD"
    assert all("not mutated" not in item.feature for item in report.evidence)


@pytest.mark.parametrize(
    ("of", "code", "verdict"),
    [
        (sample(), "no-mutation", Verdict.FAIL),
        (sample(Variant("KRAS", "12", 25245350, "C", "T")), "build-hg38", Verdict.FAIL),
        (sample(TP53), "few-genes", Verdict.WARN),
        (sample(APC, KRAS_G12D, TP53, tmb=60), "hypermutated", Verdict.WARN),
        (sample(APC, KRAS_G12D, TP53, covered=frozenset({"APC"})), "small-panel", Verdict.WARN),
        (sample(APC, KRAS_G12D, TP53, purity=0.1), "low-purity", Verdict.WARN),
        (sample(APC, KRAS_G12D, TP53, site="Elbow"), "site-unknown", Verdict.WARN),
    ],
)
def test_the_verdict_on_the_input_says_why(of: DnaSample, code: str, verdict: Verdict) -> None:
    report = answer(of)
    assert report.quality.verdict is verdict
    assert code in {reason.code for reason in report.quality.reasons}
    assert report.abstained or verdict is not Verdict.FAIL


def test_hotspots_of_the_other_build_are_none_of_ours() -> None:
    ours = {KRAS_G12D, KRAS_G12R, TP53, BRAF_V600E}
    assert not HG38_HOTSPOTS & {(each.chromosome, each.position) for each in ours}


def test_the_card_states_its_data_its_limits_and_what_was_measured() -> None:
    card = load_dna_model().card
    assert {"panel-genes-seen", "known-primaries", "closed-set"} <= set(card.limits)
    assert set(card.validation) == set(card.classes)
    # drawing patients again adds calibration error of its own: its interval leans upwards
    plain = [line for line in card.measured if line.measure != "ece"]
    assert all(line.low <= line.value <= line.high for line in plain)
    assert all(line.low <= line.high for line in card.measured)
    assert {"held-out-liver", "primaries-to-liver"} <= {line.setting for line in card.measured}


def test_the_printed_card_is_that_of_the_shipped_model() -> None:
    card = load_dna_model().card
    printed = (Path(__file__).parents[3] / "docs/models/dna-panel.md").read_text(encoding="utf-8")
    assert card.sha256 in printed
    for line in card.measured:
        numbers = f"{line.value:.3f} | {line.low:.3f} – {line.high:.3f}"
        assert f"| {line.n} | " in printed
        assert numbers in printed
