"""No page has a flaw that axe finds, light or dark, in French or English (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support.workbench import Workbench, visit

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
PAGES = (
    "",
    "/history",
    "/what-if?ecog_ps=1",
    "/pci",
    "/report",
    "/compare?before=1&after=1",
    "/tools?tool=regimen&height=12",
    "/tools?tool=surveillance&setting=systemic&start=2026-03-02",
    "/statements",
)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, workbench: Workbench, language: str, dark: bool
) -> None:
    with visit(browser, workbench, language=language, dark=dark) as page:
        page.goto("/cases")
        case = page.get_by_role("link", name="demo-peritoine-isole").first.get_attribute("href")
        found = {path: _flaws(page) for path in ["/cases"] if page.goto(path)}
        for path in PAGES:
            page.goto(f"{case}{path}")
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            found[path] = _flaws(page)
        flaws = [f"{path or '/'} {flaw}" for path, flaws in found.items() for flaw in flaws]
        assert not flaws, "\n".join(flaws)


def _flaws(page: Page) -> list[str]:
    response = Axe().run(page, options=RULES).response
    return [
        f"{flaw['id']}: {node['target'][0]} {node['any'][0]['message'] if node['any'] else ''}"
        for flaw in response["violations"]
        for node in flaw["nodes"][:3]
    ]
