"""Work of a coordinator: referrals, where they are, what is late. No HTTP here.

Every reading of a case and every step goes into the audit log, as work on cases does.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from ariane.board.boards import Board
from ariane.board.decision import Decision
from ariane.board.lateness import Late, Limits, late
from ariane.board.permissions import Action
from ariane.board.readiness import Readiness, readiness
from ariane.board.referral import Referral, Signature
from ariane.board.steps import FINAL, Command, State
from ariane.board.transitions import commands
from ariane.case.document import case_of
from ariane.store import cases
from ariane.store.board_work import Step, refer_case, take_step
from ariane.store.cases import StoredCase
from ariane.store.database import Database
from ariane.store.decisions import decisions_in_force
from ariane.store.referrals import (
    ReferralLine,
    count_by_state,
    list_referrals,
    read_referral,
)
from ariane.web.desk import Desk
from ariane.web.people import Person

SHOWN_IN_A_STATE = 25
MOST_REMEMBERED = 10_000


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


class Boardwork(Desk):
    """What can be done with the referrals of one database; `limits` are its site's."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        limits: Limits | None = None,
    ) -> None:
        super().__init__(database, now)
        self._limits = limits or {}
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
        overdue = late(referral, self.today(), self._limits) if referral else None
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
