"""Reports pasted, facts tried on a side copy, the peritoneum clicked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.browsing import enter, new_case, revision, saved, search

pytestmark = pytest.mark.usefixtures("complaints")
REPORT = "Immunohistochimie : CK7 positif, CK20 négatif, TTF1 négatif."


def test_a_stain_of_a_pasted_report_is_accepted(page: Page) -> None:
    case = new_case(page, "compte rendu")
    page.goto(f"{case}/report")
    page.locator("#text").fill(REPORT)
    page.locator(".paste button").click()
    found = page.locator(".stains-read li")
    expect(found).to_have_count(3)
    expect(page.locator(".marked mark")).to_have_count(3)
    found.first.get_by_role("button").click()
    expect(found.first.locator(".accepted")).to_be_visible()
    found.nth(1).get_by_role("button").click()
    expect(found.nth(1).locator(".accepted")).to_be_visible()
    page.goto(case)
    assert page.locator("#f-ihc_ck7 input:checked").get_attribute("value") == "pos"
    assert page.locator("#f-ihc_ck20 input:checked").get_attribute("value") == "neg"
    assert page.locator("#f-ihc_ttf1 input:checked").get_attribute("value") == ""


def test_a_fact_is_tried_and_kept(page: Page) -> None:
    case = new_case(page, "essai gardé")
    enter(page, "femme")
    _try(page, case, "PS 1")
    page.locator(".trial + .tools button").click()
    page.wait_for_url(case)
    expect(page.locator("#summary")).to_contain_text("PS")


def test_a_fact_is_tried_and_dropped(page: Page) -> None:
    case = new_case(page, "essai abandonné")
    before = revision(page)
    _try(page, case, "CAPI suspecté")
    expect(page.locator(".changes li").first).to_be_visible()
    page.locator(".trial + .tools a").click()
    page.wait_for_url(case)
    assert revision(page) == before
    expect(page.locator("#summary .none")).to_be_visible()


def test_a_region_of_the_peritoneum_is_clicked_and_scored(page: Page) -> None:
    case = new_case(page, "péritoine")
    page.goto(f"{case}/pci")
    result = page.locator(".body .result")
    before = result.text_content()
    page.locator('.body [data-region="4"]').click()
    expect(page.locator("#p-4-x")).to_be_focused()
    stood = revision(page)
    page.keyboard.press("ArrowLeft")
    saved(page, stood)
    expect(page.locator("#p-4-3")).to_be_checked()
    expect(page.locator("#p-4-3")).to_be_focused()
    expect(result).not_to_have_text(str(before))


def test_two_quick_answers_are_both_kept(page: Page) -> None:
    new_case(page, "deux réponses")
    page.evaluate("document.querySelectorAll('details.group').forEach(group => group.open = true)")
    page.locator("#f-sex label").first.click()
    page.locator("#f-ecog_ps label").nth(1).click()
    expect(page.locator("#revision")).to_have_value("3")
    expect(page.locator("#f-sex")).to_have_class("field known")
    expect(page.locator("#f-ecog_ps")).to_have_class("field known")


def _try(page: Page, case: str, words: str) -> None:
    page.goto(f"{case}/what-if")
    search(page, words)
    page.keyboard.press("Enter")
    expect(page.locator(".trial li")).to_have_count(1)
