"""What keeps others out: tokens, headers, limits, hosts."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ariane.web import guard
from ariane.web.pages import TEMPLATES
from ariane.web.security import POLICY, RateLimit, own_path, revision_of
from support.workbench import ADDRESS, Browser, workbench

PAGES = ("/cases", "/audit", "/healthz", "/no-such-page", "/cases/none", "/static/ariane.css")


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é", "\x00"])
def test_a_form_without_its_token_changes_nothing(browser: Browser, token: str | None) -> None:
    browser.get("/cases")
    values = {"title": "forged"} | ({} if token is None else {"csrf": token})
    answer = browser.post("/cases", data=values)
    assert answer.status_code == 403
    assert "Cette page a expiré" in answer.text
    assert "forged" not in browser.get("/cases").text


def test_a_token_stands_in_a_header_or_in_the_form(browser: Browser) -> None:
    token = browser.token
    assert browser.post("/cases", data={"title": "a", "csrf": token}).status_code == 303
    headers = {"x-csrf-token": token}
    assert browser.post("/cases", data={"title": "b"}, headers=headers).status_code == 303


def test_a_token_belongs_to_one_browser(browser: Browser) -> None:
    other = Browser(browser.app)  # type: ignore[arg-type]
    headers = {"x-csrf-token": other.token}
    browser.get("/cases")
    assert browser.post("/cases", data={}, headers=headers).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_is_refused_even_with_the_token(browser: Browser, site: str) -> None:
    headers = {"x-csrf-token": browser.token, "sec-fetch-site": site}
    assert browser.post("/cases", data={}, headers=headers).status_code == 403
    headers["sec-fetch-site"] = "same-origin"
    assert browser.post("/cases", data={}, headers=headers).status_code == 303


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_bears_the_headers(browser: Browser, path: str) -> None:
    headers = browser.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert ("no-store" in headers.get("cache-control", "")) is not path.startswith("/static/")


def test_the_policy_lets_nothing_run_from_within_a_page() -> None:
    assert "default-src 'none'" in POLICY
    assert "script-src 'self';" in POLICY
    assert "style-src 'self';" in POLICY
    assert "frame-ancestors 'none'" in POLICY
    assert not re.search(r"unsafe|\*|https?:|nonce", POLICY)


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.j2")), ids=lambda path: path.name)
def test_no_template_needs_more_than_the_policy_grants(template: Path) -> None:
    text = template.read_text("utf-8")
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<style\b", text)
    assert not re.search(r"\son[a-z]+\s*=", text)
    assert not re.search(r"\bhx-(on|vals=['\"]js:)", text)
    assert "javascript:" not in text
    assert "|safe" not in text.replace("drawing|safe", "").replace("svg|safe", "")
    for script in re.findall(r"<script\b[^>]*>(.*?)</script>", text, flags=re.DOTALL):
        assert not script.strip()


def test_no_page_carries_a_style_or_a_script_within(browser: Browser) -> None:
    case = browser.new_case()
    browser.set_fact(case, 1, "sex", "female")
    for path in ("/cases", case, f"{case}/history", f"{case}/pci", f"{case}/report", "/audit"):
        text = browser.get(path).text
        assert not re.search(r"\sstyle=|<style\b|\sonclick=", text), path
        assert not re.search(r"<script(?![^>]* src=)", text), path


def test_the_session_cookie_is_out_of_reach_of_scripts(browser: Browser) -> None:
    cookie = browser.get("/cases").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "set-cookie" not in browser.get("/cases").headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8321", 200),
        ("localhost", 200),
        ("[::1]:8321", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("[", 400),
        ("", 400),
    ],
)
def test_a_name_that_is_not_ours_is_not_answered(browser: Browser, host: str, status: int) -> None:
    """A page of another site may point its own name to this machine."""
    assert browser.get("/cases", headers={"host": host}).status_code == status


def test_who_asks_too_often_waits(tmp_path: Path) -> None:
    with workbench(tmp_path, requests_a_minute=3) as browser:
        statuses = [browser.get("/healthz").status_code for _ in range(5)]
        refused = browser.get("/cases")
    assert statuses == [200, 200, 200, 429, 429]
    assert "Trop de demandes" in refused.text
    assert refused.headers["content-security-policy"] == POLICY


def test_a_client_gets_its_requests_back_with_time_and_alone() -> None:
    now = [0.0]
    limit = RateLimit(2, lambda: now[0])
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")
    now[0] += 30
    assert [limit.allows("a") for _ in range(2)] == [True, False]
    now[0] += 3600
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]


def test_what_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with workbench(tmp_path, seconds=0.05) as browser:
        monkeypatch.setattr(browser.app.state.casework, "ping", lambda: time.sleep(0.3))  # type: ignore[attr-defined]
        answer = browser.get("/healthz")
        monkeypatch.undo()
        assert answer.status_code == 503
        assert "trop de temps" in answer.text
        assert browser.get("/healthz").status_code == 200


def test_a_body_that_is_too_long_is_not_read(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "LARGEST_BODY", 5_000)
    token = browser.token
    long = browser.post("/cases", data={"title": "x" * 6_000}, headers={"x-csrf-token": token})
    assert long.status_code == 413
    form = {"content-type": "application/x-www-form-urlencoded", "x-csrf-token": token}
    unsaid = browser.post("/cases", content=(b"title=xx&" for _ in range(1_000)), headers=form)
    assert unsaid.status_code == 413
    assert "trop" in unsaid.text
    odd = browser.post("/cases", content=b"", headers=form | {"content-length": "x"})
    assert odd.status_code == 413


def test_a_mistake_of_ours_shows_nothing_of_the_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("the inside")

    with workbench(tmp_path) as browser:
        monkeypatch.setattr(browser.app.state.casework, "ping", fail)  # type: ignore[attr-defined]
        calm = TestClient(browser.app, base_url=ADDRESS, raise_server_exceptions=False)
        answer = calm.get("/healthz")
    assert answer.status_code == 500
    assert "the inside" not in answer.text
    assert "de notre côté" in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_a_database_that_is_away_is_said(tmp_path: Path) -> None:
    with workbench(tmp_path) as browser:
        database = browser.app.state.casework._database  # type: ignore[attr-defined]
        with database.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE cases")
        answer = browser.get("/cases")
    assert answer.status_code == 503
    assert "base de données" in answer.text


@pytest.mark.parametrize("sent", ["", "-1", "1.0", "9" * 10, "²", "９", "x", "1_0", " 1", "\x00"])
def test_what_is_no_revision_is_refused(browser: Browser, sent: str) -> None:
    case = browser.new_case()
    for where, values in (
        ("facts", {"fact": "sex", "sex": "female"}),
        ("exams", {"exam": "mri_liver", "status": "done"}),
        ("details", {"notes": "x"}),
        ("undo", {}),
        ("pci", {"kind": "open", "region": "1", "score": "1"}),
        ("what-if", {"fact": "sex", "sex": "female"}),
    ):
        answer = browser.submit(f"{case}/{where}", revision=sent, **values)
        assert answer.status_code == 422, where
    assert revision_of("123456789") == 123456789


@pytest.mark.parametrize("to", ["/cases", "/cases/a?b=c#d", "/é"])
def test_a_path_of_our_own_is_kept(to: str) -> None:
    assert own_path(to) == to


@pytest.mark.parametrize("to", ["", "cases", "//a", "/\\a", "http://a", "/\n/a", "\t//a"])
def test_a_path_that_leads_elsewhere_is_not(to: str) -> None:
    assert own_path(to) == "/cases"
