"""A case before a board, in a real browser: from its page to a signed decision and the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ariane.wording.catalogue import say
from ariane.wording.language import Language
from support.axe import COLOURS, RULES, flaws
from support.browsing import Complaints, Workbench, visit

READY = ("cup_form_word_attached", "cup_pathology_reports_attached", "presenter_knows_case")


def words(key: str, **values: Any) -> str:
    return say(key, Language.FR, **values)


def press(page: Page, key: str) -> None:
    page.get_by_role("button", name=words(key), exact=True).click()


def new_case(page: Page, title: str) -> str:
    """Begin a case in which nothing that the national board needs is missing; return its path."""
    page.goto("/cases")
    page.get_by_label(words("web:new-case")).fill(title)
    press(page, "web:new-case.do")
    path = re.sub(r"^https?://[^/]+", "", page.url)
    page.locator("#g-board > summary").click()
    for fact in READY:
        with page.expect_response(re.compile("/facts")):
            page.locator(f"#f-{fact} label", has_text=words("answer.yes").capitalize()).click()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Give a page of a workbench on each kind of database."""
    if request.param == "sqlite":
        with visit(browser, request.getfixturevalue("workbench")) as page:
            yield page
        return
    address = request.getfixturevalue("postgres").new_database()
    hospital = Workbench(tmp_path_factory.mktemp("hospital"), address)
    with visit(browser, hospital) as page:
        yield page
    hospital.kill()


def test_a_referral_goes_from_its_case_to_a_signed_report(desk: Page) -> None:
    page, complaints = desk, Complaints()
    complaints.watch(page)
    case = new_case(page, "rcp-navigateur")
    page.goto("/board/sessions")
    page.get_by_label(words("web_board:start")).fill("2026-01-08T16:30")
    page.get_by_label(words("web_board:other-session")).select_option("cup")
    page.locator("form.together").get_by_role("button").click()
    session = page.url
    page.goto(f"{case}/referrals")
    press(page, "board:board.cup")
    referral = page.url
    for command in ("complete", "send", "schedule"):
        press(page, f"board:command.{command}")
    expect(page.locator(".state")).to_contain_text(words("board:state.scheduled"))
    press(page, "board:command.discuss-upstream")
    expect(page.get_by_role("alert")).to_contain_text(words("board:refused.decision"))
    page.goto(session)
    press(page, "web_board:put-on")
    for row, speciality in enumerate(("oncologie", "radiologie", "anatomopathologie")):
        page.locator(f"[name=name-{row}]").fill(f"Dr {row}")
        page.locator(f"[name=speciality-{row}]").fill(speciality)
        page.locator(f"[name=knows-{row}]").check()
    press(page, "web_board:save-attendance")
    page.locator("textarea[name=text]").fill("Séquençage : PSA < 4 & CK7+")
    press(page, "web_board:sign")
    expect(page.locator("article")).to_contain_text("PSA < 4 & CK7+")
    page.goto(referral)
    for command in (
        "discuss-upstream",
        "validate-indication",
        "start-sequencing",
        "receive-results",
    ):
        press(page, f"board:command.{command}")
    expect(page.locator(".state")).to_contain_text(words("board:state.results-in"))
    page.goto("/board")
    expect(page.get_by_role("link", name="rcp-navigateur")).to_be_visible()
    assert all("422" in complaint for complaint in complaints), complaints


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_at_the_boards(
    browser: Browser, workbench: Workbench, dark: bool
) -> None:
    rules = COLOURS if dark else RULES
    with visit(browser, workbench, dark=dark) as page:
        case = new_case(page, f"rcp-axe-{dark}")
        page.goto(f"{case}/referrals")
        press(page, "board:board.cup")
        found = flaws(page, "referral", rules)
        page.goto("/board/sessions")
        found += flaws(page, "sessions", rules)
        page.locator(".trial button").first.click()
        found += flaws(page, "session", rules)
        for path in ("/board", "/board/gaps"):
            page.goto(path)
            found += flaws(page, path, rules)
        assert not found, "\n".join(found)
