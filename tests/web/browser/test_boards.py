"""Cases before a board, in a real browser: each story from the page of its case to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from ariane.wording.catalogue import say
from ariane.wording.language import Language
from support.axe import COLOURS, RULES, flaws
from support.browsing import Complaints, Workbench, visit

SHORTEN = "() => document.querySelectorAll('tr:nth-child(n+12)').forEach(row => row.remove())"
"""The rows of a long table are alike: a few of them show every flaw."""
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


@pytest.fixture(scope="module")
def hospital(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workbench]:
    """Give one workbench on PostgreSQL for all stories."""
    address = request.getfixturevalue("postgres").new_database()
    found = Workbench(tmp_path_factory.mktemp("hospital"), address)
    yield found
    found.kill()


@pytest.fixture(params=["workbench", "hospital"], ids=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Give a page of a workbench on each kind of database; it complains of nothing but refusals."""
    complaints = Complaints()
    with visit(browser, request.getfixturevalue(request.param)) as page:
        complaints.watch(page)
        yield page
    assert all("422" in complaint for complaint in complaints), complaints


def say_yes(page: Page, case: str, *facts: str) -> None:
    """Record facts as true on the page of a case."""
    page.goto(case)
    page.evaluate("() => document.querySelectorAll('.group').forEach(g => g.open = true)")
    for fact in facts:
        with page.expect_response(re.compile("/facts")):
            page.locator(f"#f-{fact} label", has_text=words("answer.yes").capitalize()).click()


def refer(page: Page, case: str, board: str) -> str:
    """Refer a case to a board; return the address of the referral."""
    page.goto(f"{case}/referrals")
    press(page, f"board:board.{board}")
    return page.url


def prepare(page: Page, board: str, start: str) -> str:
    """Prepare a session; return its address."""
    page.goto("/board/sessions")
    page.get_by_label(words("web_board:start")).fill(start)
    page.get_by_label(words("web_board:other-session")).select_option(board)
    page.locator("form.together").get_by_role("button").click()
    return page.url


def take(page: Page, referral: str, *commands: str, session: str = "", reason: str = "") -> None:
    """Take steps on a referral, the first of them at a session or for a reason."""
    page.goto(referral)
    first = page.locator("form.step").filter(
        has=page.get_by_role("button", name=words(f"board:command.{commands[0]}"), exact=True)
    )
    if session:
        first.locator("[name=session]").select_option(session.rsplit("/", 1)[-1])
    if reason:
        first.locator("[name=reason]").fill(reason)
    for command in commands:
        press(page, f"board:command.{command}")


def stands(page: Page, state: str) -> None:
    expect(page.locator(".state")).to_contain_text(words(f"board:state.{state}"))


def refused(page: Page, key: str) -> None:
    expect(page.get_by_role("alert")).to_contain_text(words(key))


def put_on(page: Page, session: str, title: str) -> None:
    """Put a case that waits for this board on the agenda of a session."""
    page.goto(session)
    waiting = page.locator("ul.trial li", has_text=title)
    waiting.get_by_role("button", name=words("web_board:put-on"), exact=True).click()


def attend(page: Page, *specialities: str) -> None:
    """Record on the page of a session who was there; all know its only case."""
    for row, speciality in enumerate(specialities):
        page.locator(f"[name=name-{row}]").fill(f"Dr {row}")
        page.locator(f"[name=speciality-{row}]").fill(speciality)
        page.locator(f"[name=knows-{row}]").check()
    press(page, "web_board:save-attendance")


def sign(page: Page, text: str) -> None:
    """Sign a decision on the only case of a session."""
    page.locator("textarea[name=text]").fill(text)
    press(page, "web_board:sign")
    expect(page.locator("article")).to_contain_text(text)


def decide(page: Page, session: str, title: str, text: str) -> None:
    """Hold a session on one case, with a quorum, to its signed decision."""
    put_on(page, session, title)
    attend(page, "oncologie", "radiologie", "anatomopathologie")
    sign(page, text)


def downloaded(page: Page, address: str) -> bytes:
    """Take what a link of the page offers."""
    path = re.sub(r"^https?://[^/]+", "", address)
    with page.expect_download() as taken:
        page.locator(f"a[href='{path}']").first.click()
    return taken.value.path().read_bytes()


def report_says(page: Page, session: str, referral: str, text: str) -> None:
    """Download the report of a decision, in Word and PDF, and look for its words."""
    report = f"{session}/{referral.rsplit('/', 1)[-1]}"
    word = Document(BytesIO(downloaded(page, f"{report}.docx")))
    assert text in "\n".join(paragraph.text for paragraph in word.paragraphs)
    printed = PdfReader(BytesIO(downloaded(page, f"{report}.pdf"))).pages
    assert text in " ".join(" ".join(p.extract_text() for p in printed).split())


def test_a_cup_referral_goes_from_draft_to_its_downstream_report(desk: Page) -> None:
    page, title = desk, "rcp-navigateur"
    case = new_case(page, title)
    upstream = prepare(page, "cup", "2026-01-08T16:30")
    downstream = prepare(page, "cup", "2026-02-12T16:30")
    referral = refer(page, case, "cup")
    take(page, referral, "complete", "send")
    take(page, referral, "schedule", session=upstream)
    stands(page, "scheduled")
    take(page, referral, "discuss-upstream", session=upstream)
    refused(page, "board:refused.decision")
    refused(page, "board:refused.on-agenda")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page).to_have_url(upstream)
    decide(page, upstream, title, "Séquençage : PSA < 4 & CK7+")
    take(page, referral, "discuss-upstream", session=upstream)
    take(page, referral, "validate-indication", "start-sequencing", "receive-results")
    stands(page, "results-in")
    take(page, referral, "discuss-downstream", session=upstream)
    refused(page, "board:refused.on-agenda")
    decide(page, downstream, title, "Chimiothérapie selon l'origine probable")
    for paper in ("agenda", "minutes"):
        assert downloaded(page, f"{downstream}/{paper}.docx").startswith(b"PK")
        assert downloaded(page, f"{downstream}/{paper}.pdf").startswith(b"%PDF")
    take(page, referral, "discuss-downstream", session=downstream)
    press(page, "board:command.issue-report")
    stands(page, "report-issued")
    report_says(page, upstream, referral, "Séquençage : PSA < 4 & CK7+")
    report_says(page, downstream, referral, "Chimiothérapie selon l'origine probable")
    take(page, referral, "close")
    stands(page, "closed")
    expect(page.get_by_text(words("web_board:no-step"))).to_be_visible()
    page.goto("/board")
    expect(page.get_by_role("link", name=title)).to_have_count(0)


FIVE_ITEMS = (
    "op_quadrant_description",
    "op_biopsy_proof",
    "op_ascites_stated",
    "op_photos_or_video",
    "op_small_bowel_stated",
    "op_right_dome_stated",
)
OWED = (
    "quadrants-and-biopsy",
    "ascites-stated",
    "photographs-or-video",
    "small-bowel-and-mesentery",
    "right-dome",
)


def test_a_renape_referral_goes_from_an_incomplete_operative_report_to_its_report(
    desk: Page,
) -> None:
    page, title = desk, "renape-navigateur"
    case = new_case(page, title, ())
    referral = refer(page, case, "renape")
    expect(page.locator(".owed .blocks")).to_have_count(0)
    say_yes(page, case, "peritoneal_metastases", "peritoneal_exploration_performed")
    page.goto(referral)
    expect(page.locator(".owed .blocks b")).to_have_text([words(f"board:owed.{o}") for o in OWED])
    take(page, referral, "complete")
    refused(page, "board:refused.nothing-blocking")
    page.goto("/board")
    line = page.locator(".column li", has_text=title)
    expect(line.locator(".blocking")).to_contain_text(words("board:owed.right-dome"))
    say_yes(page, case, *FIVE_ITEMS[:-1])
    take(page, referral, "complete")
    refused(page, "board:refused.nothing-blocking")
    expect(page.locator(".owed .blocks b")).to_have_text([words("board:owed.right-dome")])
    say_yes(page, case, FIVE_ITEMS[-1])
    session = prepare(page, "renape", "2026-01-14T14:00")
    take(page, referral, "complete", "send")
    take(page, referral, "schedule", session=session)
    decide(page, session, title, "Cytoréduction & CHIP à discuter")
    report_says(page, session, referral, "Cytoréduction & CHIP à discuter")
    take(page, referral, "discuss", session=session)
    press(page, "board:command.issue-report")
    press(page, "board:command.close")
    stands(page, "closed")


def test_a_referral_is_withdrawn_with_a_reason_and_the_case_is_referred_anew(desk: Page) -> None:
    case = new_case(desk, "rcp-retrait")
    referral = refer(desk, case, "cup")
    take(desk, referral, "complete", "send", "withdraw")
    refused(desk, "board:refused.reason")
    take(desk, referral, "withdraw", reason="souhait du patient")
    stands(desk, "withdrawn")
    expect(desk.locator(".history li").first).to_contain_text("souhait du patient")
    expect(desk.get_by_text(words("web_board:no-step"))).to_be_visible()
    desk.goto("/board")
    expect(desk.get_by_role("link", name="rcp-retrait")).to_have_count(0)
    again = refer(desk, case, "cup")
    assert again != referral
    stands(desk, "draft")


def test_a_refused_non_opposition_and_a_missing_quorum_stop_no_care(desk: Page) -> None:
    page, title = desk, "rcp-opposition"
    case = new_case(page, title)
    with page.expect_response(re.compile("/facts")):
        page.locator("#f-non_opposition label").nth(2).click()
    referral = refer(page, case, "cup")
    expect(page.get_by_text(words("board:warning.non-opposition-refused"))).to_be_visible()
    session = prepare(page, "cup", "2026-03-12T16:30")
    take(page, referral, "complete", "send")
    take(page, referral, "schedule", session=session)
    put_on(page, session, title)
    attend(page, "oncologie", "radiologie")
    page.locator("textarea[name=text]").fill("Pas de séquençage")
    press(page, "web_board:sign")
    expect(page.get_by_role("alert")).to_contain_text(
        words("board:doc.minutes.quorum.lacking", count=1)
    )
    expect(page.locator("textarea[name=text]")).to_have_value("Pas de séquençage")
    page.get_by_label(words("web_board:without-quorum"), exact=True).check()
    page.get_by_label(words("web_board:without-quorum.reason")).fill("urgence < 24 h")
    sign(page, "Pas de séquençage")
    said = words("board:without-quorum", reason="urgence < 24 h")
    expect(page.locator("article")).to_contain_text(said)
    take(page, referral, "discuss-upstream", session=session)
    expect(page.locator(".history li").first).to_contain_text(said)
    take(page, referral, "decline-indication", reason="primitif probable")
    press(page, "board:command.issue-report")
    press(page, "board:command.close")
    stands(page, "closed")


def test_a_case_is_erased_and_its_pages_say_so(desk: Page) -> None:
    page, title = desk, "rcp-effacement"
    case = new_case(page, title, ())
    referral = refer(page, case, "renape")
    page.goto(f"{case}/history")
    page.get_by_role("link", name=words("erasing:heading"), exact=True).click()
    page.get_by_label(words("erasing:name"), exact=True).fill("autre")
    page.get_by_label(words("erasing:reason"), exact=True).fill("demande du 2 mars")
    press(page, "erasing:do")
    refused(page, "erasing:other-name")
    page.get_by_label(words("erasing:name"), exact=True).fill(title)
    press(page, "erasing:do")
    expect(page.get_by_role("heading", name=words("erasing:done"))).to_be_visible()
    page.get_by_role("link", name=words("erasing:log"), exact=True).click()
    entry = page.locator("tr", has_text=words("audit:what.erase")).first
    expect(entry).to_contain_text("demande du 2 mars")
    for path, key in ((case, "no-such-case"), (referral, "erased-referral")):
        answer = page.request.get(path)
        assert answer.status == 404
        assert words(f"web:failure.{key}") in unescape(answer.text())


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
        for path in ("/board", "/board/gaps", "/erase", "/audit"):
            page.goto(path)
            page.evaluate(SHORTEN)
            found += flaws(page, path, rules)
        assert not found, "\n".join(found)
