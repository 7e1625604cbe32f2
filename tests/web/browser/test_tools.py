"""The calculators, the whole chapter and the drawn algorithms beside a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


def test_a_regimen_is_computed_and_taken_away(page: Page) -> None:
    page.goto(f"{_case(page)}/tools")
    page.locator("#regimen-regimen").select_option("GEMOX")
    page.locator("#regimen-formula").select_option("mosteller")
    page.locator("#regimen-height").fill("170,5")
    page.locator("#regimen-weight").fill("60")
    page.locator("#regimen-start").fill("2026-03-02")
    page.locator("#regimen-weight").press("Enter")
    expect(page.locator(".computed-plan")).to_contain_text("GEMOX")
    expect(page.locator("#regimen-height")).to_have_value("170,5")
    for form, beginning in (("pdf", b"%PDF-"), ("ics", b"BEGIN:VCALENDAR")):
        with page.expect_download() as taken:
            page.locator(f'.computed-plan a[href*="plan.{form}"]').click()
        assert Path(taken.value.path()).read_bytes().startswith(beginning)


def test_what_a_calculator_refuses_stands_at_its_place(page: Page) -> None:
    page.goto(f"{_case(page)}/tools")
    page.locator("#regimen-height").fill("12")
    page.locator("#regimen-height").press("Enter")
    expect(page.locator("#e-regimen-height")).to_contain_text("100-230")
    for name in ("regimen", "formula", "weight", "start"):
        expect(page.locator(f"#e-regimen-{name}")).to_be_visible()
    expect(page.locator("#e-regimen-regimen")).to_contain_text("manque")
    expect(page.locator("#e-regimen-cycles")).to_have_count(0)
    expect(page.locator(".computed-plan")).to_have_count(0)


@pytest.mark.usefixtures("complaints")
def test_surveillance_counts_from_a_day(page: Page) -> None:
    page.goto(f"{_case(page)}/tools")
    page.locator("#surveillance-setting").select_option("curative")
    page.locator("#surveillance-start").fill("2026-03-02")
    page.locator("#surveillance-visits").press("Enter")
    expect(page.locator(".computed-plan ol li")).to_have_count(20)
    with page.expect_download() as taken:
        page.locator('.computed-plan a[href*="plan.ics"]').click()
    assert taken.value.suggested_filename == "surveillance.ics"


@pytest.mark.usefixtures("complaints")
def test_the_chapter_is_filtered_and_says_why_not(page: Page) -> None:
    page.goto(f"{_case(page)}/statements")
    everything = page.locator("article.item").count()
    page.locator(".kinds a", has_text="Écartés").click()
    expect(page.locator("article.item.fails").first).to_be_visible()
    ruled_out = page.locator("article.item").count()
    assert 0 < ruled_out < everything
    assert page.locator("article.item.fails").count() == ruled_out
    page.locator(".why > summary").first.click()
    expect(page.locator(".reason .tree li").first).to_be_visible()


@pytest.mark.usefixtures("complaints")
def test_a_box_of_an_algorithm_leads_to_the_fact_it_waits_for(page: Page) -> None:
    page.goto(_case(page))
    box = page.locator('.pathways a[href^="#f-"]').first
    fact = str(box.get_attribute("href"))
    box.focus()
    page.keyboard.press("Enter")
    expect(page.locator(fact)).to_be_visible()
    assert page.evaluate(
        "fact => document.querySelector(fact).contains(document.activeElement)", fact
    )


@pytest.mark.usefixtures("complaints")
def test_a_box_that_waits_for_nothing_leads_to_the_text(page: Page) -> None:
    page.goto(_case(page))
    page.locator('.pathways a[href*="/statements#"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements#S24.8*")
    assert page.evaluate("document.querySelector(':target') !== null")


def _case(page: Page) -> str:
    page.goto("/cases")
    link = page.get_by_role("link", name="demo-foie-biliopancreatique").first
    return str(link.get_attribute("href"))
