"""All that a case says of the origin, together."""

from __future__ import annotations

import json
from typing import Any

from ariane.case.case import Case
from ariane.case.reading import case_from_bytes
from ariane.origin.attaching import attached, entry_of
from ariane.origin.conflict_matrix import Stance
from ariane.origin.of_case import evidence_of
from ariane.origin.report_reading import report_from_data

COLON = "histology_type: adenocarcinoma, ihc_ck20: neg, ihc_cdx2: neg, msi_status: msi_h_dmmr"


def report(source: str, **posterior: float) -> dict[str, Any]:
    return {
        "sample_id": source,
        "source": source,
        "model": {"name": "m", "version": "1", "sha256": "0"},
        "posterior": posterior,
        "set90": [max(posterior, key=lambda code: posterior[code])],
        "abstained": False,
        "qc": {"verdict": "pass", "reasons": []},
    }


def case(facts: str, *reports: dict[str, Any]) -> Case:
    text = f"schema: ariane-case/1\nid: T-1\nfacts: {{{facts}}}\n"
    carried = f"{text}origin_reports: {json.dumps(reports)}\n" if reports else text
    return case_from_bytes(carried.encode(), "case")


def test_a_case_that_says_nothing_has_nothing_to_combine() -> None:
    found = evidence_of(case("sex: female"))
    assert (found.attached, found.stains, found.combined, found.matrix) == ((), None, None, None)


def test_stains_and_reports_are_put_together_and_the_last_of_a_kind_counts() -> None:
    first, last = report("dna", PAAD=0.9, BILIARY=0.1), report("dna", PAAD=0.1, BILIARY=0.9)
    found = evidence_of(case("ihc_ck7: pos", first, last))
    assert found.combined is not None
    assert set(found.combined.added) == {"dna", "ihc"}
    assert found.combined.added["dna"]["BILIARY"] > 0 > found.combined.added["dna"]["PAAD"]


def test_the_stains_of_the_case_come_before_an_attached_reading_of_them() -> None:
    old = report("ihc", PRAD=1.0)
    assert evidence_of(case("sex: male", old)).combined is not None
    found = evidence_of(case("ihc_ck7: pos", old))
    assert found.combined is not None
    assert len(found.combined.added["ihc"]) > 1


def test_a_report_that_does_not_add_up_is_left_out() -> None:
    found = evidence_of(case("sex: male", report("dna", PAAD=0.5, NOWHERE=0.5)))
    assert found.attached == (None,)
    assert found.combined is None


def test_mismatch_repair_excuses_the_colon_what_it_lost() -> None:
    rows = evidence_of(case(COLON, report("rna", COADREAD=0.9, GEA=0.1))).matrix
    assert rows is not None
    stances = {(cell.kind, cell.candidate): cell.stance for cell in rows.cells}
    assert stances["rna", "COADREAD"] is Stance.FOR
    assert stances["tables", "COADREAD"] is not Stance.AGAINST


def test_a_case_carries_what_the_page_needs_and_no_more() -> None:
    data = report("dna", PAAD=1.0) | {
        "validation": {"PAAD": {"n": 3, "recall": None, "precision": 0.5}},
        "ihc": {"prior": {"PAAD": 1.0}},
        "other": "x",
        "qc": {"verdict": "pass", "reasons": [], "patient": "x"},
    }
    read = report_from_data(data)
    entry = entry_of(read)
    assert entry["prior"] == {"PAAD": 1.0}
    assert "other" not in entry
    assert "patient" not in entry["qc"]
    assert "ihc" not in entry
    text = attached(b"schema: ariane-case/1\nid: T-1\nfacts: {}\n", [entry])
    assert text is not None
    (again,) = evidence_of(case_from_bytes(text, "case")).attached
    assert again is not None
    assert again.report == read.report
    assert again.prior == read.prior
