"""Every route with every role: refused where the table of permissions does not grant it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from ariane.board.permissions import Action, Role, is_permitted
from ariane.web.app import ROUTES
from ariane.web.sign_in import routes as sign_in_routes
from support.web_client import ADDRESS, OIDC, Browser, signed_in, workbench

CASE_FILE = b"schema: ariane-case/1\nid: imported\nfacts: {}\n"
A_STATEMENT = "S24.3.5-O4"


class Try(NamedTuple):
    """One request on a case at revision 2, and what it takes."""

    method: str
    path: str
    action: Action | None
    form: dict[str, str] = {}  # noqa: RUF012 - never changed
    query: str = ""


def facts(name: str, value: str) -> dict[str, str]:
    return {"fact": name, name: value, "revision": "2"}


CASE = "/cases/{case_id}"
EXAM = {"exam": "mri_liver", "status": "done", "revision": "2"}
REGION = {"kind": "open", "region": "1", "score": "2", "revision": "2"}
SURVEILLANCE = "tool=surveillance&setting=systemic&start=2026-03-02"
STEP = {"command": "complete", "events": "1"}
SESSION = {"board": "cup", "start": "2026-01-08T16:30:00+01:00"}
DECISION = {
    "text": "x", "count": "0", "without-quorum": "on", "quorum-reason": "urgence"
}  # fmt: skip
ERASURE = {"name": "essai", "reason": "demande du patient"}
REPORT = {
    "sample_id": "P-1",
    "source": "dna",
    "model": {"name": "m", "version": "1", "sha256": "0"},
    "posterior": {"PAAD": 1.0},
    "set90": ["PAAD"],
    "abstained": False,
    "qc": {"verdict": "pass", "reasons": []},
}
CHOSEN = {"revision": "2", "report": json.dumps(REPORT)}
SITTING = "/board/sessions/{session_id}"
FORMS = ("case", "json", "html", "pdf")
TRIES = [
    Try("GET", "/cases", Action.READ_CASE),
    Try("POST", "/cases", Action.CREATE_CASE, {"title": "x"}),
    Try("POST", "/cases/import", Action.CREATE_CASE),
    Try("GET", CASE, Action.READ_CASE),
    Try("POST", f"{CASE}/facts", Action.EDIT_CLINICAL, facts("ecog_ps", "1")),
    Try("POST", f"{CASE}/facts", Action.EDIT_PATHOLOGY, facts("ihc_ck7", "pos")),
    Try("POST", f"{CASE}/facts", Action.EDIT_MOLECULAR, facts("tmb_mut_per_mb", "10,1")),
    Try("POST", f"{CASE}/facts", Action.READ_CASE, {"revision": "2"}),
    Try("POST", f"{CASE}/exams", Action.EDIT_CLINICAL, EXAM),
    Try("POST", f"{CASE}/details", Action.EDIT_CLINICAL, {"notes": "x", "revision": "2"}),
    Try("POST", f"{CASE}/undo", Action.EDIT_CLINICAL, {"revision": "2"}),
    Try("POST", f"{CASE}/archive", Action.ARCHIVE_CASE),
    Try("POST", f"{CASE}/restore", Action.ARCHIVE_CASE),
    Try("GET", f"{CASE}/why/{{statement_id}}", Action.READ_CASE),
    Try("GET", f"{CASE}/entry", Action.READ_CASE, query="?q=ps+1"),
    Try("GET", f"{CASE}/history", Action.READ_CASE),
    Try("GET", f"{CASE}/compare", Action.READ_CASE, query="?before=1&after=2"),
    Try("GET", f"{CASE}/what-if", Action.READ_CASE, query="?ecog_ps=1"),
    Try("POST", f"{CASE}/what-if", Action.EDIT_CLINICAL, facts("ecog_ps", "1")),
    Try("GET", f"{CASE}/report", Action.READ_CASE),
    Try("POST", f"{CASE}/report", Action.READ_CASE, {"text": "CK7+"}),
    Try("GET", f"{CASE}/origin", Action.READ_CASE),
    Try("POST", f"{CASE}/origin", Action.EDIT_MOLECULAR, {"revision": "2"}),
    Try("POST", f"{CASE}/origin/chosen", Action.EDIT_MOLECULAR, CHOSEN),
    Try("POST", f"{CASE}/origin/removed", Action.EDIT_MOLECULAR, {"revision": "2", "number": "0"}),
    Try("GET", f"{CASE}/origin/{{drawing}}.svg", Action.READ_CASE),
    Try("GET", f"{CASE}/pci", Action.READ_CASE),
    Try("POST", f"{CASE}/pci", Action.EDIT_CLINICAL, REGION),
    Try("GET", f"{CASE}/pathway/{{algorithm}}.svg", Action.READ_CASE),
    *[Try("GET", f"{CASE}/export/{form}", Action.EXPORT_CASE) for form in FORMS],
    Try("GET", f"{CASE}/statements", Action.READ_CASE),
    Try("GET", f"{CASE}/preparation", Action.READ_CASE),
    Try("GET", f"{CASE}/preparation/session.ics", Action.READ_CASE),
    Try("GET", f"{CASE}/tools", Action.READ_CASE),
    Try("GET", f"{CASE}/tools/plan.{{form}}", Action.READ_CASE, query=f"?{SURVEILLANCE}"),
    Try("GET", f"{CASE}/referrals", Action.READ_CASE),
    Try("POST", f"{CASE}/referrals", Action.EDIT_CLINICAL, {"board": "cup"}),
    Try("GET", f"{CASE}/documents/{{paper}}.{{ending}}", Action.EXPORT_CASE),
    Try("GET", "/board", Action.READ_CASE),
    Try("GET", "/board/gaps", Action.READ_CASE),
    Try("GET", "/board/gaps.{ending}", Action.READ_CASE),
    Try("GET", "/board/referrals/{referral_id}", Action.READ_CASE),
    Try("POST", "/board/referrals/{referral_id}/step", Action.READ_CASE, STEP),
    Try("GET", "/board/sessions", Action.READ_CASE),
    Try("POST", "/board/sessions", Action.EDIT_BOARD, SESSION),
    Try("GET", "/board/sessions/calendar.ics", Action.READ_CASE),
    Try("GET", "/board/sessions/{session_id}", Action.READ_CASE),
    Try("POST", "/board/sessions/{session_id}/agenda", Action.EDIT_BOARD, {"revision": "1"}),
    Try("POST", "/board/sessions/{session_id}/attendance", Action.EDIT_BOARD, {"revision": "1"}),
    Try("POST", f"{SITTING}/decisions/{{referral_id}}", Action.EDIT_BOARD, DECISION),
    Try("GET", "/board/sessions/{session_id}/{paper}.{ending}", Action.READ_CASE),
    Try("GET", "/audit", Action.READ_AUDIT),
    Try("GET", "/erase", Action.ERASE_CASE),
    Try("POST", "/erase", Action.ERASE_CASE, ERASURE),
    Try("GET", "/healthz", None),
    Try("GET", "/drawings.css", None),
    Try("GET", "/", None),
    Try("GET", "/language/{language}", None),
    Try("GET", "/sign-in", None),
    Try("GET", "/sign-in/back", None),
    Try("POST", "/sign-out", None),
]  # fmt: skip


NOT_THERE = ("session.ics", "{drawing}.svg", "/removed")
"""What a case at revision 2 has not: a date, a stain, a report."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    with workbench(tmp_path_factory.mktemp("data"), **OIDC) as browser:
        yield browser.app  # type: ignore[misc]


def case_at_revision_2(app: FastAPI) -> str:
    coordinator = signed_in(app, Role.BOARD_COORDINATOR)
    case = coordinator.new_case()
    assert coordinator.set_fact(case, 1, "sex", "female").status_code == 200
    return case


def at_the_board(browser: Browser, path: str, form: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Put a referral and a session into a path, made by somebody who may make them."""
    coordinator = signed_in(browser.app, Role.BOARD_COORDINATOR)  # type: ignore[arg-type]
    case = coordinator.new_case()
    referral = str(coordinator.submit(f"{case}/referrals", board="cup").headers["location"])
    session = str(coordinator.submit("/board/sessions", **SESSION).headers["location"])
    if "/decisions/" in path:
        on = {"referral": referral.rsplit("/", 1)[-1], "meeting": "upstream", "presenter": ""}
        assert coordinator.submit(f"{session}/agenda", revision="1", **on).status_code == 303
    path = path.replace("{referral_id}", referral.rsplit("/", 1)[-1])
    path = path.replace("{session_id}", session.rsplit("/", 1)[-1])
    path = path.replace("gaps.{ending}", "gaps.csv").replace("{paper}.{ending}", "agenda.pdf")
    return path, form


def asked(browser: Browser, tried: Try, case: str) -> int:
    path = tried.path.replace(CASE, case).replace("{statement_id}", A_STATEMENT)
    path = path.replace("{drawing}", "ihc")
    path = path.replace("{algorithm}", "ALG1").replace("{language}", "en") + tried.query
    form = dict(tried.form)
    if tried.path.startswith("/board/"):
        path, form = at_the_board(browser, path, form)
    if tried.path == "/erase":
        form["case"] = case
    path = (
        path.replace("{paper}", "registration").replace("{ending}", "pdf").replace("{form}", "ics")
    )
    if tried.path.endswith("import"):
        return browser.import_files(("a.yaml", CASE_FILE)).status_code
    if tried.method == "POST" and tried.path.endswith("/origin"):
        files = [("file", ("report.json", json.dumps(REPORT).encode()))]
        headers = {"x-csrf-token": browser.token}
        return browser.post(path, files=files, data=form, headers=headers).status_code
    answer = browser.get(path) if tried.method == "GET" else browser.submit(path, **form)
    return answer.status_code


def test_every_route_is_tried(app: FastAPI) -> None:
    routers = [module.router for module in (*ROUTES, sign_in_routes)]
    routes = [*app.routes, *(route for router in routers for route in router.routes)]
    real = {
        (method, route.path.replace("/export/{form}", "/export"))
        for route in routes
        if isinstance(route, APIRoute)
        for method in route.methods
    }
    tried = {
        (entry.method, entry.path.split("/export/")[0] + ("/export" * ("/export/" in entry.path)))
        for entry in TRIES
    }
    assert real == tried


@pytest.mark.parametrize("role", Role)
def test_a_role_gets_what_it_may_and_nothing_else(app: FastAPI, role: Role) -> None:
    browser = signed_in(app, role)
    reader, shared = signed_in(app, Role.BOARD_COORDINATOR), case_at_revision_2(app)
    before = json.loads(reader.get(f"{shared}/export/case").text)
    for entry in TRIES:
        if entry.path in ("/sign-in", "/sign-in/back", "/sign-out"):
            continue
        granted = entry.action is None or is_permitted(frozenset({role}), entry.action)
        if granted and entry.method == "POST":
            status = asked(browser, entry, case_at_revision_2(app))
        else:
            status = asked(browser, entry, shared)
        if entry.path.endswith("/step"):
            assert status in ((303, 422) if granted else (403,)), (role, entry)
        elif entry.path.endswith(NOT_THERE):
            assert status == (404 if granted else 403), (role, entry)
        elif granted:
            assert status in (200, 204, 303, 307), (role, entry)
        else:
            assert status == 403, (role, entry)
    assert json.loads(reader.get(f"{shared}/export/case").text) == before


def test_whoever_has_not_signed_in_gets_nothing(app: FastAPI) -> None:
    case = case_at_revision_2(app)
    stranger = Browser(app)
    for entry in TRIES:
        if entry.action is None:
            continue
        status = asked(stranger, entry, case)
        assert status == (303 if entry.method == "GET" else 401), entry
    answer = stranger.get(f"{case}/history?a=1")
    asked_for = quote(f"{case}/history?a=1", safe="")
    assert answer.headers["location"] == f"/sign-in?to={asked_for}"
    assert stranger.get("/openapi.json").status_code == 303
    inner = stranger.get(case, headers={"hx-request": "true"})
    assert (inner.status_code, inner.headers["hx-redirect"]) == (401, "/sign-in")


def test_nobody_undoes_what_they_may_not_do(app: FastAPI) -> None:
    coordinator = signed_in(app, Role.BOARD_COORDINATOR)
    case = case_at_revision_2(app)
    coordinator.set_fact(case, 2, "ihc_ck7", "pos")
    for role, status in (
        (Role.BOARD_MEMBER, 403),
        (Role.MOLECULAR_BIOLOGIST, 403),
        (Role.PATHOLOGIST, 204),
    ):
        answer = signed_in(app, role).submit(f"{case}/undo", revision="3")
        assert answer.status_code == status, role


def test_an_administrator_erases_a_case_without_reading_it(app: FastAPI) -> None:
    case, administrator = case_at_revision_2(app), signed_in(app, Role.ADMINISTRATOR)
    assert "essai" not in administrator.get(f"/erase?case={case}").text
    refused = administrator.submit("/erase", case=case, name="autre", reason="")
    assert refused.status_code == 422
    assert "essai" not in refused.text
    reader = signed_in(app, Role.BOARD_COORDINATOR)
    assert reader.get(case).status_code == 200
    done = administrator.submit("/erase", case=f"{ADDRESS}{case}/history", **ERASURE)
    assert done.status_code == 200
    assert reader.get(case).status_code == 404
    said = administrator.get("/audit").text
    assert ERASURE["reason"] in said
    assert case.rsplit("/", 1)[-1][:8] in said


def test_the_log_names_who_was_at_work(app: FastAPI) -> None:
    signed_in(app, Role.REFERRING_CLINICIAN, name="Aïcha").new_case()
    administrator = signed_in(app, Role.ADMINISTRATOR, name="Paul")
    said = administrator.get("/audit").text
    assert "Aïcha" in said
    assert said.count("Paul") >= 2
