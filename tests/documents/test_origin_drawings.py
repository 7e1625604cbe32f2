"""Drawings of reports on the origin: they say what the report says, under a strict policy."""

from __future__ import annotations

import re

import pytest

from ariane.documents.origin_map import map_plot
from ariane.documents.origin_plots import page_of, report_plot
from ariane.documents.vega import plot_svg
from ariane.origin.cohort_map import CohortMap, load_map
from ariane.origin.model_file import load_card
from ariane.origin.of_case import evidence_of
from ariane.origin.report import OriginReport
from ariane.origin.report_reading import report_from_data
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from support.case_files import case

LANGUAGES = pytest.mark.parametrize("language", tuple(Language))


def shipped_map() -> CohortMap:
    found = load_map(load_card("dna-panel"))
    assert found is not None
    return found


def report(sample: str, **posterior: float) -> OriginReport:
    return report_from_data(
        {
            "sample_id": sample,
            "source": "dna",
            "model": {"name": "m", "version": "1", "sha256": "0"},
            "posterior": posterior,
            "set90": list(posterior),
            "abstained": False,
            "qc": {"verdict": "pass", "reasons": []},
            "evidence": [{"feature": "sex Female", "log_odds": {"PAAD": 0.5}}],
        }
    ).report


def words(svg: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", svg).split())


@LANGUAGES
def test_a_map_places_each_sample_and_says_what_it_is(language: Language) -> None:
    drawn = shipped_map()
    reports = [report("P-1", PAAD=0.9, BILIARY=0.1), report("P-2", PRAD=1.0)]
    spec = map_plot(drawn, reports, language)
    samples = {
        value["sample"]: (value["x"], value["y"])
        for layer in spec["layer"]
        if layer["mark"].get("shape") == "diamond"
        for value in layer["data"]["values"]
    }
    for one in reports:
        assert samples[one.sample_id] == pytest.approx(drawn.placed(one.posterior), abs=1e-3)
    said = words(plot_svg(page_of("P", [spec], language)))
    for name in ("P-1", "P-2", "PAAD", "GIST", say("origin:name.PAAD", language), "21549"):
        assert name in said


@LANGUAGES
def test_a_drawing_speaks_the_language_of_its_reader(language: Language) -> None:
    svg = plot_svg(report_plot(report("P-1", PAAD=0.9, BILIARY=0.1), language))
    said = words(svg)
    assert say("origin:name.PAAD", language) in said
    assert say("origin:sex.Female", language) in said
    assert "sex Female" not in said


def test_a_drawing_needs_no_style_and_no_script() -> None:
    found = evidence_of(case({"ihc_ck7": "pos", "sex": "female"}))
    assert found.combined is not None
    svg = plot_svg(report_plot(found.combined.report, Language.FR, found.matrix))
    svg += plot_svg(page_of("P", [map_plot(shipped_map(), [], Language.FR)], Language.FR))
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=", svg)


def test_the_matrix_says_its_stances_in_signs_as_well_as_colours() -> None:
    found = evidence_of(case({"ihc_ck7": "pos", "suspected_origins": ["breast"]}))
    assert found.combined is not None
    svg = plot_svg(report_plot(found.combined.report, Language.EN, found.matrix))
    assert "▲" in words(svg)
