"""Drawings in a browser: whatever the font of the reader, no word is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Browser

from ariane.cli.main import main
from ariane.documents.roomy import roomy
from support.browsing import WIDE, chromium
from support.shipped import SHIPPED

CUT_OFF = """() => [...document.querySelectorAll("svg")].flatMap(drawing => {
  const room = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll("text")].filter(word => {
    const its = word.getBoundingClientRect();
    return its.left < room.left - 1 || its.right > room.right + 1
        || its.top < room.top - 1 || its.bottom > room.bottom + 1;
  }).map(word => word.textContent);
})"""
FONTS = ("sans-serif", "DejaVu Sans", "Liberation Sans")
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


def run(*words: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code in (0, None)


def words_cut_off(browser: Browser, drawing: Path, least: int) -> dict[str, list[str]]:
    """Return the words that a reader would not see whole, by font."""
    page = browser.new_page(viewport=WIDE)
    page.goto(drawing.as_uri())
    assert page.locator("svg text").count() >= least
    found = {}
    for font in FONTS:
        page.add_style_tag(content=f"svg text {{ font-family: {font} !important }}")
        found[font] = page.evaluate(CUT_OFF)
    page.close()
    return found


@LANGUAGES
def test_an_audit(browser: Browser, language: str, tmp_path: Path) -> None:
    table, page = tmp_path / "in.parquet", tmp_path / "audit.html"
    run("cohort", "simulate", "-n", "5000", "--groups", "-o", str(table))
    first, days = date(2018, 1, 1), 2900
    seen = pl.Series([first + timedelta(days=n % days) for n in range(5000)])
    pl.read_parquet(table).with_columns(seen=seen).write_parquet(table)
    groups = ("--by", "centre", "--by", "diagnosis_period", "--date", "seen")
    run("cohort", "audit", str(table), *groups, "-o", str(page), "--lang", language)
    assert words_cut_off(browser, page, 100) == {font: [] for font in FONTS}


@LANGUAGES
def test_a_reading_of_the_origin(browser: Browser, language: str, tmp_path: Path) -> None:
    drawing, page = tmp_path / "ihc.svg", tmp_path / "ihc.html"
    case = next(path for path in SHIPPED if path.stem == "serous-peritoneal")
    run("origin", "ihc", str(case), "--format", "svg", "-o", str(drawing), "--lang", language)
    page.write_text(f'<!doctype html><meta charset="utf-8">{drawing.read_text("utf-8")}', "utf-8")
    assert words_cut_off(browser, page, 20) == {font: [] for font in FONTS}


def svg(words: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40">'
        f'<g transform="translate(10,5)">{words}</g></svg>'
    )


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("", 'width="100" height="40" viewBox="0 0 100 40"'),
        ('<text font-size="10px">abc</text>', 'width="100" height="40" viewBox="0 0 100 40"'),
        (
            '<text transform="translate(80,0)" font-size="10px">abcde</text>',
            'width="121" height="40" viewBox="0 0 121 40"',
        ),
        (
            '<text text-anchor="end" font-size="10px">abcde</text>',
            'width="121" height="40" viewBox="-21 0 121 40"',
        ),
        (
            '<text text-anchor="middle" font-weight="bold" font-size="10px">abcdefghij</text>',
            'width="125" height="40" viewBox="-25 0 125 40"',
        ),
        (
            '<text font-size="10px"><tspan>ab</tspan><tspan>abcdefghijklmnopqrst</tspan></text>',
            'width="134" height="40" viewBox="0 0 134 40"',
        ),
        (
            '<text transform="rotate(-40)" text-anchor="end">turned as it is</text>',
            'width="100" height="40" viewBox="0 0 100 40"',
        ),
    ],
)
def test_room_is_made_at_the_side_where_words_need_it(words: str, size: str) -> None:
    assert size in roomy(svg(words))
    assert roomy(svg(words)).endswith(svg(words)[svg(words).index("><g") :])


def test_a_drawing_without_its_size_is_refused() -> None:
    with pytest.raises(ValueError, match="without its size"):
        roomy("<svg/>")
