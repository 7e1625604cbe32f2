"""No request, however odd, makes the workbench fail: every route, from its own description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error

from ariane.facts.vocabulary import VOCABULARY
from ariane.store.location import sqlite_address
from ariane.web.app import create_app
from ariane.web.settings import Settings
from support.serving import served
from support.workbench import TOKEN

EXAMPLES = 12
QUICK = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A real client before a real server, with a token and one case."""
    chosen = Settings(
        database=sqlite_address(tmp_path_factory.mktemp("data")),
        demo=False,
        requests_a_minute=1_000_000,
    )
    with served(create_app(chosen)) as address, httpx.Client(base_url=address) as client:
        token = TOKEN.search(client.get("/cases").text)
        assert token
        client.headers["x-csrf-token"] = token[1]
        yield client


@pytest.fixture(scope="module")
def case_id(browser: httpx.Client) -> str:
    location = browser.post("/cases", data={"title": "essai"}).headers["location"]
    return str(location.rsplit("/", 1)[1])


described = schemathesis.openapi.from_dict(create_app(Settings(database="sqlite://")).openapi())


@described.parametrize()
@QUICK
def test_no_route_fails(case: Any, browser: httpx.Client, case_id: str) -> None:
    if len(case.path_parameters.get("case_id", "")) % 3:
        case.path_parameters["case_id"] = case_id
    case.call_and_validate(
        base_url=str(browser.base_url),
        checks=[not_a_server_error],
        headers={"x-csrf-token": browser.headers["x-csrf-token"]},
        cookies=dict(browser.cookies),
    )


ODD = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["\x00", "9" * 400, "-1", "1e999", "NaN", "0,0", "true", "none", "é", "\u202e"]
    ),
)
REVISION = re.compile(r'name="revision" value="(\d+)"')


@given(
    names=st.lists(st.sampled_from([fact.name for fact in VOCABULARY]), max_size=3),
    values=st.lists(ODD, min_size=1, max_size=3),
)
@settings(QUICK, max_examples=40)
def test_no_value_of_a_fact_fails(
    browser: httpx.Client, case_id: str, names: list[str], values: list[str]
) -> None:
    found = REVISION.search(browser.get(f"/cases/{case_id}").text)
    assert found
    form: dict[str, Any] = {"revision": found[1], "fact": names} | dict.fromkeys(names, values)
    answer = browser.post(f"/cases/{case_id}/facts", data=form)
    assert answer.status_code in (200, 422), answer.text
    tried = browser.get(f"/cases/{case_id}/what-if", params=dict.fromkeys(names, values))
    assert tried.status_code in (200, 422), tried.text


FILES = [
    b"",
    b"\x00",
    b"\xff\xfe",
    b"{" * 5_000,
    b'{"schema": "ariane-case/1", "id": "\\ud800", "facts": {}}',
    b'{"schema": "ariane-case/1", "id": "a\\u0000b", "facts": {}}',
    b'{"schema": "ariane-case/1", "id": "x", "notes": "\\ud800", "facts": {}}',
    b'{"schema": "ariane-case/1", "id": "x", "facts": {"age_years": 1e400}}',
    b'{"schema": "ariane-case/1", "id": "x", "facts": {"age_years": ' + b"9" * 5_000 + b"}}",
    b"schema: ariane-case/1\nid: " + b"x" * 5_000 + b"\nfacts: {}\n",
    b"schema: ariane-case/1\nid: x\nfacts: {}\nas_of: 0000-00-00\n",
    b"schema: ariane-case/1\nid: x\nnotes: [" * 20,
    b"&a [*a, *a]",
    b"x" * (1 << 20) + b"y",
]


@pytest.mark.parametrize("content", FILES, ids=lambda content: repr(content[:60]))
@pytest.mark.parametrize("name", ["a.yaml", "a.json", "\u202e\x00/../../etc"])
def test_no_file_fails(browser: httpx.Client, content: bytes, name: str) -> None:
    answer = browser.post("/cases/import", files={"file": (name, content)})
    assert answer.status_code in (200, 303, 400, 422), answer.text
    assert browser.get("/cases").status_code == 200
    if answer.status_code == 303:
        assert browser.get(answer.headers["location"]).status_code == 200
        for form in ("case", "json", "html"):
            exported = browser.get(f"{answer.headers['location']}/export/{form}")
            assert exported.status_code == 200
