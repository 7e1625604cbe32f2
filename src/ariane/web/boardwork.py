"""Work of a coordinator: referrals, sessions, decisions. No HTTP here.

Every reading of a case and every step goes into the audit log, as work on cases does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from ariane.board.boards import Board
from ariane.board.decision import Decision, Difference, Unanswered, freeze
from ariane.board.lateness import Late, Limits, late
from ariane.board.permissions import Action
from ariane.board.readiness import Readiness, readiness
from ariane.board.referral import Referral, Signature
from ariane.board.session import (
    LEAST_SPECIALITIES,
    AgendaItem,
    Meeting,
    Present,
    QuorumRule,
    Sitting,
    due_for,
)
from ariane.board.steps import FINAL, Command, State
from ariane.board.transitions import commands
from ariane.calculators.board_calendar import Session, sessions
from ariane.case.document import case_of
from ariane.documents.consultation_json import consultation_json
from ariane.store import cases
from ariane.store.board_work import Step, refer_case, take_step
from ariane.store.cases import StoredCase
from ariane.store.database import Database
from ariane.store.decisions import decision_count, decisions_in_force, record_decision
from ariane.store.referrals import (
    ReferralLine,
    count_by_state,
    list_referrals,
    read_referral,
)
from ariane.store.sessions import (
    StoredSession,
    create_session,
    list_sessions,
    read_session,
    set_agenda,
    set_attendance,
)
from ariane.web.casework import opened
from ariane.web.desk import Desk
from ariane.web.people import Person
from ariane.wording.language import Language

SHOWN_IN_A_STATE = 25
SHOWN_AS_DUE = 100
MOST_REMEMBERED = 10_000
MAY_BE_DISCUSSED = (State.SENT, State.SCHEDULED, State.RESULTS_IN, State.SEQUENCING_STOPPED)


class BoardLine(NamedTuple):
    """A referral on the coordinator's board."""

    referral: ReferralLine
    title: str
    blocking: tuple[str, ...]
    late: Late | None


class Column(NamedTuple):
    """The referrals in one state: how many, and those that have been there longest."""

    state: State
    total: int
    lines: tuple[BoardLine, ...]


class OpenReferral(NamedTuple):
    """A referral on the desk, with its case and what the board still needs."""

    referral: Referral
    stored: StoredCase
    readiness: Readiness
    commands: tuple[Command, ...]
    decisions: tuple[Decision, ...]


class OpenSession(NamedTuple):
    """A session on the desk: its agenda with titles, who may still come on it, its decisions."""

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


class Boardwork(Desk):
    """What can be done with the referrals of one database; `limits` and `quorum` are its site's."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        limits: Limits | None = None,
        quorum: int = LEAST_SPECIALITIES,
    ) -> None:
        super().__init__(database, now)
        self._limits = limits or {}
        self._rule = QuorumRule(quorum)
        self._remembered: dict[tuple[str, int, Board], tuple[str, ...]] = {}

    def board(self, person: Person) -> list[Column]:
        """Return the referrals that are not at their end, by state, the longest there first."""
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            columns = []
            for state, total in count_by_state(connection).items():
                if state not in FINAL:
                    lines = list_referrals(connection, None, (state,), most=SHOWN_IN_A_STATE)
                    shown = tuple(self._line(connection, line) for line in lines)
                    columns.append(Column(state, total, shown))
        return columns

    def of_case(self, case_id: str, person: Person) -> list[ReferralLine]:
        """Return the referrals of one case: where is my patient's case."""
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            return list_referrals(connection, case_id=case_id)

    def refer(self, case_id: str, board: Board, person: Person) -> Referral:
        """Open a referral. Raises `AlreadyReferredError`, `NoSuchCaseError`, `RefusedStep`."""
        self.demand(person, Action.EDIT_CLINICAL)
        with self._database.writing() as connection:
            referral = refer_case(connection, case_id, board, self._signature(person))
            self._record(connection, person, "refer", case_id, detail=board.value)
            return referral

    def open(self, referral_id: str, person: Person) -> OpenReferral:
        """Return a referral with all that a coordinator looks at. Raises `NoSuchReferralError`."""
        self.demand(person, Action.READ_CASE)
        with self._database.writing() as connection:
            referral = read_referral(connection, referral_id)
            stored = cases.read_case(connection, referral.case_id)
            self._record(connection, person, "read-referral", stored.id)
            decided = tuple(decisions_in_force(connection, referral_id))
        case = case_of(json.loads(stored.document))
        may = commands(referral.board, referral.state, person.roles)
        return OpenReferral(referral, stored, readiness(case, referral.board), may, decided)

    def step(self, referral_id: str, base: int, step: Step, person: Person) -> Referral:
        """Take a step. Raises `RefusedStep` with every reason, `ReferralChangedError`."""
        with self._database.writing() as connection:
            moved = take_step(connection, referral_id, base, step, self._signature(person))
            self._record(connection, person, "step", moved.case_id, detail=step.command.value)
            return moved

    def sessions(self, person: Person) -> list[Sitting]:
        """Return all sessions, the latest first."""
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            return list_sessions(connection)

    def upcoming(self, count: int = 4) -> Sequence[Session]:
        """Return the next sessions of the national board that its calendar gives."""
        return sessions(self._today(), count)

    def new_session(self, board: Board, start: datetime, person: Person) -> StoredSession:
        """Keep a new session."""
        self.demand(person, Action.EDIT_BOARD)
        with self._database.writing() as connection:
            return create_session(connection, board, start, self._rule)

    def session(self, session_id: str, person: Person) -> OpenSession:
        """Return a session with its cases. Raises `NoSuchSessionError`."""
        self.demand(person, Action.READ_CASE)
        with self._database.writing() as connection:
            found = read_session(connection, session_id)
            board = found.sitting.board
            lines = list_referrals(connection, board, MAY_BE_DISCUSSED)[:SHOWN_AS_DUE]
            referrals = {line.id: read_referral(connection, line.id) for line in lines}
            for item in found.agenda:
                referrals[item.referral_id] = read_referral(connection, item.referral_id)
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
                case_id = referrals[item.referral_id].case_id
                self._record(connection, person, "read-agenda", case_id)
        on_agenda = {item.referral_id for item in found.agenda}
        waiting = due_for(board, tuple(referrals.values()))
        due = tuple(pair for pair in waiting if pair[0].id not in on_agenda)
        return OpenSession(found, titles, due, decided, counts)

    def set_agenda(
        self, session_id: str, base: int, items: Sequence[AgendaItem], person: Person
    ) -> None:
        """Put an agenda in place. Raises `SessionChangedError`."""
        self.demand(person, Action.EDIT_BOARD)
        with self._database.writing() as connection:
            set_agenda(connection, session_id, base, items)

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

        Raises `FaultyDecisionError`, `DecisionChangedError`; then nothing is kept.
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
            )
            record_decision(connection, decision, base)
            self._record(connection, person, "decide", referral.case_id)

    def decisions(self, person: Person) -> list[Decision]:
        """Return every decision in force, for the ledger of gaps."""
        self.demand(person, Action.READ_CASE)
        with self._database.reading() as connection:
            return decisions_in_force(connection)

    def _line(self, connection: Connection, line: ReferralLine) -> BoardLine:
        stored = cases.read_case(connection, line.case_id)
        is_open = line.state in (State.DRAFT, State.COMPLETE)
        blocking = self._blocking(stored, line.board) if is_open else ()
        referral = read_referral(connection, line.id) if self._may_be_late(line) else None
        overdue = late(referral, self._today(), self._limits) if referral else None
        return BoardLine(line, stored.title, blocking, overdue)

    def _blocking(self, stored: StoredCase, board: Board) -> tuple[str, ...]:
        """Return what blocks a case; a revision never changes, so that it is read once."""
        key = (stored.id, stored.revision, board)
        if key not in self._remembered:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            case = case_of(json.loads(stored.document))
            self._remembered[key] = readiness(case, board).blocking
        return self._remembered[key]

    def _may_be_late(self, line: ReferralLine) -> bool:
        return line.state in self._limits or line.state is State.SCHEDULED

    def _signature(self, person: Person) -> Signature:
        return Signature(person.name, person.roles, self._now())

    def _today(self) -> date:
        return self._now().date()
