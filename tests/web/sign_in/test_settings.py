"""The parts of signing in, each by itself: settings, seal, roles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ariane.board.permissions import Role
from ariane.web.settings import Auth, Settings, SettingsError
from ariane.web.sign_in.roles import person_of
from ariane.web.sign_in.sealed import Seal
from ariane.web.sign_in.settings import OidcSettings, is_confidential
from support.workbench import ADDRESS

SECONDS = 600


def test_a_seal_is_good_for_its_use_and_its_time() -> None:
    now = [1000.0]
    seal = Seal(b"k" * 32, lambda: now[0])
    text = seal.sealed("session", SECONDS, id="x")
    assert seal.opened("session", text)["id"] == "x"  # type: ignore[index]
    assert seal.opened("sign-in", text) is None
    assert Seal(b"l" * 32, lambda: now[0]).opened("session", text) is None
    now[0] += SECONDS
    assert seal.opened("session", text) is None


def test_roles_are_found_where_the_settings_say() -> None:
    settings = OidcSettings(
        issuer="https://a",
        client_id="b",
        client_secret="c",
        roles_claim="realm_access.roles",
        role_names={"ANAPATH": Role.PATHOLOGIST},
    )
    person = person_of(
        {"sub": "7", "email": "z@a", "realm_access": {"roles": ["ANAPATH", "board-member"]}},
        settings,
    )
    assert person == ("z@a", {Role.PATHOLOGIST, Role.BOARD_MEMBER}, "7")
    flat = replace(settings, roles_claim="https://a/roles")
    assert person_of({"sub": "7", "https://a/roles": ["ANAPATH"]}, flat).roles
    assert person_of({"sub": "7", "realm_access": []}, settings) == ("7", frozenset(), "7")


def test_a_secret_is_never_shown() -> None:
    assert "hidden" not in repr(OidcSettings(issuer="a", client_id="b", client_secret="hidden"))


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://a.example", True),
        ("http://127.0.0.1:80", True),
        ("http://[::1]/", True),
        ("http://a.example", False),
        ("http://127.0.0.1.example", False),
        ("file:///etc", False),
        ("", False),
    ],
)
def test_an_address_is_confidential_or_not(url: str, fine: bool) -> None:
    assert is_confidential(url) is fine


@pytest.mark.parametrize(
    "values",
    [
        {"host": "0.0.0.0"},
        {"auth": Auth.OIDC, "base_url": ADDRESS},
        {"oidc": OidcSettings(issuer="https://a", client_id="b", client_secret="c")},
        {
            "auth": Auth.OIDC,
            "base_url": "http://a.example",
            "oidc": OidcSettings(issuer="https://a", client_id="b", client_secret="c"),
        },
        {
            "auth": Auth.OIDC,
            "base_url": ADDRESS + "/",
            "oidc": OidcSettings(issuer="https://a", client_id="b", client_secret="c"),
        },
        {
            "auth": Auth.OIDC,
            "base_url": ADDRESS,
            "oidc": OidcSettings(issuer="http://a", client_id="b", client_secret="c"),
        },
    ],
)
def test_settings_that_must_not_go_together_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        Settings(database="sqlite://", **values)
