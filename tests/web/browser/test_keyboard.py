"""From nothing to a consultation by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from support.browsing import enter, new_case, revision, saved, search

pytestmark = pytest.mark.usefixtures("complaints")


def test_a_case_is_entered_without_a_mouse(page: Page) -> None:
    page.goto("/cases")
    page.keyboard.press("/")
    expect(page.locator("#title")).to_be_focused()
    page.keyboard.type("clavier")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/[^/]+$"))
    expect(page.locator("#summary .none")).to_be_visible()

    enter(page, "femme")
    enter(page, "PS 1")
    expect(page.locator("#summary")).to_contain_text("féminin")
    expect(page.locator("#summary")).to_contain_text("PS")
    page.keyboard.press("1")
    expect(page.locator(".plan li").first).to_be_visible()


def test_a_digit_answers_the_question_on_top(page: Page) -> None:
    new_case(page, "chiffres")
    before = revision(page)
    asked = page.locator("#question").inner_text()
    page.locator("body").press("1")
    saved(page, before)
    expect(page.locator("#question")).not_to_have_text(asked)


def test_u_undoes_and_the_facts_go_with_it(page: Page) -> None:
    new_case(page, "annuler")
    enter(page, "femme")
    page.locator("body").press("u")
    expect(page.locator("#summary .none")).to_be_visible()
    assert revision(page) == 3


def test_a_digit_typed_into_a_field_answers_nothing(page: Page) -> None:
    new_case(page, "saisie")
    before = revision(page)
    search(page, "1")
    expect(page.locator("#proposals")).not_to_be_empty()
    assert revision(page) == before


def test_slash_searches_and_escape_leaves(page: Page) -> None:
    new_case(page, "recherche")
    page.keyboard.press("/")
    expect(page.locator("#quick")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#quick")).not_to_be_focused()
