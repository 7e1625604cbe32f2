"""What holds for every text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ariane.case.reports.plain import DASHES
from ariane.case.reports.reading import read_report
from ariane.case.reports.stain import Reading
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import EnumFact

FOLDER = Path(__file__).parent
STATEMENTS = [
    row["report"] for row in yaml.safe_load((FOLDER / "statements.yaml").read_text("utf-8"))
]
DANGERS = yaml.safe_load((FOLDER / "dangers.yaml").read_text("utf-8"))
WORDS = st.sampled_from(
    re.split(
        "[|]",
        "CK7|CK20|TTF-1|p40|MLH1|PMS2|+|-|+/-|:|,|;|/|(|)|.|et|ou|ni|mais|pas|sans|de|pour|positif"
        "|négatifs|absence|expression|perte|expriment|marquage|focal|faible|diffus|20 %|2+|dMMR"
        "|témoin|adjacent|douteux|?|en attente|est|sont|\n|\n\n|la|en faveur|origine|foie",
    )
)
UNRELATED = "Les limites d'exérèse passent au large."


def meaning(reading: Reading) -> list[tuple[object, ...]]:
    return [(s.fact, s.result, s.why, s.extent, s.intensity, s.percent) for s in reading.stains]


def check(report: str) -> None:
    reading = read_report(report)
    for said in (*reading.stains, *reading.unread):
        assert report[said.start : said.end] == said.text
        assert said.text
    for stain in reading.stains:
        fact = BY_NAME[stain.fact]
        assert isinstance(fact, EnumFact)
        assert stain.result is None or stain.result in fact.allowed


@given(st.text())
def test_any_text_is_read_and_places_are_right(report: str) -> None:
    check(report)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_row_of_report_words_is_read_and_places_are_right(report: str) -> None:
    check(report)


@given(st.lists(WORDS, max_size=12).map("".join))
def test_words_run_together_are_read_and_places_are_right(report: str) -> None:
    check(report)


@pytest.mark.parametrize("report", STATEMENTS)
def test_an_unrelated_sentence_changes_nothing(report: str) -> None:
    alone = read_report(report)
    before = read_report(f"{UNRELATED}\n\n{report}")
    after = read_report(f"{report}\n\n{UNRELATED}")
    assert meaning(alone) == meaning(before) == meaning(after)
    shift = len(UNRELATED) + 2
    assert [s.start + shift for s in alone.stains] == [s.start for s in before.stains]


@pytest.mark.parametrize("report", STATEMENTS)
def test_capitals_accents_and_blanks_change_nothing(report: str) -> None:
    expected = meaning(read_report(report))
    assert meaning(read_report(report.upper())) == expected
    assert meaning(read_report(report.lower())) == expected
    assert meaning(read_report(report.replace(" ", "\N{NO-BREAK SPACE}"))) == expected
    assert meaning(read_report(report.replace(" ", "\N{NARROW NO-BREAK SPACE}"))) == expected
    assert meaning(read_report(report.replace("\n", "\r\n"))) == expected


@pytest.mark.parametrize("report", [report for report in STATEMENTS if "-" in report])
def test_kinds_of_dashes_change_nothing(report: str) -> None:
    expected = meaning(read_report(report))
    for dash in DASHES:
        assert meaning(read_report(report.replace("-", dash))) == expected, dash


@pytest.mark.parametrize("report", DANGERS)
def test_a_danger_stays_one_beside_a_plain_result(report: str) -> None:
    reading = read_report(f"{report}\n\nIHC : vimentine +.")
    plain_results = {s.fact for s in reading.stains if s.result not in (None, "not_done")}
    assert plain_results <= {"ihc_vimentin"}
