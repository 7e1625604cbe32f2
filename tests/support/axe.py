"""What axe finds wrong with a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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


def flaws(page: Page, name: str, rules: dict[str, Any]) -> list[str]:
    """Return what is wrong with a page, each under its name."""
    response = Axe().run(page, options=rules).response
    return [
        f"{name} {flaw['id']}: {node['target'][0]} {node['failureSummary']}"
        for flaw in response["violations"]
        for node in flaw["nodes"][:3]
    ]
