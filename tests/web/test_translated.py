"""No page says anything in the other language: every text of the catalogue is looked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ariane.store.database import sqlite_address
from ariane.web.app import create_app
from ariane.web.settings import Settings
from ariane.wording.language import Language

PAGES = (
    "",
    "/history",
    "/compare?before=1&after=1",
    "/what-if?ecog_ps=3",
    "/report",
    "/pci",
    "/preparation",
    "/statements",
    "/tools?tool=regimen&regimen=GEMOX&height=172&weight=70&start=2026-03-02&cycles=2"
    "&formula=dubois",
    "/tools?tool=regimen&height=17",
    "/tools?tool=surveillance&setting=systemic&start=2026-03-02",
    "/none",
)
MOST_CASES = 3
SHORTEST = 12
"""Shorter texts (names of genes, `stable`) may stand within words of the other language."""
NAMES = frozenset({"web:language.fr", "web:language.en"})
"""The switch names each language in that language."""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    address = sqlite_address(tmp_path_factory.mktemp("workbench"))
    settings = Settings(database=address, requests_a_minute=100_000)
    with TestClient(create_app(settings)) as found:
        yield found


@pytest.mark.parametrize("language", tuple(Language))
def test_no_page_speaks_the_other_language(client: TestClient, language: Language) -> None:
    other = Language.EN if language is Language.FR else Language.FR
    own = _texts(language)
    foreign = {said: key for said, key in _texts(other).items() if said not in own}
    cases = list(dict.fromkeys(re.findall(r'href="(/cases/[0-9a-f]+)"', client.get("/cases").text)))
    addresses = ["/cases", "/cases/none"]
    addresses += [f"{case}{page}" for case in cases[:MOST_CASES] for page in PAGES]
    heard = [
        (address, foreign[said], said)
        for address in addresses
        for said in _said(client, address, language)
        if said in foreign
    ]
    assert heard == []


def test_every_text_is_found_where_it_is_shown(client: TestClient) -> None:
    """The search above can find something: a page says many texts of its own language."""
    own = _texts(Language.EN)
    case = re.findall(r'href="(/cases/[0-9a-f]+)"', client.get("/cases").text)[0]
    assert sum(said in own for said in _said(client, case, Language.EN)) > 100


def _said(client: TestClient, address: str, language: Language) -> set[str]:
    """Return what stands between tags and in attributes that are read out, piece by piece."""
    html = client.get(address, headers={"Cookie": f"ariane-language={language}"}).text
    html = re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    spoken = re.findall(r'\b(?:aria-label|placeholder|title)="([^"]*)"', html)
    pieces = re.split(r"<[^>]*>", html) + spoken
    return {
        _plain(part)
        for piece in pieces
        for part in (piece, *re.split(r" · |→|,", piece))
        if len(_plain(part)) >= SHORTEST
    }


@cache
def _texts(language: Language) -> dict[str, str]:
    """Return every whole text of a language with its key; those with blanks are left out."""
    found: dict[str, str] = {}
    folder = files("ariane.wording").joinpath(language.value)
    for entry in sorted(folder.iterdir(), key=lambda file: file.name):
        topic = entry.name.removesuffix(".json")
        for key, said in _leaves(json.loads(entry.read_text("utf-8")), topic):
            if len(_plain(said)) >= SHORTEST and "{" not in said and key not in NAMES:
                found.setdefault(_plain(said), key)
    return found


def _leaves(node: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield path, node
    if isinstance(node, dict):
        joint = "." if ":" in path else ":"
        for key, part in node.items():
            yield from _leaves(part, f"{path}{joint}{key}")


def _plain(said: str) -> str:
    return " ".join(unescape(said).replace("\u00a0", " ").split()).casefold()
