"""Two people at one case, and a server that dies: nothing is overwritten, nothing is lost."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from support.browsing import Workbench, enter, new_case, revision, search, visit


def test_the_later_of_two_people_sees_the_conflict(browser: Browser, workbench: Workbench) -> None:
    with visit(browser, workbench) as first, visit(browser, workbench) as second:
        case = new_case(first, "à deux")
        second.goto(case)
        enter(first, "femme")
        search(second, "homme")
        second.keyboard.press("Enter")
        expect(second.locator("#notice")).to_contain_text("entre-temps")
        first.reload()
        assert revision(first) == 2
        expect(first.locator("#summary")).to_contain_text("féminin")
        second.locator("#notice a").click()
        expect(second.locator("#summary")).to_contain_text("féminin")
        enter(second, "PS 1")
        assert revision(second) == 3


def test_a_killed_server_has_lost_nothing(browser: Browser, tmp_path: Path) -> None:
    workbench = Workbench(tmp_path / "data")
    try:
        with visit(browser, workbench) as page:
            case = new_case(page, "coupure")
            enter(page, "femme")
            workbench.kill()
            page.locator("body").press("1")
            expect(page.locator("#notice")).to_contain_text("ne répond pas")
            workbench.start()
            page.goto(case)
            assert revision(page) == 2
            expect(page.locator("#summary")).to_contain_text("féminin")
            enter(page, "PS 1")
            page.goto(f"{case}/history")
            expect(page.locator(".history > li")).to_have_count(3)
    finally:
        workbench.kill()
