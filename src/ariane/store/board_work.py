"""A step of a referral as a coordinator takes it: everything that the rules ask for is looked up.

Nobody tells the rules what is true: the case says what is missing, the attendance who was there,
the decisions whether one was signed.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from ariane.board.session import (
    MEETING_OF,
    AgendaItem,
    is_on_agenda,
    presenter_present,
    quorum,
)
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
from ariane.store.sessions import NoSuchSessionError, read_session, set_agenda

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


class StaysOnAgendaError(Exception):
    """A case that a session has decided on, and that stays on its agenda; carries its referral."""

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
    """Look up what the rules ask about: case, session, agenda, attendance, decision.

    Without a session, a decision of any session counts: a report may be issued later.
    """
    around = Circumstances(
        blocking=readiness(_case(connection, referral), referral.board).blocking,
        reason=step.reason,
    )
    if not step.session_id:
        decided = decisions_in_force(connection, referral.id)
        return around._replace(decision_recorded=bool(decided))
    found = read_session(connection, step.session_id)
    if found.sitting.board is not referral.board:
        raise NoSuchSessionError(f"{step.session_id} of board {referral.board}")
    decided = decisions_in_force(connection, referral.id, step.session_id)
    return around._replace(
        session=found.sitting.start.date(),
        presenter_present=presenter_present(found.present, referral.id),
        decision_recorded=bool(decided),
        on_agenda=is_on_agenda(found.agenda, referral.id, MEETING_OF.get(step.command)),
        quorum_met=quorum(found.present, found.rule).met,
        without_quorum=decided[0].without_quorum if decided else "",
    )


def change_agenda(
    connection: Connection, session_id: str, base: int, items: Sequence[AgendaItem]
) -> int:
    """Put an agenda in the place of the one at revision `base`; return the new revision.

    Raises as `set_agenda` does, `NoSuchReferralError` for what is put on and is not there, and
    `StaysOnAgendaError` where a case would go that the session has decided on.
    """
    found = read_session(connection, session_id, hold=True)
    before = {item.referral_id for item in found.agenda}
    after = {item.referral_id for item in items}
    for referral_id in sorted(before - after):
        if decision_count(connection, referral_id, session_id):
            raise StaysOnAgendaError(referral_id)
    for referral_id in sorted(after - before):
        read_referral(connection, referral_id)
    return set_agenda(connection, session_id, base, items)


def _case(connection: Connection, referral: Referral) -> Case:
    stored = read_case(connection, referral.case_id)
    return case_from_bytes(stored.document.encode(), stored.id)
