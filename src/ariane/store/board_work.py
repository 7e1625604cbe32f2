"""A step of a referral as a coordinator takes it: everything that the rules ask for is looked up.

Nobody tells the rules what is true: the case says what is missing, the attendance who was there,
the decisions whether one was signed.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection

from ariane.board.boards import Board
from ariane.board.readiness import readiness
from ariane.board.referral import (
    Circumstances,
    Referral,
    Signature,
    open_referral,
    take,
)
from ariane.board.session import presenter_present
from ariane.board.steps import FINAL, Command, State
from ariane.case.case import Case
from ariane.case.reading import case_from_bytes
from ariane.store.cases import read_case
from ariane.store.decisions import decision_count, decisions_in_force
from ariane.store.referrals import (
    ReferralChangedError,
    create_referral,
    list_referrals,
    read_referral,
    save_referral,
)
from ariane.store.sessions import NoSuchSessionError, read_session

OPEN_STATES = tuple(state for state in State if state not in FINAL)


class Step(NamedTuple):
    """What somebody asks for. `session_id` names the session in question, empty where none is."""

    command: Command
    session_id: str = ""
    reason: str = ""


class AlreadyReferredError(Exception):
    """A case that is before this board already; carries the id of that referral."""

    def __init__(self, referral_id: str) -> None:
        super().__init__(referral_id)
        self.referral_id = referral_id


def refer_case(
    connection: Connection, case_id: str, board: Board, signature: Signature
) -> Referral:
    """Open a referral of a stored case.

    Raises `NoSuchCaseError`, `RefusedStep` for a signature without name or offset, and
    `AlreadyReferredError` where one is open before the same board.
    """
    read_case(connection, case_id)
    for line in list_referrals(connection, board, OPEN_STATES, case_id):
        raise AlreadyReferredError(line.id)
    referral = open_referral(uuid4().hex, case_id, board, signature)
    create_referral(connection, referral)
    return referral


def take_step(
    connection: Connection, referral_id: str, base: int, step: Step, signature: Signature
) -> Referral:
    """Take a step on a referral that was read at `base` events, and keep it.

    Raises `NoSuchReferralError`, `NoSuchSessionError`, `ReferralChangedError`, and `RefusedStep`
    with every reason; then nothing is kept.
    """
    referral = read_referral(connection, referral_id)
    if len(referral.events) != base:
        raise ReferralChangedError(referral)
    around = circumstances(connection, referral, step)
    moved = take(referral, step.command, signature, around)
    save_referral(connection, moved, base)
    return moved


def circumstances(connection: Connection, referral: Referral, step: Step) -> Circumstances:
    """Look up what the rules ask about: case, session, attendance, decision."""
    session, present, decided = _of_session(connection, referral, step.session_id)
    return Circumstances(
        readiness(_case(connection, referral), referral.board).blocking,
        session,
        present,
        decided,
        step.reason,
    )


def _case(connection: Connection, referral: Referral) -> Case:
    stored = read_case(connection, referral.case_id)
    return case_from_bytes(stored.document.encode(), stored.id)


def _of_session(
    connection: Connection, referral: Referral, session_id: str
) -> tuple[date | None, bool | None, bool]:
    """Return the day of a session, whether somebody who knows the case was there, and a decision.

    Without a session, a decision of any session counts: a report may be issued later.
    """
    if not session_id:
        return None, None, bool(decisions_in_force(connection, referral.id))
    found = read_session(connection, session_id)
    if found.sitting.board is not referral.board:
        raise NoSuchSessionError(f"{session_id} of board {referral.board}")
    decided = decision_count(connection, referral.id, session_id) > 0
    day = found.sitting.start.date()
    return day, presenter_present(found.present, referral.id), decided
