"""Pages beside a case: all statements, the preparation of the board, calculators."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ariane.guideline.tncd24.chapter import statements
from ariane.store.location import sqlite_address
from ariane.web.app import create_app
from ariane.web.settings import Settings
from ariane.wording.catalogue import say
from ariane.wording.language import Language

LANGUAGES = tuple(Language)
REGIMEN = "tool=regimen&regimen=GEMOX&height=172&weight=70,5&start=2026-03-02&cycles=2"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("workbench")
    settings = Settings(database=sqlite_address(folder), requests_a_minute=100_000)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as found:
        yield found


@pytest.fixture(scope="module", autouse=True)
def addresses(client: TestClient) -> list[str]:
    """Return the cases that came with the workbench: read before any test brings in another."""
    found = list(dict.fromkeys(re.findall(r'href="(/cases/[0-9a-f]+)"', client.get("/cases").text)))
    assert len(found) > 3
    return found


def _text(client: TestClient, address: str, language: Language = Language.FR) -> str:
    answer = client.get(address, headers={"Cookie": f"ariane-language={language}"})
    assert answer.status_code == 200, answer.text[:500]
    return unescape(answer.text)


def _count(page: str) -> int:
    return page.count('<article id="S')


def test_every_statement_is_listed_once_with_its_why(
    client: TestClient, addresses: list[str]
) -> None:
    page = _text(client, f"{addresses[0]}/statements")
    listed = re.findall(r'<article id="(S[^"]+)"', page)
    assert sorted(listed) == sorted(statement.id for statement in statements())


def test_the_three_truths_share_out_the_statements(
    client: TestClient, addresses: list[str]
) -> None:
    for address in addresses:
        parts = [
            _count(_text(client, f"{address}/statements?truth={truth}"))
            for truth in ("holds", "fails", "unknown")
        ]
        assert sum(parts) == len(statements())
        assert all(parts)


def test_every_box_of_a_drawing_leads_somewhere(client: TestClient, addresses: list[str]) -> None:
    seen = 0
    for address in addresses:
        case = _text(client, address)
        listed = _text(client, f"{address}/statements")
        for target in re.findall(r'<a href="([^"]+)" class="leads"', case):
            path, name = target.split("#")
            assert f'id="{name}"' in (listed if path else case), target
            seen += 1
    assert seen > 20


def test_molecular_facts_and_what_follows(client: TestClient) -> None:
    facts = {"msi_status": "msi_h_dmmr", "rnaseq_done": "whole_transcriptome"}
    document = json.dumps({"schema": "ariane-case/1", "id": "m", "facts": facts})
    token = _token(client)
    answer = client.post(
        "/cases/import", data={"csrf": token}, files={"file": ("m.json", document)}
    )
    page = _text(client, f"{answer.url.path}/preparation").split('id="molecular"')[1]
    follows, waits = page.split(say("preparation:waits", Language.FR))
    assert "MSI" in follows
    assert '<article class="item holds">' in follows
    assert '<article class="item unknown">' in waits


def test_without_molecular_facts_nothing_follows_and_without_a_date_no_session(
    client: TestClient,
) -> None:
    answer = client.post("/cases", data={"csrf": _token(client), "title": "blank"})
    page = _text(client, f"{answer.url.path}/preparation")
    assert say("web:molecular.none", Language.FR) in page
    assert '<article class="item holds">' not in page
    assert say("preparation:no-date", Language.FR) in page
    assert client.get(f"{answer.url.path}/preparation/session.ics").status_code == 404


def _token(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/cases").text)
    assert found
    return found[1]


def test_a_regimen_is_laid_out_and_taken_away(client: TestClient, addresses: list[str]) -> None:
    query = f"{REGIMEN}&formula=mosteller"
    page = _text(client, f"{addresses[0]}/tools?{query}")
    assert "1835,30" in page
    assert 'class="problem"' not in page
    assert client.get(f"{addresses[0]}/tools/plan.pdf?{query}").content.startswith(b"%PDF")
    ics = client.get(f"{addresses[0]}/tools/plan.ics?{query}")
    assert ics.text.startswith("BEGIN:VCALENDAR")
    assert client.get(f"{addresses[0]}/tools/plan.doc?{query}").status_code == 404


def test_refusals_stand_at_their_fields(client: TestClient, addresses: list[str]) -> None:
    query = "tool=regimen&regimen=GEMOX&height=17&cycles=0"
    refused = client.get(f"{addresses[0]}/tools?{query}")
    assert refused.status_code == 422
    for field in ("height", "weight", "start", "cycles", "formula"):
        assert f'aria-describedby="e-regimen-{field}"' in refused.text
        assert f'id="e-regimen-{field}"' in refused.text
    assert client.get(f"{addresses[0]}/tools/plan.pdf?{query}").status_code == 422


def test_surveillance_and_its_calendar(client: TestClient, addresses: list[str]) -> None:
    query = "tool=surveillance&setting=curative&start=2026-01-15"
    assert say("surveillance_plan:what.curative", Language.FR) in _text(
        client, f"{addresses[0]}/tools?{query}"
    )
    ics = client.get(f"{addresses[0]}/tools/plan.ics?{query}").text
    assert ics.count("BEGIN:VEVENT") == 20
    assert client.get(f"{addresses[0]}/tools?{query}&visits=3").status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_board_is_dated_from_the_case(
    client: TestClient, addresses: list[str], language: Language
) -> None:
    page = _text(client, f"{addresses[0]}/preparation", language)
    assert say("preparation:no-date", language) not in page
    assert say("intended-use", language) in page
    ics = client.get(f"{addresses[0]}/preparation/session.ics").text
    assert ics.count("BEGIN:VEVENT") == 1
