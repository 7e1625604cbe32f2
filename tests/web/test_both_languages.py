"""Every page in English shows nothing French, and every page in French nothing English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ariane.web.app import create_app
from ariane.web.settings import Settings

PAGES = (
    "",
    "/history",
    "/compare?before=1&after=1",
    "/what-if?ecog_ps=3&sex=male",
    "/pci",
    "/origin",
    "/report",
    "/statements",
    "/referrals",
    "/preparation",
    "/entry?q=ck20",
    "/tools?tool=regimen&regimen=CISGEM&height=170&weight=60&start=2026-03-02&formula=dubois",
    "/tools?tool=regimen&height=12",
    "/tools?tool=surveillance&setting=curative&start=2026-03-02",
)
OTHERS = (
    "/cases?archived=true",
    "/board",
    "/board/sessions",
    "/board/gaps",
    "/audit",
    "/erase",
    "/board/referrals/none",
)
SAID = ("title", "placeholder", "aria-label", "content", "alt")
OTHER = {"fr": "en", "en": "fr"}
SHORTEST = 3


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    file = tmp_path_factory.mktemp("workbench") / "cases.db"
    settings = Settings(database=f"sqlite:///{file}", requests_a_minute=100_000)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8321") as found:
        yield found


class _Said(HTMLParser):
    """Collects what a page says: its texts and the attributes that are read out.

    Lines in a drawing are left out: they are pieces of a label, and its title has the whole.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._elsewhere = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._elsewhere = tag == "text" or dict(attrs).get("class") == "language"
        self.found |= {value.strip() for name, value in attrs if name in SAID and value}

    def handle_data(self, data: str) -> None:
        if not self._elsewhere:
            self.found.add(" ".join(data.split(" ")).strip())

    def handle_endtag(self, tag: str) -> None:
        self._elsewhere = False


def said(html: str) -> set[str]:
    parser = _Said()
    parser.feed(html)
    return parser.found


def wording(language: str) -> list[str]:
    folder = files("ariane.wording").joinpath(language)
    tables = [json.loads(entry.read_text("utf-8")) for entry in folder.iterdir()]
    return [text for table in tables for text in _texts(table)]


def _texts(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for value in entry.values():
            yield from _texts(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _texts(value)


def foreign(language: str) -> tuple[set[str], re.Pattern[str]]:
    """Return what only the other language says: its fixed texts, and those with values in them."""
    own = {text.casefold() for text in wording(language)}
    only = [t for t in wording(OTHER[language]) if t.casefold() not in own and len(t) > SHORTEST]
    fixed = {text.casefold() for text in only if "{" not in text}
    open_texts = [re.escape(re.sub(r"\{\w+\}", "\0", text)) for text in only if "{" in text]
    words = [text for text in open_texts if re.search(r"[a-zé]{4}", text.replace("\\", ""))]
    return fixed, re.compile("|".join(text.replace("\0", ".+") for text in words), re.DOTALL)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_speaks_one_language(client: TestClient, language: str) -> None:
    client.cookies.set("ariane-language", language)
    fixed, with_values = foreign(language)
    found = {
        (address, text)
        for address in _addresses(client)
        for text in said(client.get(address).text)
        if text.casefold() in fixed or with_values.fullmatch(text)
    }
    assert found == set()


def test_a_text_in_the_wrong_language_is_found() -> None:
    fixed, with_values = foreign("en")
    page = '<p title="Annuler">3 dossiers importés.</p><a class="language">Français</a>'
    assert {text for text in said(page) if text.casefold() in fixed} == {"Annuler"}
    assert with_values.fullmatch("3 dossiers importés.")
    assert "Français" not in said(page)


def _addresses(client: TestClient) -> list[str]:
    links = re.findall(r'href="(/cases/[0-9a-f]+)"', client.get("/cases").text)
    return ["/cases", "/cases/none", *OTHERS, *links, *(f"{links[0]}{path}" for path in PAGES)]


def test_every_page_of_a_case_is_looked_at(client: TestClient) -> None:
    shown = {
        path.removeprefix("/cases/{case_id}")
        for path, methods in client.get("/openapi.json").json()["paths"].items()
        if path.startswith("/cases/{case_id}") and "get" in methods
    }
    looked_at = {path.partition("?")[0] for path in PAGES}
    aside = {path for path in shown if re.search(r"\{|\.svg|\.ics", path)}
    assert shown - aside == looked_at
