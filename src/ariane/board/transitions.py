"""The life of a referral: which command leads where, what it asks for, and who may give it.

One table, and nothing else decides it. The CUP board discusses a case twice, before and after the
sequencing that it has validated (24.2.1, 24.3.8.3, 24.9.1); a RENAPE board once (24.9.2).
"""

from __future__ import annotations

from typing import NamedTuple

from ariane.board.boards import Board
from ariane.board.permissions import Role
from ariane.board.steps import FINAL, Command, Happened, Need, State


class Transition(NamedTuple):
    """One row: a command in some states leads to one other, for some boards, needs and roles."""

    command: Command
    sources: frozenset[State]
    target: State
    event: Happened
    needs: frozenset[Need]
    roles: frozenset[Role]
    boards: frozenset[Board]


CAN_WITHDRAW = frozenset(State) - FINAL
_CLINICIAN = frozenset({Role.REFERRING_CLINICIAN, Role.BOARD_COORDINATOR})
_COORDINATOR = frozenset({Role.BOARD_COORDINATOR})
_BOARD = frozenset({Role.BOARD_COORDINATOR, Role.BOARD_MEMBER})
_LABORATORY = frozenset({Role.BOARD_COORDINATOR, Role.MOLECULAR_BIOLOGIST})
_DISCUSSION = frozenset(
    {Need.SESSION_REACHED, Need.ON_AGENDA, Need.PRESENTER, Need.QUORUM, Need.DECISION}
)
_BOTH, _CUP, _RENAPE = frozenset(Board), frozenset({Board.CUP}), frozenset({Board.RENAPE})


def _row(
    command: Command,
    sources: State | frozenset[State],
    target: State,
    event: Happened,
    roles: frozenset[Role],
    needs: frozenset[Need] | Need | None = None,
    boards: frozenset[Board] = _BOTH,
) -> Transition:
    start = frozenset({sources}) if isinstance(sources, State) else sources
    asked = frozenset({needs}) if isinstance(needs, Need) else needs or frozenset()
    return Transition(command, start, target, event, asked, roles, boards)


_C, _S, _H = Command, State, Happened
TRANSITIONS: tuple[Transition, ...] = (
    _row(_C.COMPLETE, _S.DRAFT, _S.COMPLETE, _H.COMPLETED, _CLINICIAN, Need.NOTHING_BLOCKING),
    _row(_C.REOPEN, _S.COMPLETE, _S.DRAFT, _H.REOPENED, _CLINICIAN),
    _row(_C.SEND, _S.COMPLETE, _S.SENT, _H.SENT, _CLINICIAN, Need.NOTHING_BLOCKING),
    _row(_C.SCHEDULE, _S.SENT, _S.SCHEDULED, _H.SCHEDULED, _COORDINATOR, Need.SESSION),
    _row(_C.RESCHEDULE, _S.SCHEDULED, _S.SCHEDULED, _H.RESCHEDULED, _COORDINATOR, Need.SESSION),
    _row(
        _C.DISCUSS_UPSTREAM,
        _S.SCHEDULED,
        _S.DISCUSSED_UPSTREAM,
        _H.DISCUSSED_UPSTREAM,
        _BOARD,
        _DISCUSSION,
        _CUP,
    ),
    _row(
        _C.DISCUSS_AGAIN,
        frozenset({_S.DISCUSSED_UPSTREAM, _S.INDICATION_NOT_VALIDATED}),
        _S.SCHEDULED,
        _H.PUT_BACK_ON_AGENDA,
        _COORDINATOR,
        frozenset({Need.SESSION, Need.REASON}),
        _CUP,
    ),
    _row(
        _C.VALIDATE_INDICATION,
        _S.DISCUSSED_UPSTREAM,
        _S.INDICATION_VALIDATED,
        _H.INDICATION_VALIDATED,
        _BOARD,
        boards=_CUP,
    ),
    _row(
        _C.DECLINE_INDICATION,
        _S.DISCUSSED_UPSTREAM,
        _S.INDICATION_NOT_VALIDATED,
        _H.INDICATION_DECLINED,
        _BOARD,
        Need.REASON,
        _CUP,
    ),
    _row(
        _C.START_SEQUENCING,
        _S.INDICATION_VALIDATED,
        _S.SEQUENCING_UNDER_WAY,
        _H.SEQUENCING_STARTED,
        _LABORATORY,
        boards=_CUP,
    ),
    _row(
        _C.STOP_SEQUENCING,
        frozenset({_S.INDICATION_VALIDATED, _S.SEQUENCING_UNDER_WAY}),
        _S.SEQUENCING_STOPPED,
        _H.SEQUENCING_STOPPED,
        _LABORATORY,
        Need.REASON,
        _CUP,
    ),
    _row(
        _C.RECEIVE_RESULTS,
        _S.SEQUENCING_UNDER_WAY,
        _S.RESULTS_IN,
        _H.RESULTS_RECEIVED,
        _LABORATORY,
        boards=_CUP,
    ),
    _row(
        _C.DISCUSS_DOWNSTREAM,
        frozenset({_S.RESULTS_IN, _S.SEQUENCING_STOPPED}),
        _S.DISCUSSED_DOWNSTREAM,
        _H.DISCUSSED_DOWNSTREAM,
        _BOARD,
        _DISCUSSION,
        _CUP,
    ),
    _row(_C.DISCUSS, _S.SCHEDULED, _S.DISCUSSED, _H.DISCUSSED, _BOARD, _DISCUSSION, _RENAPE),
    _row(
        _C.ISSUE_REPORT,
        frozenset({_S.DISCUSSED_DOWNSTREAM, _S.INDICATION_NOT_VALIDATED}),
        _S.REPORT_ISSUED,
        _H.REPORT_ISSUED,
        _BOARD,
        Need.DECISION,
        _CUP,
    ),
    _row(
        _C.ISSUE_REPORT,
        _S.DISCUSSED,
        _S.REPORT_ISSUED,
        _H.REPORT_ISSUED,
        _BOARD,
        Need.DECISION,
        _RENAPE,
    ),
    _row(_C.CLOSE, _S.REPORT_ISSUED, _S.CLOSED, _H.CLOSED, _CLINICIAN),
    _row(_C.WITHDRAW, CAN_WITHDRAW, _S.WITHDRAWN, _H.WITHDRAWN, _CLINICIAN, Need.REASON),
)


def transition(board: Board, state: State, command: Command) -> Transition | None:
    """Return the row for a command in a state, nothing where the table has none."""
    for row in TRANSITIONS:
        if row.command is command and state in row.sources and board in row.boards:
            return row
    return None


def commands(board: Board, state: State, roles: frozenset[Role]) -> tuple[Command, ...]:
    """Return what somebody with these roles may ask for in a state, in the order of the table."""
    return tuple(
        row.command
        for row in TRANSITIONS
        if state in row.sources and board in row.boards and row.roles & roles
    )
