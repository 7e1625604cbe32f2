"""Whole stories at the boards, through the pages, on SQLite and on PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from httpx import Response

from ariane.board.boards import Board
from ariane.store.audit import verify
from ariane.store.database import Database
from ariane.web.app import create_app
from ariane.web.settings import Settings
from ariane.wording.catalogue import say
from ariane.wording.language import Language

READY_FOR_CUP = {
    "cup_form_word_attached": "true",
    "cup_pathology_reports_attached": "true",
    "presenter_knows_case": "true",
}


FIVE_ITEMS = {
    "op_quadrant_description": "true",
    "op_biopsy_proof": "true",
    "op_ascites_stated": "true",
    "op_photos_or_video": "true",
    "op_small_bowel_stated": "true",
    "op_right_dome_stated": "true",
}


class Desk:
    """A coordinator at the pages: each call is what one click sends."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/cases").text)
        assert found
        self.token = found[1]

    def post(self, path: str, **fields: Any) -> Response:
        return self.client.post(path, data={"csrf": self.token, **fields})

    def new_case(self, title: str, **facts: str) -> str:
        case_id = str(self.post("/cases", title=title).url).rsplit("/", 1)[-1]
        self.record(case_id, **facts)
        return case_id

    def record(self, case_id: str, **facts: str) -> None:
        page = self.client.get(f"/cases/{case_id}").text
        revision = re.search(r'id="revision" name="revision" value="(\d+)"', page)
        assert revision
        sent = self.post(f"/cases/{case_id}/facts", revision=revision[1], fact=list(facts), **facts)
        assert sent.status_code == 200, sent.text[:500]

    def refer(self, case_id: str, board: str) -> str:
        return str(self.post(f"/cases/{case_id}/referrals", board=board).url).rsplit("/", 1)[-1]

    def step(self, referral: str, command: str, **fields: str) -> Response:
        page = self.client.get(f"/board/referrals/{referral}").text
        events = re.search(r'name="events" value="(\d+)"', page)
        number = events[1] if events else "1"
        return self.post(
            f"/board/referrals/{referral}/step", events=number, command=command, **fields
        )

    def session(self, board: str, start: str) -> str:
        return str(self.post("/board/sessions", board=board, start=start).url).rsplit("/", 1)[-1]

    def revision(self, session: str) -> str:
        page = self.client.get(f"/board/sessions/{session}").text
        found = re.search(r'name="revision" value="(\d+)"', page)
        assert found
        return found[1]

    def schedule(self, referral: str, session: str) -> None:
        """Take a draft as far as a session."""
        for command, fields in (("complete", {}), ("send", {}), ("schedule", {"session": session})):
            assert self.step(referral, command, **fields).status_code == 200, command

    def scheduled(self, title: str) -> tuple[str, str]:
        """Return a referral to the national board that is as far as a session, and that session."""
        referral = self.refer(self.new_case(title, **READY_FOR_CUP), "cup")
        session = self.session("cup", "2026-01-08T16:30:00+01:00")
        self.schedule(referral, session)
        return referral, session

    def hold(self, session: str, referral: str, meeting: str, text: str, **more: str) -> None:
        """Put a case on the agenda, record who was there, and sign a decision."""
        self.put_on(session, referral, meeting)
        self.attend(session, referral, "oncologie", "anatomopathologie", "radiologie")
        done = self.decide(session, referral, text, **more)
        assert done.status_code == 200, done.text[-800:]

    def decide(self, session: str, referral: str, text: str, **more: str) -> Response:
        path = f"/board/sessions/{session}/decisions/{referral}"
        return self.post(path, **{"count": "0", "text": text, **more})

    def put_on(self, session: str, referral: str, meeting: str) -> None:
        self.post(
            f"/board/sessions/{session}/agenda",
            revision=self.revision(session),
            referral=referral,
            meeting=meeting,
            presenter="Dr A",
        )

    def attend(self, session: str, referral: str, *specialities: str) -> None:
        people = {
            f"{key}-{row}": value
            for row, speciality in enumerate(specialities)
            for key, value in (
                ("name", f"Dr {row}"), ("physician", "on"), ("speciality", speciality),
                ("knows", referral),
            )
        }  # fmt: skip
        self.post(
            f"/board/sessions/{session}/attendance",
            revision=self.revision(session),
            rows=str(len(specialities)),
            **people,
        )

    def state(self, referral: str) -> str:
        page = self.client.get(f"/board/referrals/{referral}").text
        found = re.search(r'<p class="state"><b>(.*?)</b>', page)
        assert found
        return found[1]


def state_words(state: str) -> str:
    return say(f"board:state.{state}", Language.FR)


@pytest.fixture
def required() -> dict[Board, frozenset[str]]:
    """The specialities that the site asks for."""
    return {}


@pytest.fixture
def desk(database: Database, required: dict[Board, frozenset[str]]) -> Iterator[Desk]:
    address = database.engine.url.render_as_string(hide_password=False)
    app = create_app(Settings(database=address, demo=False, required=required))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield Desk(client)
    with database.reading() as connection:
        verdict = verify(connection)
    assert verdict.intact > 0
    assert verdict.broken is None


def test_a_cup_referral_from_draft_to_downstream_report(desk: Desk) -> None:
    case = desk.new_case("cup-1", capi_status="suspected", sex="female")
    referral = desk.refer(case, "cup")
    refused = desk.step(referral, "complete")
    assert refused.status_code == 422
    assert say("board:refused.nothing-blocking", Language.FR) in refused.text
    desk.record(case, **READY_FOR_CUP)
    upstream = desk.session("cup", "2026-01-08T16:30:00+01:00")
    downstream = desk.session("cup", "2026-02-12T16:30:00+01:00")
    desk.schedule(referral, upstream)
    too_early = desk.step(referral, "discuss-upstream", session=upstream)
    assert too_early.status_code == 422
    desk.hold(upstream, referral, "upstream", "Séquençage : PSA < 4 & CK7+")
    for command, fields in (
        ("discuss-upstream", {"session": upstream}),
        ("validate-indication", {}),
        ("start-sequencing", {}),
        ("receive-results", {}),
    ):
        assert desk.step(referral, command, **fields).status_code == 200, command
    desk.hold(downstream, referral, "downstream", "Chimiothérapie selon l'origine probable")
    for command, fields in (
        ("discuss-downstream", {"session": downstream}),
        ("issue-report", {}),
        ("close", {}),
    ):
        assert desk.step(referral, command, **fields).status_code == 200, command
    assert desk.state(referral) == state_words("closed")
    report = desk.client.get(f"/board/sessions/{upstream}/{referral}.docx")
    words = "\n".join(p.text for p in Document(BytesIO(report.content)).paragraphs)
    assert "PSA < 4 & CK7+" in words


def test_a_renape_referral_from_operative_report_to_decision(desk: Desk) -> None:
    case = desk.new_case("renape-1", peritoneal_metastases="true", histology_available="true")
    referral = desk.refer(case, "renape")
    desk.record(case, peritoneal_exploration_performed="true")
    assert desk.step(referral, "complete").status_code == 422
    desk.record(case, **FIVE_ITEMS)
    session = desk.session("renape", "2026-01-14T14:00:00+01:00")
    desk.schedule(referral, session)
    desk.hold(session, referral, "only", "Cytoréduction première")
    for command, fields in (("discuss", {"session": session}), ("issue-report", {}), ("close", {})):
        assert desk.step(referral, command, **fields).status_code == 200, command
    assert desk.state(referral) == state_words("closed")
    assert desk.client.get(f"/cases/{case}/documents/renape-letter.docx").status_code == 200


def test_an_incomplete_operative_report_is_named_item_by_item(desk: Desk) -> None:
    case = desk.new_case(
        "renape-2", peritoneal_metastases="true", peritoneal_exploration_performed="true"
    )
    referral = desk.refer(case, "renape")
    page = desk.client.get(f"/board/referrals/{referral}").text
    for name in ("ascites-stated", "photographs-or-video", "right-dome"):
        assert say(f"board:owed.{name}", Language.FR) in page, name
    assert desk.step(referral, "complete").status_code == 422


def test_a_withdrawn_referral_keeps_its_story(desk: Desk) -> None:
    referral = desk.refer(desk.new_case("cup-2"), "cup")
    assert desk.step(referral, "withdraw").status_code == 422
    assert desk.step(referral, "withdraw", reason="souhait du patient").status_code == 200
    assert desk.state(referral) == state_words("withdrawn")
    page = desk.client.get(f"/board/referrals/{referral}").text
    assert "souhait du patient" in page
    assert say("web_board:no-step", Language.FR) in page


def test_without_non_opposition_nothing_is_blocked(desk: Desk) -> None:
    case = desk.new_case("cup-3", **READY_FOR_CUP, non_opposition="refused")
    referral = desk.refer(case, "cup")
    assert desk.step(referral, "complete").status_code == 200
    assert desk.step(referral, "send").status_code == 200
    page = unescape(desk.client.get(f"/board/referrals/{referral}").text)
    assert say("board:warning.non-opposition-refused", Language.FR) in page


def test_two_coordinators_do_not_overwrite_each_other(desk: Desk) -> None:
    case = desk.new_case("cup-4", **READY_FOR_CUP)
    referral = desk.refer(case, "cup")
    desk.step(referral, "complete")
    late = desk.post(f"/board/referrals/{referral}/step", events="1", command="reopen")
    assert late.status_code == 409
    session = desk.session("cup", "2026-01-08T16:30:00+01:00")
    base = desk.revision(session)
    sent = {"referral": referral, "meeting": "upstream", "presenter": ""}
    first = desk.post(f"/board/sessions/{session}/agenda", revision=base, **sent)
    second = desk.post(f"/board/sessions/{session}/agenda", revision=base, **sent)
    assert (first.status_code, second.status_code) == (200, 409)


def test_a_deviation_reaches_the_ledger_without_the_patient(desk: Desk) -> None:
    case = desk.new_case("cup-5", **READY_FOR_CUP, capi_status="suspected")
    referral = desk.refer(case, "cup")
    session = desk.session("cup", "2026-01-08T16:30:00+01:00")
    desk.hold(
        session, referral, "upstream", "Pas de scanner",
        statement="S24.2.1-A1", reason="patient-choice", why="refus de Mme X",
    )  # fmt: skip
    ledger = desk.client.get("/board/gaps.csv").text
    assert "S24.2.1-A1" in ledger
    assert "Mme X" not in ledger
    assert "cup-5" not in ledger


def test_a_decision_that_cannot_be_kept_is_refused_in_words(desk: Desk) -> None:
    case = desk.new_case("cup-6", **READY_FOR_CUP, capi_status="suspected")
    referral = desk.refer(case, "cup")
    session = desk.session("cup", "2026-01-08T16:30:00+01:00")
    refused = desk.post(
        f"/board/sessions/{session}/decisions/{referral}",
        count="0", text="Pas de scanner",
        statement="S24.2.1-A1", reason="patient-choice", why="",
    )  # fmt: skip
    assert refused.status_code == 422
    said = say("board:fault.difference-without-text", Language.FR, about="S24.2.1-A1")
    assert said in unescape(refused.text)


@pytest.mark.parametrize("required", [{Board.CUP: frozenset({"Anatomopathologie"})}])
def test_a_speciality_that_the_site_asks_for_has_to_be_there(desk: Desk) -> None:
    referral, session = desk.scheduled("cup-8")
    desk.put_on(session, referral, "upstream")
    desk.attend(session, referral, "oncologie", "radiologie", "chirurgie")
    refused = desk.decide(session, referral, "Séquençage")
    absent = "board:doc.minutes.quorum.absent"
    assert refused.status_code == 422
    assert say(absent, Language.FR, specialities="anatomopathologie") in unescape(refused.text)
    assert '<option value="Anatomopathologie">' in refused.text
    desk.attend(session, referral, "oncologie", "radiologie", "ANATOMOPATHOLOGIE ")
    assert desk.decide(session, referral, "Séquençage").status_code == 200
    other = desk.session("renape", "2026-01-09T16:30:00+01:00")
    page = unescape(desk.client.get(f"/board/sessions/{other}").text)
    assert "anatomopathologie" not in page.lower()


def test_a_decision_without_a_quorum_says_so_everywhere_or_is_refused(desk: Desk) -> None:
    referral, session = desk.scheduled("cup-7")
    desk.put_on(session, referral, "upstream")
    desk.attend(session, referral, "oncologie", "Oncologie ")
    refused = desk.decide(session, referral, "Séquençage & < 4")
    said = unescape(refused.text)
    assert refused.status_code == 422
    assert say("board:doc.minutes.quorum.lacking", Language.FR, count=2) in said
    assert "Séquençage & < 4</textarea>" in said
    unsaid = desk.decide(session, referral, "x", **{"quorum-reason": "urgence"})
    empty = desk.decide(session, referral, "x", **{"without-quorum": "on", "quorum-reason": " "})
    assert (unsaid.status_code, empty.status_code) == (422, 422)
    reason = "péritonite < 24 h & pont"
    stated = {"without-quorum": "on", "quorum-reason": reason}
    assert desk.decide(session, referral, "Séquençage", **stated).status_code == 200
    assert desk.step(referral, "discuss-upstream", session=session).status_code == 200
    shown = say("board:without-quorum", Language.FR, reason=reason)
    page = unescape(desk.client.get(f"/board/referrals/{referral}").text)
    assert page.count(shown) == 2, "in the history and beside the decision"
    assert shown in unescape(desk.client.get(f"/board/sessions/{session}").text)
    for paper in ("minutes", referral):
        report = desk.client.get(f"/board/sessions/{session}/{paper}.docx")
        document = Document(BytesIO(report.content))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        assert reason in "\n".join([*(p.text for p in document.paragraphs), *cells]), paper
    assert say("audit:detail.without-quorum", Language.FR) in desk.client.get("/audit").text


def test_a_case_that_is_not_on_the_agenda_is_not_decided_on(desk: Desk) -> None:
    referral, session = desk.scheduled("cup-8")
    desk.attend(session, referral, "oncologie", "radiologie", "chirurgie")
    refused = desk.decide(session, referral, "Texte à garder")
    assert refused.status_code == 422
    assert say("board:fault.not-on-agenda", Language.FR) in unescape(refused.text)
    assert say("web_board:not-kept", Language.FR, text="Texte à garder") in refused.text
    assert f'name="referral" value="{referral}"' in refused.text, "offered to be put on"
    step = desk.step(referral, "discuss-upstream", session=session)
    assert say("board:refused.on-agenda", Language.FR) in unescape(step.text)
    assert f'href="/board/sessions/{session}"' in step.text
    desk.put_on(session, referral, "upstream")
    assert desk.decide(session, referral, "Décision").status_code == 200
    base = desk.revision(session)
    kept = desk.post(f"/board/sessions/{session}/agenda", revision=base)
    assert kept.status_code == 422
    assert say("web:failure.stays-on-agenda", Language.FR) in kept.text


def test_an_erased_case_is_gone_and_its_session_goes_on(desk: Desk) -> None:
    case, other = desk.new_case("cup-9"), desk.new_case("cup-10")
    referral, session = desk.refer(case, "cup"), desk.session("cup", "2026-01-08T16:30:00+01:00")
    desk.hold(session, referral, "upstream", "Séquençage de Zébulon")
    wrong = desk.post("/erase", case=case, name="cup-10", reason=" ")
    assert wrong.status_code == 422
    for obstacle in ("other-name", "no-reason"):
        assert say(f"erasing:{obstacle}", Language.FR) in unescape(wrong.text)
    assert desk.post("/erase", case="none", name="x", reason="x").status_code == 422
    done = desk.post("/erase", case=case, name=" cup-9 ", reason="demande < patient > & loi")
    assert done.status_code == 200
    assert say("erasing:done.states", Language.FR, count=1) in unescape(done.text)
    assert say("erasing:done.referrals", Language.FR, count=1) in unescape(done.text)
    for path, key in (
        (f"/cases/{case}", "no-such-case"),
        (f"/cases/{case}/referrals", "no-such-case"),
        (f"/board/referrals/{referral}", "erased-referral"),
    ):
        gone = desk.client.get(path)
        assert gone.status_code == 404
        assert say(f"web:failure.{key}", Language.FR) in unescape(gone.text)
    shown = desk.client.get(f"/board/sessions/{session}")
    assert shown.status_code == 200
    assert say("web_board:erased", Language.FR) in shown.text
    assert "Zébulon" not in shown.text
    for paper in ("agenda", "minutes"):
        assert desk.client.get(f"/board/sessions/{session}/{paper}.docx").status_code == 200
    assert desk.client.get(f"/board/sessions/{session}/{referral}.docx").status_code == 404
    assert desk.decide(session, referral, "x").status_code == 404
    assert desk.client.get("/board").status_code == 200
    log = unescape(desk.client.get("/audit").text)
    assert "demande < patient > & loi" in log
    assert say("audit:erased-record", Language.FR) in log
    assert desk.client.get(f"/cases/{other}").status_code == 200
