"""The page that prepares the board: reached from the case, without a flaw, back to the facts."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from support.browsing import Complaints, Workbench, visit

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def _open(page: Page) -> None:
    page.goto("/cases")
    page.get_by_role("link", name="demo-fragile").first.click()
    page.locator('.tools a[href$="/preparation"]').click()
    expect(page).to_have_url(re.compile("/preparation$"))


def test_a_fact_that_is_waited_for_is_one_click_away(page: Page, complaints: Complaints) -> None:
    _open(page)
    link = page.locator(".waits-for a").first
    fact = str(link.get_attribute("href")).partition("#")[2]
    link.click()
    field = page.locator(f"#{fact}")
    expect(field).to_be_visible()
    expect(field).to_be_in_viewport()
    expect(field.locator(":focus")).to_have_count(1)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, workbench: Workbench, language: str, dark: bool
) -> None:
    with visit(browser, workbench, language=language, dark=dark) as page:
        _open(page)
        flaws = Axe().run(page, options=RULES).response["violations"]
        assert [(flaw["id"], flaw["nodes"][0]["html"]) for flaw in flaws] == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") == 360
