"""The page on the origin in a real browser: files dropped, reports removed; no JavaScript too."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import COLOURS, RULES, flaws
from support.browsing import WIDE, Complaints, Workbench, new_case, visit

REPORT = {
    "sample_id": "P-1",
    "source": "dna",
    "model": {"name": "m", "version": "1", "sha256": "0"},
    "posterior": {"PAAD": 0.75, "BILIARY": 0.25},
    "set90": ["PAAD", "BILIARY"],
    "abstained": True,
    "qc": {"verdict": "warn", "reasons": ["few-genes: 2"]},
    "evidence": [{"feature": "KRAS 12:25398284 C>T", "log_odds": {"PAAD": 1.9, "BILIARY": -1}}],
    "validation": {"PAAD": {"n": 601, "recall": 0.8, "precision": 0.8}},
}
DROP = """([name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.querySelector("main").dispatchEvent(
      new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: held }));
}"""
"""A drop as a file manager makes it."""


def dropped(page: Page, name: str, text: str) -> None:
    page.evaluate(DROP, [name, text])


def test_a_dropped_report_is_attached_and_removed(page: Page, complaints: Complaints) -> None:
    case = new_case(page, "origine")
    page.locator('.tools a[href$="/origin"]').click()
    page.wait_for_url("**/origin")  # It waits until the page has loaded, its scripts included
    dropped(page, "rapport.json", json.dumps(REPORT))
    article = page.get_by_role("region", name="Rapport joint")
    expect(article).to_contain_text("peu de gènes mutés (2)")
    picture = article.locator("img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.naturalWidth > 100", arg=picture.element_handle())
    page.goto(case)
    expect(page.locator("#s-origin")).to_be_visible()
    page.goto(f"{case}/origin")
    page.get_by_role("button", name="Retirer ce rapport").click()
    expect(article).to_have_count(0)


def test_a_dropped_file_that_is_no_report_is_refused_in_words(page: Page) -> None:
    case = new_case(page, "refus")
    page.goto(f"{case}/origin")
    dropped(page, "photo.png", "\x89PNG")
    expect(page.get_by_role("alert")).to_contain_text("photo.png")
    expect(page.get_by_role("alert")).to_contain_text("Rien n'a été gardé")


def test_without_javascript_the_keyboard_is_enough(
    browser: Browser, workbench: Workbench, tmp_path: Path
) -> None:
    file = tmp_path / "rapport.json"
    file.write_text(json.dumps(REPORT))
    options = {"base_url": workbench.address, "java_script_enabled": False, "viewport": WIDE}
    context = browser.new_context(**options)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        new_case(page, "clavier")
        page.goto(f"{page.url}/origin")
        page.locator("#file").set_input_files(file)
        page.locator("#file").focus()
        for _ in range(2):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#report-0")).to_contain_text("P-1")
        expect(page).to_have_url(re.compile("/origin$"))
    finally:
        context.close()


@pytest.mark.parametrize(("language", "dark"), [("fr", False), ("en", True)])
def test_axe_finds_nothing_on_a_page_with_reports(
    browser: Browser, workbench: Workbench, language: str, dark: bool
) -> None:
    with visit(browser, workbench, language=language, dark=dark) as page:
        case = new_case(page, "axe")
        page.goto(f"{case}/origin")
        dropped(page, "r.json", json.dumps([REPORT, {**REPORT, "sample_id": "P-2"}]))
        expect(page.locator("#offer-1")).to_be_visible()
        rules = COLOURS if dark else RULES
        found = flaws(page, "choice", rules)
        page.locator("#offer-1").check()
        page.locator("form[action$='/chosen'] button").click()
        expect(page.locator("#report-0")).to_be_visible()
        found += flaws(page, "report", rules)
        page.goto(case)
        found += flaws(page, "case", rules)
        assert found == []
        page.goto(f"{case}/origin")
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") == 360
