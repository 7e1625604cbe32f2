"""Whole invented reports: two shipped as examples, three more here."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ariane.case.reports.reading import read_report
from ariane.case.reports.stain import Stain

FOLDER = Path(__file__).parent
SHIPPED = Path(__file__).parents[3] / "src/ariane/case/shipped_reports"
REPORTS = {path.name: path for folder in (SHIPPED, FOLDER / "whole") for path in folder.iterdir()}
EXPECTED = yaml.safe_load((FOLDER / "whole.yaml").read_text("utf-8"))


def said(stain: Stain) -> str:
    extent = None if stain.extent == "few-cells" else stain.extent
    details = [part for part in (extent, stain.intensity, stain.percent) if part]
    words = [stain.fact, stain.result or f"? {stain.why}", *details]
    return " ".join(words + ["contradicted"] * stain.contradicted)


def test_every_report_has_its_reading() -> None:
    assert set(REPORTS) == set(EXPECTED)
    assert len(REPORTS) == 5


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_whole_reports_are_read_as_checked_by_hand(name: str) -> None:
    report = REPORTS[name].read_text("utf-8")
    reading = read_report(report)
    assert [said(stain) for stain in reading.stains] == EXPECTED[name]["stains"]
    unread = [f"{words.why}: {', '.join(words.markers) or '-'}" for words in reading.unread]
    assert unread == EXPECTED[name]["unread"]
    for words in (*reading.stains, *reading.unread):
        assert report[words.start : words.end] == words.text


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_line_ends_of_other_systems_change_nothing(name: str) -> None:
    report = REPORTS[name].read_text("utf-8")
    lines = [said(stain) for stain in read_report(report.replace("\n", "\r\n")).stains]
    assert lines == EXPECTED[name]["stains"]
