"""No page has a flaw that axe finds, light or dark, in French or English (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from support.axe import COLOURS, RULES, flaws
from support.browsing import Workbench, visit

UNFOLD = "which => document.querySelectorAll(which).forEach(found => found.open = true)"
SOME = "details:not(.group), .group:nth-of-type(-n + 2)"
"""One group of facts shows every kind of control: all of them are unfolded once."""
PAGES = (
    "",
    "/history",
    "/what-if?ecog_ps=1",
    "/pci",
    "/origin",
    "/report",
    "/referrals",
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
        found = flaws(page, "/cases", rules)
        for path in PAGES:
            page.goto(f"{case}{path}")
            page.evaluate(UNFOLD, unfolded)
            found += flaws(page, path or "/", rules)
        assert not found, "\n".join(found)
