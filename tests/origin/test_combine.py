"""Evidence together: one prior only, discordance shown, a case that carries a report unchanged."""

from __future__ import annotations

import math
from typing import Any

import pytest

from ariane.case.case import Case
from ariane.case.problems import CaseError
from ariane.case.reading import case_from_bytes
from ariane.consult.assessment import assess
from ariane.documents.consultation_json import consultation_data
from ariane.documents.origin_attached import attached_lines
from ariane.origin.attaching import attached
from ariane.origin.combine import combine
from ariane.origin.conflict_matrix import Stance, conflict_matrix
from ariane.origin.ihc.priors import prior
from ariane.origin.report_reading import ReportRefusedError, read_reports, report_from_data
from ariane.wording.language import Language

CASE = b"schema: ariane-case/1\nid: T-1\n# kept\nfacts:\n  sex: female\n  predominant_site: liver\n"


def report(source: str, posterior: dict[str, float], **more: Any) -> dict[str, Any]:
    return {
        "sample_id": "T-1",
        "source": source,
        "model": {"name": "m", "version": "1", "sha256": source},
        "posterior": posterior,
        "set90": [max(posterior, key=lambda code: posterior[code])],
        "abstained": False,
        "qc": {"verdict": "pass", "reasons": []},
        "evidence": [],
        **more,
    }


FLAT = {"PAAD": 0.5, "BILIARY": 0.5}
DNA = report("dna", {"PAAD": 0.95, "BILIARY": 0.05})
RNA = report("rna", {"PAAD": 0.8, "BILIARY": 0.2})


def combined(*reports: dict[str, Any], case: Case | None = None) -> Any:
    return combine([report_from_data(one) for one in reports], case)


def test_evidence_that_says_nothing_gives_back_the_one_prior() -> None:
    case = case_from_bytes(CASE, "case")
    shares = prior(case.known, tuple(FLAT))
    ihc = report("ihc", shares, prior=shares)
    found = combined(ihc, report("dna", shares), report("rna", FLAT), case=case)
    assert found.report.posterior == pytest.approx(shares)


def test_two_flat_sources_multiply() -> None:
    found = combined(DNA, RNA).report.posterior
    assert found["PAAD"] / found["BILIARY"] == pytest.approx(19 * 4)
    assert math.fsum(found.values()) == pytest.approx(1)


def test_an_origin_that_a_source_does_not_know_is_untouched_by_it() -> None:
    found = combined(DNA, report("rna", {"HCC": 0.5, "PAAD": 0.5}))
    assert "HCC" not in found.added["dna"]


def test_discordance_is_a_reason_and_no_orientation_is_offered() -> None:
    against = report("rna", {"PAAD": 0.02, "BILIARY": 0.98})
    found = combined(DNA, against)
    assert found.report.abstained
    assert "discordant: dna PAAD, rna BILIARY" in map(str, found.report.quality.reasons)
    assert "BILIARY" in conflict_matrix(found, None).contested


def test_a_failed_report_is_left_out_and_said() -> None:
    failed = report("rna", FLAT, abstained=True, qc={"verdict": "fail", "reasons": ["no-stain"]})
    found = combined(DNA, failed)
    assert found.added["rna"] == {}
    assert "left-out: rna" in map(str, found.report.quality.reasons)


def test_a_weight_lessens_a_kind_and_zero_silences_it() -> None:
    read = [report_from_data(DNA), report_from_data(RNA)]
    silenced = combine(read, None, {"rna": 0.0}).report.posterior
    assert silenced == pytest.approx(combined(DNA).report.posterior)


def test_each_kind_once() -> None:
    with pytest.raises(ValueError, match="dna"):
        combined(DNA, DNA)
    with pytest.raises(ValueError, match="combined"):
        combined(report("combined", FLAT))


def test_mismatch_repair_excuses_the_colon_its_losses() -> None:
    facts = "histology_type: adenocarcinoma, ihc_cdx2: neg, ihc_ck20: neg, ihc_ck7: neg"
    text = f"schema: ariane-case/1\nid: T-1\nfacts: {{{facts}, msi_status: msi_h_dmmr}}\n"
    case = case_from_bytes(text.encode(), "case")
    matrix = conflict_matrix(combined(report("dna", {"COADREAD": 0.9, "GEA": 0.1})), case)
    tables = [c for c in matrix.cells if (c.kind, c.candidate) == ("tables", "COADREAD")]
    assert [cell.stance for cell in tables] != [Stance.AGAINST]


@pytest.mark.parametrize("content", ["", "[]", "{}", "[1]", '{"source": "x"}', "{}\n{"])
def test_what_is_no_report_is_refused(content: str) -> None:
    with pytest.raises(ReportRefusedError):
        read_reports(content)


def test_an_attached_report_is_shown_and_settles_nothing() -> None:
    plain = case_from_bytes(CASE, "case")
    text = attached(CASE, [DNA])
    assert text is not None
    assert text.startswith(CASE)
    again = attached(text, [RNA])
    assert again is not None
    case = case_from_bytes(again, "case")
    assert [one.source for one in case.origin_reports] == ["dna", "rna"]
    assert case.known == plain.known
    consultation = assess(case)
    before = consultation_data(assess(plain), Language.EN)
    after = consultation_data(consultation, Language.EN)
    assert before["origin_reports"] == []
    assert "S24.5.1-R1" in after["origin_reports"][0]["beside"]
    assert {**after, "origin_reports": []} == before
    assert "95%" in attached_lines(consultation, Language.EN)[1]
    assert attached_lines(assess(plain), Language.EN) == []


@pytest.mark.parametrize(
    "broken",
    [
        report("guess", FLAT),
        report("dna", {"PAAD": 2.0}),
        report("dna", FLAT, set90=["HCC"]),
        report("dna", FLAT, abstained="no"),
        {"source": "dna"},
    ],
)
def test_a_broken_report_is_refused_with_its_place(broken: dict[str, Any]) -> None:
    text = attached(CASE, [broken])
    assert text is not None
    with pytest.raises(CaseError) as refused:
        case_from_bytes(text, "case")
    assert refused.value.problems[0].place.startswith("origin_reports")
