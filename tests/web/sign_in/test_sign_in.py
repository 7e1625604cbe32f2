"""Signing in against a real provider over HTTP: what is believed, and what is not."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey

from ariane.web.security import SESSION_COOKIE
from ariane.web.settings import Auth
from ariane.web.sign_in import routes
from ariane.web.sign_in.sessions import COOKIE
from ariane.web.sign_in.settings import OidcSettings
from support.openid_provider import CLIENT, SECRET, Provider, running_provider
from support.workbench import ADDRESS, Browser, workbench


@pytest.fixture(scope="module")
def served() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(served: Provider) -> Provider:
    fresh = Provider(issuer=served.issuer, key=served.key)
    fresh.about = {"name": "Zoé Martin", "roles": ["pathologist", "gardener"]}
    for name in ("about", "userinfo", "spoil", "sign", "discovery", "codes", "seen", "key"):
        setattr(served, name, getattr(fresh, name))
    return served


def settings_for(provider: Provider, **values: Any) -> OidcSettings:
    return OidcSettings(issuer=provider.issuer, client_id=CLIENT, client_secret=SECRET, **values)


@pytest.fixture
def browser(provider: Provider, tmp_path: Path) -> Iterator[Browser]:
    with workbench(
        tmp_path, auth=Auth.OIDC, oidc=settings_for(provider), base_url=ADDRESS
    ) as found:
        yield found


def to_provider(browser: Browser, to: str = "/cases") -> str:
    """Ask to sign in; return where the provider sends the browser back to."""
    away = browser.get("/sign-in", params={"to": to})
    assert away.status_code == 303, away.text
    return httpx.get(away.headers["location"]).headers["location"]


def sign_in(browser: Browser, to: str = "/cases") -> Any:
    return browser.get(to_provider(browser, to))


def test_signing_in_gives_the_person_with_their_roles(browser: Browser, provider: Provider) -> None:
    answer = sign_in(browser, "/cases?x=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/cases?x=1")
    said = browser.get("/cases")
    assert said.status_code == 200
    assert "Zoé Martin" in said.text
    assert browser.submit("/cases", title="x").status_code == 403
    assert provider.seen == ["discovery", "basic", "keys"]


def test_the_cookie_is_out_of_reach_and_signed(browser: Browser) -> None:
    answer = sign_in(browser)
    (cookie,) = [c for c in answer.headers.get_list("set-cookie") if c.startswith(COOKIE)]
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    value = browser.cookies[COOKIE]
    head, body, signature = value.split(".")
    for forged in (
        f"{head}.{body}.{signature[::-1]}",
        f"{head}.{body}.",
        f"{head}.{body}x.{signature}",
        "x",
    ):
        browser.cookies.set(COOKIE, forged, domain="127.0.0.1", path="/")
        assert browser.get("/cases").status_code == 303


def test_beyond_this_machine_cookies_go_by_https_alone(provider: Provider, tmp_path: Path) -> None:
    address = "https://ariane.example"
    with workbench(
        tmp_path, auth=Auth.OIDC, oidc=settings_for(provider), base_url=address, host="0.0.0.0"
    ) as browser:
        browser.base_url = httpx.URL(address)
        answer = browser.get(to_provider(browser))
        assert answer.status_code == 303
        for cookie in answer.headers.get_list("set-cookie"):
            assert "Secure" in cookie
        assert browser.get("/cases").headers["strict-transport-security"]
        browser.base_url = httpx.URL("https://other.example")
        assert browser.get("/healthz").status_code == 400


def expired(claims: dict[str, Any]) -> dict[str, Any]:
    return claims | {"iat": int(time.time()) - 900, "exp": int(time.time()) - 600}


SPOILT: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "another nonce": lambda claims: claims | {"nonce": "other"},
    "no nonce": lambda claims: {k: v for k, v in claims.items() if k != "nonce"},
    "expired": expired,
    "no expiry": lambda claims: {k: v for k, v in claims.items() if k != "exp"},
    "not yet": lambda claims: claims | {"nbf": int(time.time()) + 600},
    "for another client": lambda claims: claims | {"aud": "other"},
    "for several, on behalf of another": lambda claims: claims | {"aud": [CLIENT, "o"], "azp": "o"},
    "from another issuer": lambda claims: claims | {"iss": "https://other.example"},
    "nobody": lambda claims: {k: v for k, v in claims.items() if k != "sub"},
}


@pytest.mark.parametrize("why", SPOILT)
def test_an_identity_that_is_not_for_us_now_is_refused(
    browser: Browser, provider: Provider, why: str
) -> None:
    provider.spoil = SPOILT[why]
    refused(browser)


@pytest.mark.parametrize("how", ["another key", "public key as secret", "unsigned", "no token"])
def test_a_signature_that_is_not_the_providers_is_refused(
    browser: Browser, provider: Provider, how: str
) -> None:
    other = RSAKey.generate_key(parameters={"kid": "one"})
    provider.sign = {
        "another key": lambda claims: provider.signed(claims, other),
        "public key as secret": provider.signed_with_public_key,
        "unsigned": provider.unsigned,
        "no token": lambda claims: "a.b.c",
    }[how]
    refused(browser)


def refused(browser: Browser) -> None:
    answer = sign_in(browser)
    assert answer.status_code == 403
    assert "n'a pas abouti" in answer.text.replace("&#39;", "'")
    assert COOKIE not in browser.cookies
    assert browser.get("/cases").status_code == 303


def test_several_audiences_with_us_as_the_asking_one_are_fine(
    browser: Browser, provider: Provider
) -> None:
    provider.spoil = lambda claims: claims | {"aud": [CLIENT, "other"], "azp": CLIENT}
    assert sign_in(browser).status_code == 303


def test_keys_may_be_renewed(browser: Browser, provider: Provider) -> None:
    assert sign_in(browser).status_code == 303
    provider.key = RSAKey.generate_key(parameters={"kid": "two"})
    assert sign_in(browser).status_code == 303
    assert provider.seen.count("keys") == 2


@pytest.mark.parametrize("roles", [[], ["gardener"], None, 7, {"a": 1}])
def test_whoever_has_no_role_is_told(browser: Browser, provider: Provider, roles: Any) -> None:
    provider.about = {"roles": roles}
    answer = sign_in(browser)
    assert answer.status_code == 403
    assert "aucun rôle" in answer.text
    assert browser.get("/cases").status_code == 303


def test_another_state_is_refused(browser: Browser) -> None:
    back = to_provider(browser)
    assert browser.get(back[:-1] + ("A" if back[-1] != "A" else "B")).status_code == 403
    assert browser.get(back).status_code == 403, "a try serves once"


def test_a_code_brought_to_another_browser_is_refused(browser: Browser) -> None:
    back = to_provider(browser)
    assert Browser(browser.app).get(back).status_code == 403  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "query", ["", "?error=access_denied", "?code=a", "?state=a", "?code=a&state=é"]
)
def test_coming_back_with_less_is_refused(browser: Browser, query: str) -> None:
    to_provider(browser)
    assert browser.get(f"/sign-in/back{query}").status_code == 403


def test_a_code_that_the_provider_does_not_know(browser: Browser) -> None:
    back = to_provider(browser)
    code = parse_qs(urlsplit(back).query)["code"][0]
    assert browser.get(back.replace(code, "other")).status_code == 503


def test_pkce_ties_the_code_to_its_try(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "challenge_of", lambda verifier: "other")
    assert sign_in(browser).status_code == 503


def test_a_secret_may_be_asked_for_in_the_form(browser: Browser, provider: Provider) -> None:
    provider.discovery = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert sign_in(browser).status_code == 303
    assert "post" in provider.seen


def test_roles_may_come_from_userinfo_and_only_about_the_same_person(
    browser: Browser, provider: Provider
) -> None:
    provider.about, provider.userinfo = {}, {"name": "Zoé", "roles": "administrator"}
    assert sign_in(browser).status_code == 303
    assert browser.get("/audit").status_code == 200
    provider.userinfo = {"sub": "43", "roles": "administrator"}
    assert sign_in(browser).status_code == 403


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://other.example"},
        {"authorization_endpoint": "http://other.example/authorize"},
        {"jwks_uri": "http://other.example/keys"},
        {"token_endpoint": "file:///etc/passwd"},
    ],
)
def test_a_provider_that_leads_elsewhere_is_not_followed(
    browser: Browser, provider: Provider, said: dict[str, str]
) -> None:
    provider.discovery = said
    away = browser.get("/sign-in")
    if away.status_code == 303 and "authorization_endpoint" not in said:
        away = browser.get(httpx.get(away.headers["location"]).headers["location"])
    assert away.status_code == 503


def test_a_provider_that_does_not_answer_is_said(tmp_path: Path) -> None:
    silent = OidcSettings(issuer="http://127.0.0.1:9", client_id="a", client_secret="b")
    with workbench(tmp_path, auth=Auth.OIDC, oidc=silent, base_url=ADDRESS) as browser:
        answer = browser.get("/sign-in")
    assert answer.status_code == 503
    assert "identité ne répond pas" in answer.text


@pytest.mark.parametrize(
    "to", ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil"]
)
def test_one_comes_back_to_the_workbench_and_nowhere_else(browser: Browser, to: str) -> None:
    assert sign_in(browser, to).headers["location"] == "/cases"
    assert browser.get("/language/en", params={"to": to}).headers["location"] == "/cases"


def test_signing_out_ends_the_session_for_good(browser: Browser, provider: Provider) -> None:
    sign_in(browser)
    copied = browser.cookies[COOKIE]
    assert browser.post("/sign-out").status_code == 403, "not without the token"
    answer = browser.submit("/sign-out")
    assert answer.status_code == 200
    assert f"{provider.issuer}/end" in answer.text
    assert browser.get("/cases").status_code == 303
    browser.cookies.set(COOKIE, copied)
    assert browser.get("/cases").status_code == 303


def test_a_form_token_never_signs_who_one_is(browser: Browser) -> None:
    """A browser chooses its own session: what is computed over it must not be a signature."""
    sign_in(browser)
    head, body, _ = browser.cookies[COOKIE].split(".")
    forger = Browser(browser.app)  # type: ignore[arg-type]
    forger.cookies.set(SESSION_COOKIE, f"{head}.{body}", domain="127.0.0.1", path="/")
    signature = urlsafe_b64encode(bytes.fromhex(forger.token)).rstrip(b"=").decode()
    forger.cookies.set(COOKIE, f"{head}.{body}.{signature}", domain="127.0.0.1", path="/")
    assert forger.get("/cases").status_code == 303


def test_whoever_reads_no_case_comes_to_the_log(browser: Browser, provider: Provider) -> None:
    provider.about = {"roles": "administrator"}
    assert sign_in(browser, "/").headers["location"] == "/"
    assert browser.get("/").headers["location"] == "/audit"


def test_a_token_of_one_session_is_worth_nothing_in_the_next(browser: Browser) -> None:
    sign_in(browser)
    token = browser.token
    sign_in(browser)
    assert browser.post("/sign-out", headers={"x-csrf-token": token}).status_code == 403
