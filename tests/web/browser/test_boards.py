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


def new_case(page: Page, title: str, ready: tuple[str, ...] = READY) -> str:
    """Begin a case, with what the national board needs unless told otherwise; return its path."""
    page.goto("/cases")
    page.get_by_label(words("web:new-case")).fill(title)
    press(page, "web:new-case.do")
    path = re.sub(r"^https?://[^/]+", "", page.url)
    page.locator("#g-board > summary").click()
    for fact in ready:
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


FIVE_ITEMS = (
    "op_quadrant_description",
    "op_biopsy_proof",
    "op_ascites_stated",
    "op_photos_or_video",
    "op_small_bowel_stated",
    "op_right_dome_stated",
)


def say_yes(page: Page, case: str, *facts: str) -> None:
    """Record facts as true on the page of a case."""
    page.goto(case)
    page.evaluate("() => document.querySelectorAll('.group').forEach(g => g.open = true)")
    for fact in facts:
        with page.expect_response(re.compile("/facts")):
            page.locator(f"#f-{fact} label", has_text=words("answer.yes").capitalize()).click()


def test_a_renape_referral_waits_for_the_five_items_of_its_report(desk: Page) -> None:
    case = new_case(desk, "renape-navigateur", ())
    say_yes(desk, case, "peritoneal_metastases", "peritoneal_exploration_performed")
    desk.goto(f"{case}/referrals")
    press(desk, "board:board.renape")
    referral = desk.url
    expect(desk.locator(".owed")).to_contain_text(words("board:owed.right-dome"))
    press(desk, "board:command.complete")
    expect(desk.get_by_role("alert")).to_contain_text(words("board:refused.nothing-blocking"))
    say_yes(desk, case, *FIVE_ITEMS)
    desk.goto(referral)
    for command in ("complete", "send"):
        press(desk, f"board:command.{command}")
    expect(desk.locator(".state")).to_contain_text(words("board:state.sent"))


def test_a_referral_is_withdrawn_with_a_reason_and_none_without(desk: Page) -> None:
    case = new_case(desk, "rcp-retrait", ())
    desk.goto(f"{case}/referrals")
    press(desk, "board:board.cup")
    press(desk, "board:command.withdraw")
    expect(desk.get_by_role("alert")).to_contain_text(words("board:refused.reason"))
    desk.locator("[name=reason]").fill("souhait du patient")
    press(desk, "board:command.withdraw")
    expect(desk.locator(".state")).to_contain_text(words("board:state.withdrawn"))


def test_a_refused_non_opposition_blocks_nothing(desk: Page) -> None:
    case = new_case(desk, "rcp-opposition")
    with desk.expect_response(re.compile("/facts")):
        desk.locator("#f-non_opposition label").nth(2).click()
    desk.goto(f"{case}/referrals")
    press(desk, "board:board.cup")
    expect(desk.get_by_text(words("board:warning.non-opposition-refused"))).to_be_visible()
    for command in ("complete", "send"):
        press(desk, f"board:command.{command}")
    expect(desk.locator(".state")).to_contain_text(words("board:state.sent"))


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
