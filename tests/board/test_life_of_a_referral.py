"""The table of transitions, explored exhaustively: every state, command, role, board and need."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product

import pytest

from ariane.board.boards import Board
from ariane.board.lateness import late
from ariane.board.permissions import Role
from ariane.board.referral import (
    Circumstances,
    Referral,
    Refusal,
    RefusedStep,
    Signature,
    open_referral,
    refusals,
    state_after,
    take,
)
from ariane.board.steps import FINAL, Command, Happened, Need, State
from ariane.board.transitions import TRANSITIONS, commands, transition

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
EVERYTHING = Circumstances((), date(2026, 3, 2), True, True, "a reason", True, True)
C, CO, BM, PA, MB, AD = (
    Role.REFERRING_CLINICIAN,
    Role.BOARD_COORDINATOR,
    Role.BOARD_MEMBER,
    Role.PATHOLOGIST,
    Role.MOLECULAR_BIOLOGIST,
    Role.ADMINISTRATOR,
)
MAY: dict[Command, set[Role]] = {
    Command.COMPLETE: {C, CO},
    Command.REOPEN: {C, CO},
    Command.SEND: {C, CO},
    Command.SCHEDULE: {CO},
    Command.RESCHEDULE: {CO},
    Command.DISCUSS_UPSTREAM: {CO, BM},
    Command.DISCUSS_AGAIN: {CO},
    Command.VALIDATE_INDICATION: {CO, BM},
    Command.DECLINE_INDICATION: {CO, BM},
    Command.START_SEQUENCING: {CO, MB},
    Command.STOP_SEQUENCING: {CO, MB},
    Command.RECEIVE_RESULTS: {CO, MB},
    Command.DISCUSS_DOWNSTREAM: {CO, BM},
    Command.DISCUSS: {CO, BM},
    Command.ISSUE_REPORT: {CO, BM},
    Command.CLOSE: {C, CO},
    Command.WITHDRAW: {C, CO},
}
CUP_ONLY = {
    State.DISCUSSED_UPSTREAM,
    State.INDICATION_VALIDATED,
    State.INDICATION_NOT_VALIDATED,
    State.SEQUENCING_UNDER_WAY,
    State.SEQUENCING_STOPPED,
    State.RESULTS_IN,
    State.DISCUSSED_DOWNSTREAM,
}
STATES = {
    Board.CUP: set(State) - {State.DISCUSSED},
    Board.RENAPE: set(State) - CUP_ONLY,
}
REQUIRED = {
    (Board.CUP, State.SENT): [{State.COMPLETE}],
    (Board.CUP, State.DISCUSSED_UPSTREAM): [{State.SENT}, {State.SCHEDULED}],
    (Board.CUP, State.SEQUENCING_UNDER_WAY): [
        {State.DISCUSSED_UPSTREAM},
        {State.INDICATION_VALIDATED},
    ],
    (Board.CUP, State.RESULTS_IN): [{State.SEQUENCING_UNDER_WAY}],
    (Board.CUP, State.DISCUSSED_DOWNSTREAM): [
        {State.INDICATION_VALIDATED},
        {State.RESULTS_IN, State.SEQUENCING_STOPPED},
    ],
    (Board.CUP, State.REPORT_ISSUED): [
        {State.SCHEDULED},
        {State.DISCUSSED_UPSTREAM},
        {State.DISCUSSED_DOWNSTREAM, State.INDICATION_NOT_VALIDATED},
    ],
    (Board.CUP, State.CLOSED): [{State.REPORT_ISSUED}],
    (Board.RENAPE, State.REPORT_ISSUED): [{State.SENT}, {State.SCHEDULED}, {State.DISCUSSED}],
    (Board.RENAPE, State.CLOSED): [{State.REPORT_ISSUED}],
}
"""State to be reached: for each set, one of its states must have been passed."""


def signed(*roles: Role, days: int = 0) -> Signature:
    return Signature("Dr A. Martin", frozenset(roles), START + timedelta(days=days))


@cache
def paths(board: Board) -> list[tuple[Referral, tuple[State, ...]]]:
    """Return a referral for every simple path through the table, with the states it passed."""
    found: list[tuple[Referral, tuple[State, ...]]] = []
    waiting: list[tuple[Referral, tuple[State, ...]]] = [
        (open_referral("r", "c", board, signed(CO)), (State.DRAFT,))
    ]
    while waiting:
        referral, passed = waiting.pop()
        found.append((referral, passed))
        for command in commands(board, referral.state, frozenset(Role)):
            onward = take(referral, command, signed(*Role), EVERYTHING)
            if onward.state not in passed:
                waiting.append((onward, (*passed, onward.state)))
    return found


def at(board: Board, state: State) -> Referral:
    return next(referral for referral, _ in paths(board) if referral.state is state)


@pytest.mark.parametrize("board", Board)
def test_every_state_of_a_board_is_reached_and_no_other(board: Board) -> None:
    assert {referral.state for referral, _ in paths(board)} == STATES[board]


@pytest.mark.parametrize("board", Board)
def test_no_path_skips_a_required_step(board: Board) -> None:
    explored = paths(board)
    checked = 0
    for (of_board, state), needed in REQUIRED.items():
        for referral, passed in explored:
            if of_board is board and referral.state is state:
                assert all(group & set(passed[:-1]) for group in needed), (state, passed)
                checked += 1
    assert checked >= len([1 for of_board, _ in REQUIRED if of_board is board])


@pytest.mark.parametrize(("board", "state"), [(b, s) for b in Board for s in sorted(STATES[b])])
def test_every_state_has_an_exit_and_can_be_withdrawn_but_the_final_ones(
    board: Board, state: State
) -> None:
    possible = commands(board, state, frozenset(Role))
    if state in FINAL:
        assert possible == ()
        return
    assert Command.WITHDRAW in possible
    assert len(possible) > 1
    ended = take(at(board, state), Command.WITHDRAW, signed(C), EVERYTHING)
    assert ended.state is State.WITHDRAWN


@pytest.mark.parametrize("board", Board)
def test_every_state_can_come_to_its_end_without_being_withdrawn(board: Board) -> None:
    rows = [row for row in TRANSITIONS if board in row.boards]
    ending = {State.CLOSED}
    for _ in State:
        ending |= {s for row in rows if row.target in ending for s in row.sources}
    assert ending - set(FINAL) >= STATES[board] - FINAL


@pytest.mark.parametrize("role", Role)
def test_each_role_may_give_its_commands_and_no_other(role: Role) -> None:
    tried = 0
    for board, command in product(Board, Command):
        for state in STATES[board]:
            row = transition(board, state, command)
            if row is None:
                continue
            said = refusals(at(board, state), command, signed(role), EVERYTHING)
            assert said == (() if role in MAY[command] else (Refusal.NOT_PERMITTED,))
            assert (command in commands(board, state, frozenset({role}))) == (role in MAY[command])
            tried += 1
    assert tried >= len(Command)


@pytest.mark.parametrize("board", Board)
def test_a_command_that_the_table_does_not_have_changes_nothing(board: Board) -> None:
    for state, command in product(STATES[board], Command):
        if transition(board, state, command) is None:
            before = at(board, state)
            with pytest.raises(RefusedStep) as refused:
                take(before, command, signed(*Role), EVERYTHING)
            assert refused.value.reasons == (Refusal.NOT_IN_THIS_STATE,)


LACKING = {
    Need.NOTHING_BLOCKING: EVERYTHING._replace(blocking=("presenter",)),
    Need.SESSION: EVERYTHING._replace(session=None),
    Need.SESSION_REACHED: EVERYTHING._replace(session=date(2026, 3, 3)),
    Need.ON_AGENDA: EVERYTHING._replace(on_agenda=False),
    Need.QUORUM: EVERYTHING._replace(quorum_met=False),
    Need.PRESENTER: EVERYTHING._replace(presenter_present=None),
    Need.DECISION: EVERYTHING._replace(decision_recorded=False),
    Need.REASON: EVERYTHING._replace(reason="  "),
}


@pytest.mark.parametrize("need", Need)
def test_a_need_that_is_not_met_holds_the_step_back(need: Need) -> None:
    rows = [row for row in TRANSITIONS if need in row.needs]
    assert rows
    for row in rows:
        for board in row.boards:
            for state in row.sources & STATES[board]:
                said = refusals(at(board, state), row.command, signed(*Role), LACKING[need])
                assert said == (need,)


def test_a_discussion_without_a_quorum_counts_where_the_decision_says_why() -> None:
    scheduled = at(Board.RENAPE, State.SCHEDULED)
    around = EVERYTHING._replace(quorum_met=False, without_quorum=" ")
    assert refusals(scheduled, Command.DISCUSS, signed(CO), around) == (Need.QUORUM,)
    discussed = take(
        scheduled, Command.DISCUSS, signed(CO), around._replace(without_quorum=" urgence ")
    )
    assert discussed.events[-1].without_quorum == "urgence"
    said = EVERYTHING._replace(without_quorum="urgence")
    reported = take(discussed, Command.ISSUE_REPORT, signed(CO), said)
    assert reported.events[-1].without_quorum == ""


def test_no_rows_compete() -> None:
    for board, state, command in product(Board, State, Command):
        fitting = [
            row
            for row in TRANSITIONS
            if row.command is command and state in row.sources and board in row.boards
        ]
        assert len(fitting) <= 1
    assert {row.command for row in TRANSITIONS} == set(Command)
    assert {row.event for row in TRANSITIONS} == set(Happened) - {Happened.OPENED}


def test_every_step_is_dated_and_signed() -> None:
    draft = open_referral("r", "c", Board.CUP, signed(C))
    nobody = Signature(" ", frozenset({C}), START)
    naive = Signature("Dr A", frozenset({C}), datetime(2026, 3, 2, 9))
    earlier = signed(C, days=-1)
    for signature, reason in (
        (nobody, Refusal.NOT_SIGNED),
        (naive, Refusal.NO_TIME_ZONE),
        (earlier, Refusal.BEFORE_THE_LAST_EVENT),
    ):
        assert refusals(draft, Command.COMPLETE, signature, EVERYTHING) == (reason,)
    with pytest.raises(RefusedStep):
        open_referral("r", "c", Board.CUP, nobody)


def test_history_is_only_added_to() -> None:
    draft = open_referral("r", "c", Board.CUP, signed(C))
    complete = take(draft, Command.COMPLETE, signed(C), EVERYTHING)
    assert complete.events[:1] == draft.events
    assert draft.state is State.DRAFT
    with pytest.raises(FrozenInstanceError):
        complete.events = ()  # type: ignore[misc]
    for history in ((), (Happened.SENT,), (Happened.OPENED, Happened.CLOSED)):
        with pytest.raises(ValueError, match=r"begins|cannot follow"):
            state_after(Board.CUP, history)


def test_lateness_is_dates_and_the_limits_of_the_site() -> None:
    sent = at(Board.CUP, State.SENT)
    assert late(sent, date(2027, 3, 2), {}) is None
    assert late(sent, date(2026, 3, 16), {State.SENT: 14}) is None
    found = late(sent, date(2026, 3, 17), {State.SENT: 14})
    assert found is not None
    assert (found.days_in_state, found.limit, found.session_passed) == (15, 14, None)
    scheduled = at(Board.CUP, State.SCHEDULED)
    assert late(scheduled, date(2026, 3, 2), {}) is None
    passed = late(scheduled, date(2026, 3, 5), {})
    assert passed is not None
    assert passed.session_passed == 3
    closed = at(Board.CUP, State.CLOSED)
    assert late(closed, date(2030, 1, 1), dict.fromkeys(State, 0)) is None
