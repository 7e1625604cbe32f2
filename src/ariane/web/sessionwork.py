"""Work on sessions: calendar, agenda, attendance, signed decisions. No HTTP here.

Every reading of a case on an agenda and every decision goes into the audit log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from ariane.board.boards import Board
from ariane.board.decision import Decision, Difference, Unanswered, freeze
from ariane.board.permissions import Action
from ariane.board.referral import Referral
from ariane.board.session import (
    AgendaItem,
    Meeting,
    Present,
    QuorumRule,
    Sitting,
    due_for,
)
from ariane.board.steps import State
from ariane.calculators.board_calendar import Session, sessions
from ariane.documents.consultation_json import consultation_json
from ariane.store import cases
from ariane.store.board_work import change_agenda
from ariane.store.database import Database
from ariane.store.decisions import decision_count, decisions_in_force, record_decision
from ariane.store.referrals import ErasedReferralError, list_referrals, read_referral
from ariane.store.sessions import (
    StoredSession,
    create_session,
    list_sessions,
    read_session,
    set_attendance,
)
from ariane.web.casework import opened
from ariane.web.desk import Desk
from ariane.web.people import Person
from ariane.wording.language import Language

SHOWN_AS_DUE = 100
MAY_BE_DISCUSSED = (State.SENT, State.SCHEDULED, State.RESULTS_IN, State.SEQUENCING_STOPPED)
WITHOUT_QUORUM = "without-quorum"
"""What the log says of a decision that a board signed without a quorum."""


class OpenSession(NamedTuple):
    """A session on the desk: its agenda with titles, who may still come on it, its decisions.

    A case on the agenda that has been erased has no title.
    """

    session: StoredSession
    titles: dict[str, str]
    due: tuple[tuple[Referral, Meeting], ...]
    decisions: dict[str, Decision]
    counts: dict[str, int]


class NewDecision(NamedTuple):
    """What a board decides on one case of a session, as it was written down."""

    text: str
    signed_by: str
    differences: tuple[Difference, ...]
    unanswered: tuple[Unanswered, ...]
    without_quorum: str = ""


class Sessionwork(Desk):
    """What can be done with the sessions of one database; `rules` are the quorums of its site."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        rules: Mapping[Board, QuorumRule] | None = None,
    ) -> None:
        super().__init__(database, now)
        self._rules = rules or {}

    def sessions(self, person: Person) -> list[Sitting]:
        """Return all sessions, the latest first."""
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            return list_sessions(connection)

    def upcoming(self, count: int = 4) -> Sequence[Session]:
        """Return the next sessions of the national board that its calendar gives."""
        return sessions(self.today(), count)

    def new_session(self, board: Board, start: datetime, person: Person) -> StoredSession:
        """Keep a new session."""
        self.demand(person, Action.EDIT_BOARD)
        with self._database.writing() as connection:
            return create_session(connection, board, start, self._rules.get(board))

    def session(self, session_id: str, person: Person) -> OpenSession:
        """Return a session with its cases. Raises `NoSuchSessionError`."""
        self.demand(person, Action.READ_CASE)
        with self._database.writing() as connection:
            found = read_session(connection, session_id)
            board = found.sitting.board
            lines = list_referrals(connection, board, MAY_BE_DISCUSSED)[:SHOWN_AS_DUE]
            referrals = {line.id: read_referral(connection, line.id) for line in lines}
            referrals |= _on_agenda(connection, found)
            titles = {
                name: cases.read_case(connection, referral.case_id).title
                for name, referral in referrals.items()
            }
            decided = {d.referral_id: d for d in decisions_in_force(connection, "", session_id)}
            counts = {
                item.referral_id: decision_count(connection, item.referral_id, session_id)
                for item in found.agenda
            }
            for item in found.agenda:
                if item.referral_id in referrals:
                    case_id = referrals[item.referral_id].case_id
                    self._record(connection, person, "read-agenda", case_id)
        on_agenda = {item.referral_id for item in found.agenda}
        waiting = due_for(board, tuple(referrals.values()))
        due = tuple(pair for pair in waiting if pair[0].id not in on_agenda)
        return OpenSession(found, titles, due, decided, counts)

    def set_agenda(
        self, session_id: str, base: int, items: Sequence[AgendaItem], person: Person
    ) -> None:
        """Put an agenda in place. Raises `SessionChangedError`, `StaysOnAgendaError`."""
        self.demand(person, Action.EDIT_BOARD)
        with self._database.writing() as connection:
            change_agenda(connection, session_id, base, items)

    def set_attendance(
        self, session_id: str, base: int, present: Sequence[Present], person: Person
    ) -> None:
        """Put an attendance in place. Raises `SessionChangedError`."""
        self.demand(person, Action.EDIT_BOARD)
        with self._database.writing() as connection:
            set_attendance(connection, session_id, base, present)

    def decide(
        self, session_id: str, referral_id: str, base: int, new: NewDecision, person: Person
    ) -> None:
        """Keep a decision beside the consultation as it stands now.

        Raises `FaultyDecisionError`, also where the case is not on the agenda or where there is no
        quorum and the decision does not say so; `DecisionChangedError`; then nothing is kept.
        """
        self.demand(person, Action.EDIT_BOARD)
        with self._database.writing() as connection:
            referral = read_referral(connection, referral_id)
            stored = cases.read_case(connection, referral.case_id)
            frozen = freeze(consultation_json(opened(stored).consultation, Language.FR))
            decision = Decision(
                referral_id,
                session_id,
                self._now(),
                new.signed_by,
                new.text,
                frozen,
                new.differences,
                new.unanswered,
                without_quorum=new.without_quorum,
            )
            record_decision(connection, decision, base)
            detail = WITHOUT_QUORUM if new.without_quorum else ""
            self._record(connection, person, "decide", referral.case_id, detail=detail)


def _on_agenda(connection: Connection, session: StoredSession) -> dict[str, Referral]:
    """Return the referrals on an agenda, without those that have been erased."""
    found = {}
    for item in session.agenda:
        with suppress(ErasedReferralError):
            found[item.referral_id] = read_referral(connection, item.referral_id)
    return found
