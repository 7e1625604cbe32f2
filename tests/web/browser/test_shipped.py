"""Every shipped case opens, in both languages, without a complaint of the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.workbench import Complaints

SHIPPED = 6


def test_every_shipped_case_shows_what_to_do(page: Page, complaints: Complaints) -> None:
    page.goto("/cases")
    links = page.locator(".case-list a").evaluate_all("found => found.map(a => a.pathname)")
    titles = page.locator(".case-list strong").all_inner_texts()
    assert len(links) >= SHIPPED
    for link, title in zip(links, titles, strict=True):
        page.goto(link)
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("#consultation .plan")).to_be_visible()
        assert complaints == [], title


@pytest.mark.usefixtures("complaints")
def test_the_language_is_switched_where_one_stands(page: Page) -> None:
    page.goto("/cases")
    page.locator(".case-list a").first.click()
    here = page.url
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == here
    expect(page.locator("#entry-heading")).to_have_text("What is known")
    page.get_by_role("link", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")


@pytest.mark.usefixtures("complaints")
def test_why_shows_the_reasoning(page: Page) -> None:
    page.goto("/cases")
    page.get_by_role("link", name="demo-peritoine-isole").first.click()
    first = page.locator("article.item:visible").first
    first.locator(".why > summary").click()
    expect(first.locator(".reason .tree li").first).to_be_visible()
