"""Whole stories, from draft to report, as a coordinator lives them, on both databases."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ariane.board.boards import Board
from ariane.board.decision import Decision, freeze
from ariane.board.permissions import Role
from ariane.board.referral import Refusal, RefusedStep, Signature
from ariane.board.session import AgendaItem, Meeting, Present
from ariane.board.steps import Command, Need, State
from ariane.documents.consultation_json import consultation_json
from ariane.store.board_work import AlreadyReferredError, Step, refer_case, take_step
from ariane.store.cases import Change, Kind, NoSuchCaseError, create_case, read_case, save_case
from ariane.store.database import Database, open_database
from ariane.store.decisions import FaultyDecisionError, record_decision
from ariane.store.referral_history import verify_referral
from ariane.store.referrals import ReferralChangedError, read_referral
from ariane.store.sessions import (
    NoSuchSessionError,
    create_session,
    list_sessions,
    set_agenda,
    set_attendance,
)
from ariane.wording.language import Language
from support.shipped import shipped

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
CLINICIAN, COORDINATOR, MEMBER, BIOLOGIST = (
    frozenset({role})
    for role in (
        Role.REFERRING_CLINICIAN,
        Role.BOARD_COORDINATOR,
        Role.BOARD_MEMBER,
        Role.MOLECULAR_BIOLOGIST,
    )
)
REGISTERED = {
    "cup_form_word_attached": True,
    "cup_pathology_reports_attached": True,
    "presenter_knows_case": True,
    "dna_panel_done": False,
    "rnaseq_done": "not_done",
}
FIVE = {
    "op_quadrant_description": True,
    "op_biopsy_proof": True,
    "op_ascites_stated": True,
    "op_photos_or_video": True,
    "op_small_bowel_stated": True,
    "op_right_dome_stated": True,
}
SPECIALITIES = ("oncologie", "radiologie", "anatomopathologie")
FROZEN = freeze(consultation_json(shipped("peritoneal-isolated"), Language.FR))


class Story:
    """One referral in a database, with a clock that a test moves."""

    def __init__(self, database: Database, board: Board, facts: dict[str, Any]) -> None:
        self.database, self.board, self.day = database, board, 0
        with database.writing() as connection:
            create_case(connection, self._change(facts, Kind.CREATED), "c1")
            self.referral = refer_case(connection, "c1", board, self.signed(CLINICIAN))

    def signed(self, roles: frozenset[Role]) -> Signature:
        return Signature("Dr A", roles, START + timedelta(days=self.day))

    def know(self, facts: dict[str, Any]) -> None:
        """Write other facts to the case."""
        with self.database.writing() as connection:
            base = read_case(connection, "c1").revision
            save_case(connection, "c1", base, self._change(facts, Kind.EDITED))

    def go(
        self, command: Command, roles: frozenset[Role], session: str = "", why: str = ""
    ) -> State:
        """Take a step in a transaction of its own."""
        base = len(self.referral.events)
        with self.database.writing() as connection:
            self.referral = take_step(
                connection,
                self.referral.id,
                base,
                Step(command, session, why),
                self.signed(roles),
            )
        return self.referral.state

    def sit(
        self,
        day: int,
        meeting: Meeting,
        *,
        knows: bool = True,
        specialities: tuple[str, ...] = SPECIALITIES,
    ) -> str:
        """Hold a session on a day, with this case on its agenda."""
        self.day = day
        known = frozenset({self.referral.id}) if knows else frozenset()
        start = START + timedelta(days=day)
        with self.database.writing() as connection:
            session_id = create_session(connection, self.board, start).sitting.id
            item = AgendaItem(1, self.referral.id, meeting, "Dr A")
            set_agenda(connection, session_id, 1, [item])
            present = [Present(f"Dr {s}", True, s, False, known) for s in specialities]
            set_attendance(connection, session_id, 2, present)
        return session_id

    def decide(self, session_id: str, base: int = 0, without_quorum: str = "") -> None:
        decision = Decision(
            self.referral.id,
            session_id,
            START + timedelta(days=self.day),
            "Dr A",
            "Décision",
            FROZEN,
            without_quorum=without_quorum,
        )
        with self.database.writing() as connection:
            record_decision(connection, decision, base)

    def refused(self, *step: Any) -> tuple[Refusal | Need, ...]:
        with pytest.raises(RefusedStep) as said:
            self.go(*step)
        return said.value.reasons

    def whole(self) -> bool:
        with self.database.reading() as connection:
            assert read_referral(connection, self.referral.id) == self.referral
            return verify_referral(connection, self.referral.id) is None

    def _change(self, facts: dict[str, Any], kind: Kind) -> Change:
        document = {"schema": "ariane-case/1", "id": "c1", "as_of": "2026-03-02", "facts": facts}
        return Change("Cas 1", json.dumps(document), "Dr A", START.isoformat(), kind)


def test_a_cup_referral_from_draft_to_downstream_report(database: Database) -> None:
    story = Story(database, Board.CUP, {})
    assert story.refused(Command.COMPLETE, CLINICIAN) == (Need.NOTHING_BLOCKING,)
    story.know(REGISTERED)
    assert story.go(Command.COMPLETE, CLINICIAN) is State.COMPLETE
    story.know({**REGISTERED, "presenter_knows_case": False})
    assert story.refused(Command.SEND, CLINICIAN) == (Need.NOTHING_BLOCKING,)
    story.know(REGISTERED)
    assert story.go(Command.SEND, CLINICIAN) is State.SENT
    upstream = story.sit(10, Meeting.UPSTREAM)
    assert story.go(Command.SCHEDULE, COORDINATOR, upstream) is State.SCHEDULED
    assert story.refused(Command.DISCUSS_UPSTREAM, MEMBER, upstream) == (Need.DECISION,)
    story.decide(upstream)
    assert story.go(Command.DISCUSS_UPSTREAM, MEMBER, upstream) is State.DISCUSSED_UPSTREAM
    assert story.refused(Command.START_SEQUENCING, BIOLOGIST) == (Refusal.NOT_IN_THIS_STATE,)
    assert story.go(Command.VALIDATE_INDICATION, MEMBER) is State.INDICATION_VALIDATED
    assert story.go(Command.START_SEQUENCING, BIOLOGIST) is State.SEQUENCING_UNDER_WAY
    assert story.go(Command.RECEIVE_RESULTS, BIOLOGIST) is State.RESULTS_IN
    assert story.refused(Command.DISCUSS_DOWNSTREAM, MEMBER, upstream) == (Need.ON_AGENDA,)
    downstream = story.sit(60, Meeting.DOWNSTREAM)
    assert story.refused(Command.DISCUSS_DOWNSTREAM, MEMBER, downstream) == (Need.DECISION,)
    story.decide(downstream)
    assert story.go(Command.DISCUSS_DOWNSTREAM, MEMBER, downstream) is State.DISCUSSED_DOWNSTREAM
    assert story.refused(Command.ISSUE_REPORT, CLINICIAN) == (Refusal.NOT_PERMITTED,)
    assert story.go(Command.ISSUE_REPORT, COORDINATOR) is State.REPORT_ISSUED
    assert story.go(Command.CLOSE, CLINICIAN) is State.CLOSED
    assert story.whole()


def test_a_renape_referral_from_operative_report_to_decision(database: Database) -> None:
    explored: dict[str, Any] = {"peritoneal_exploration_performed": True, **FIVE}
    story = Story(database, Board.RENAPE, {**explored, "op_photos_or_video": False})
    assert story.refused(Command.COMPLETE, CLINICIAN) == (Need.NOTHING_BLOCKING,)
    story.know(explored)
    story.go(Command.COMPLETE, CLINICIAN)
    story.go(Command.SEND, CLINICIAN)
    session = story.sit(7, Meeting.ONLY)
    story.go(Command.SCHEDULE, COORDINATOR, session)
    story.decide(session)
    assert story.go(Command.DISCUSS, MEMBER, session) is State.DISCUSSED
    assert story.go(Command.ISSUE_REPORT, MEMBER) is State.REPORT_ISSUED
    assert story.whole()


def test_a_withdrawn_referral_and_the_next_one(database: Database) -> None:
    story = Story(database, Board.CUP, REGISTERED)
    with pytest.raises(AlreadyReferredError), database.writing() as connection:
        refer_case(connection, "c1", Board.CUP, story.signed(CLINICIAN))
    with database.writing() as connection:
        assert refer_case(connection, "c1", Board.RENAPE, story.signed(CLINICIAN))
    assert story.refused(Command.WITHDRAW, CLINICIAN) == (Need.REASON,)
    assert story.go(Command.WITHDRAW, CLINICIAN, "", "primitif trouvé") is State.WITHDRAWN
    assert story.refused(Command.SEND, CLINICIAN) == (Refusal.NOT_IN_THIS_STATE,)
    with database.writing() as connection:
        again = refer_case(connection, "c1", Board.CUP, story.signed(CLINICIAN))
    assert again.state is State.DRAFT
    with pytest.raises(NoSuchCaseError), database.writing() as connection:
        refer_case(connection, "none", Board.CUP, story.signed(CLINICIAN))


@pytest.mark.parametrize("said", ["not_asked", "refused"])
def test_a_referral_without_non_opposition_is_discussed_all_the_same(
    database: Database, said: str
) -> None:
    story = Story(database, Board.CUP, {**REGISTERED, "non_opposition": said})
    story.go(Command.COMPLETE, CLINICIAN)
    story.go(Command.SEND, CLINICIAN)
    session = story.sit(10, Meeting.UPSTREAM)
    story.go(Command.SCHEDULE, COORDINATOR, session)
    story.decide(session)
    assert story.go(Command.DISCUSS_UPSTREAM, MEMBER, session) is State.DISCUSSED_UPSTREAM


def test_nobody_who_knows_the_case_is_there(database: Database) -> None:
    story = Story(database, Board.CUP, REGISTERED)
    story.go(Command.COMPLETE, CLINICIAN)
    story.go(Command.SEND, CLINICIAN)
    session = story.sit(10, Meeting.UPSTREAM, knows=False)
    story.go(Command.SCHEDULE, COORDINATOR, session)
    story.decide(session)
    assert story.refused(Command.DISCUSS_UPSTREAM, MEMBER, session) == (Need.PRESENTER,)
    with database.writing() as connection:
        elsewhere = create_session(connection, Board.RENAPE, START).sitting.id
    with pytest.raises(NoSuchSessionError):
        story.go(Command.RESCHEDULE, COORDINATOR, elsewhere)


def test_without_a_quorum_the_board_says_so_and_why(database: Database) -> None:
    story = Story(database, Board.CUP, REGISTERED)
    story.go(Command.COMPLETE, CLINICIAN)
    story.go(Command.SEND, CLINICIAN)
    session = story.sit(10, Meeting.UPSTREAM, specialities=SPECIALITIES[:2])
    story.go(Command.SCHEDULE, COORDINATOR, session)
    said = story.refused(Command.DISCUSS_UPSTREAM, MEMBER, session)
    assert said == (Need.QUORUM, Need.DECISION)
    with pytest.raises(FaultyDecisionError, match="no-quorum"):
        story.decide(session)
    story.decide(session, without_quorum="urgence")
    assert story.go(Command.DISCUSS_UPSTREAM, MEMBER, session) is State.DISCUSSED_UPSTREAM
    assert story.referral.events[-1].without_quorum == "urgence"
    assert [event.without_quorum for event in story.referral.events[:-1]] == [""] * 4
    assert story.whole()


def test_a_quorum_that_was_taken_back_after_signing_counts_no_more(database: Database) -> None:
    story = Story(database, Board.CUP, REGISTERED)
    story.go(Command.COMPLETE, CLINICIAN)
    story.go(Command.SEND, CLINICIAN)
    session = story.sit(10, Meeting.UPSTREAM)
    story.go(Command.SCHEDULE, COORDINATOR, session)
    story.decide(session)
    known = frozenset({story.referral.id})
    with database.writing() as connection:
        set_attendance(connection, session, 3, [Present("Dr A", True, "oncologie", False, known)])
    assert story.refused(Command.DISCUSS_UPSTREAM, MEMBER, session) == (Need.QUORUM,)


def test_a_stale_page_changes_nothing(database: Database) -> None:
    story = Story(database, Board.CUP, REGISTERED)
    stale = story.referral
    story.go(Command.COMPLETE, CLINICIAN)
    with pytest.raises(ReferralChangedError), database.writing() as connection:
        take_step(connection, stale.id, 1, Step(Command.COMPLETE), story.signed(CLINICIAN))
    assert story.whole()


def test_many_at_once_and_one_step_is_kept(database: Database) -> None:
    story = Story(database, Board.CUP, REGISTERED)

    def complete(_: int) -> bool:
        try:
            with database.writing() as connection:
                step, signature = Step(Command.COMPLETE), story.signed(CLINICIAN)
                take_step(connection, story.referral.id, 1, step, signature)
        except ReferralChangedError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(complete, range(16))) == 1
    with database.reading() as connection:
        assert len(read_referral(connection, story.referral.id).events) == 2
        assert verify_referral(connection, story.referral.id) is None


CRASH = """
import os, sys
from ariane.board.boards import Board
from datetime import datetime, timezone
from ariane.store.database import open_database
from ariane.store.sessions import create_session
database = open_database(sys.argv[1])
with database.writing() as connection:
    create_session(connection, Board.CUP, datetime(2026, 3, 12, tzinfo=timezone.utc))
with database.writing() as connection:
    create_session(connection, Board.RENAPE, datetime(2026, 3, 13, tzinfo=timezone.utc))
    os.kill(os.getpid(), 9)
"""


def test_what_was_saved_survives_a_crash_and_half_a_save_does_not(address: str) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH, address], check=False)
    assert done.returncode == -9
    again = open_database(address)
    with again.reading() as connection:
        assert [sitting.board for sitting in list_sessions(connection)] == [Board.CUP]
    again.close()
