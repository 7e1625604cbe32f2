"""No page has a flaw that axe finds, light or dark, in French or English (WCAG 2.2 AA)."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support.browsing import Workbench, visit

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""All that the dark theme changes is colours."""
UNFOLD = "which => document.querySelectorAll(which).forEach(found => found.open = true)"
SOME = "details:not(.group), .group:nth-of-type(-n + 2)"
"""One group of facts shows every kind of control: all of them are unfolded once."""
PAGES = (
    "",
    "/history",
    "/what-if?ecog_ps=1",
    "/pci",
    "/report",
    "/compare?before=1&after=1",
    "/tools?tool=regimen&height=12",
    "/tools?tool=surveillance&setting=systemic&start=2026-03-02",
    "/statements?truth=holds",
)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, workbench: Workbench, language: str, dark: bool
) -> None:
    rules = COLOURS if dark else RULES
    unfolded = "details" if language == "fr" and not dark else SOME
    with visit(browser, workbench, language=language, dark=dark) as page:
        page.goto("/cases")
        link = page.get_by_role("link", name="demo-peritoine-isole").first
        case = link.get_attribute("href")
        flaws = _flaws(page, "/cases", rules)
        for path in PAGES:
            page.goto(f"{case}{path}")
            page.evaluate(UNFOLD, unfolded)
            flaws += _flaws(page, path or "/", rules)
        assert not flaws, "\n".join(flaws)


def _flaws(page: Page, path: str, rules: dict[str, Any]) -> list[str]:
    response = Axe().run(page, options=rules).response
    return [
        f"{path} {flaw['id']}: {node['target'][0]} {node['failureSummary']}"
        for flaw in response["violations"]
        for node in flaw["nodes"][:3]
    ]
