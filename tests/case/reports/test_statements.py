"""What reports say, statement by statement: the table in `statements.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ariane.case.reports.reading import read_report
from ariane.case.reports.stain import Certainty, Stain

FOLDER = Path(__file__).parent
STATEMENTS = yaml.safe_load((FOLDER / "statements.yaml").read_text("utf-8"))
DANGERS = yaml.safe_load((FOLDER / "dangers.yaml").read_text("utf-8"))


def said(stain: Stain) -> str:
    """Write a stain as the table does."""
    extent = None if stain.extent == "few-cells" else stain.extent
    details = [part for part in (extent, stain.intensity, stain.percent) if part]
    result = stain.result or f"? {stain.why}"
    return " ".join([stain.fact, result, *details, f"« {stain.text} »"])


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row["report"][:60])
def test_statements_are_read_as_written(row: dict[str, Any]) -> None:
    reading = read_report(row["report"])
    assert [said(stain) for stain in reading.stains] == row["stains"]
    assert [f"{words.why} « {words.text} »" for words in reading.unread] == row["unread"]


def test_there_are_enough_statements() -> None:
    assert len(STATEMENTS) >= 250
    assert len(DANGERS) >= 100


@pytest.mark.parametrize("report", DANGERS, ids=lambda report: report[:60])
def test_no_plain_result_is_read_from_a_dangerous_wording(report: str) -> None:
    reading = read_report(report)
    assert {stain.result for stain in reading.stains} <= {None, "not_done"}
    assert reading.stains or reading.unread, "dropped without a word"


@pytest.mark.parametrize("report", [row["report"] for row in STATEMENTS] + DANGERS)
def test_a_result_is_stated_or_it_is_none(report: str) -> None:
    for stain in read_report(report).stains:
        assert (stain.result is None) == (stain.certainty is Certainty.UNCERTAIN)
        assert (stain.result is None) == (stain.why is not None)


def test_contradictions_are_both_listed_and_flagged() -> None:
    reading = read_report("Bloc A : CK7 +, CK20 -.\n\nBloc B : CK7 -, CK20 -.")
    flagged = [(s.fact, s.result) for s in reading.stains if s.contradicted]
    assert flagged == [("ihc_ck7", "pos"), ("ihc_ck7", "neg")]
    assert len(reading.stains) == 4


def test_words_that_are_not_understood_are_named() -> None:
    (words,) = read_report("Dans le foie, CK7+ et CK20-.").unread
    assert words.words == ("foie",)
    assert words.markers == ("ihc_ck7", "ihc_ck20")


def test_a_table_longer_than_any_sentence_is_read_line_by_line() -> None:
    rows = ["CK7 : positif", "CK20 : négatif", "p40 : négatif"] * 100
    reading = read_report("\n".join(rows))
    assert [stain.result for stain in reading.stains] == ["pos", "neg"] * 100
    assert len(reading.unread) == 100
