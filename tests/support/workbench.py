"""The workbench as a browser uses it, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Response
from fastapi.testclient import TestClient
from httpx import Response as Answer

from ariane.board.permissions import Role
from ariane.store.location import sqlite_address
from ariane.web.app import create_app
from ariane.web.people import Person
from ariane.web.settings import Auth, Settings
from ariane.web.sign_in.settings import OidcSettings

ADDRESS = "http://127.0.0.1:8321"
PROVIDER = OidcSettings(issuer="http://127.0.0.1:9", client_id="ariane", client_secret="s")
TOKEN = re.compile(r'X-CSRF-Token": "(\w+)"')
REVISION = re.compile(r'name="revision" value="(\d+)"')


class Browser(TestClient):
    """A browser of one person: keeps cookies, sends the token of forms, follows no redirect."""

    def __init__(self, app: FastAPI, **options: Any) -> None:
        super().__init__(app, base_url=ADDRESS, follow_redirects=False, **options)

    @property
    def token(self) -> str:
        found = TOKEN.search(self.get("/sign-in/back").text)
        assert found
        return found[1]

    def submit(self, path: str, htmx: bool = False, **values: Any) -> Answer:
        """Send a form with its token."""
        headers = {"x-csrf-token": self.token} | ({"hx-request": "true"} if htmx else {})
        return self.post(path, data=values, headers=headers)

    def new_case(self, title: str = "essai") -> str:
        """Begin a case; return its path."""
        answer = self.submit("/cases", title=title)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def set_fact(self, case: str, revision: int, fact: str, *values: str) -> Answer:
        return self.submit(
            f"{case}/facts", htmx=True, revision=revision, fact=fact, **{fact: list(values)}
        )

    def import_files(self, *files: tuple[str, bytes]) -> Answer:
        return self.post(
            "/cases/import",
            files=[("file", file) for file in files],
            headers={"x-csrf-token": self.token},
        )


@contextmanager
def workbench(folder: Path, **settings: Any) -> Iterator[Browser]:
    """Give a browser before a workbench of its own."""
    chosen = {"demo": False, "requests_a_minute": 100_000, **settings}
    chosen.setdefault("database", sqlite_address(folder))
    with Browser(create_app(Settings(**chosen))) as browser:
        yield browser


def signed_in(app: FastAPI, *roles: Role, name: str = "Zoé") -> Browser:
    """Return a browser in which somebody has signed in with the provider."""
    response = Response()
    app.state.sessions.begin(response, Person(name, frozenset(roles), f"sub-{name}"))
    browser = Browser(app)
    cookie, _, value = response.headers["set-cookie"].partition(";")[0].partition("=")
    browser.cookies.set(cookie, value)
    return browser


OIDC: dict[str, Any] = {"auth": Auth.OIDC, "oidc": PROVIDER, "base_url": ADDRESS}
