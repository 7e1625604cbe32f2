"""A referral: its events, each dated and signed, and the state that follows from them.

Events are only ever added. The state is read from them, never kept beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from ariane.board.boards import Board
from ariane.board.permissions import Role
from ariane.board.steps import Command, Happened, Need, State
from ariane.board.transitions import Transition, transition


class Signature(NamedTuple):
    """Who does something, what they are at work, and when (with the offset from UTC)."""

    actor: str
    roles: frozenset[Role]
    at: datetime


class Circumstances(NamedTuple):
    """What is true around a command.

    `blocking` names what is missing and blocks (`Readiness.blocking`); `session` is the day of the
    session in question; `presenter_present` whether somebody who knows the case was there (`None`:
    not recorded); `decision_recorded` whether the decision of that session is signed; `on_agenda`
    whether the case stands on its agenda for the discussion in question; `quorum_met` whether it
    had a quorum, and `without_quorum` why the decision was taken without one, empty where it does
    not say so.
    """

    blocking: tuple[str, ...] = ()
    session: date | None = None
    presenter_present: bool | None = None
    decision_recorded: bool = False
    reason: str = ""
    on_agenda: bool = False
    quorum_met: bool = False
    without_quorum: str = ""


class Event(NamedTuple):
    """One step that was done. `number` counts from 1 without gaps.

    `without_quorum` is why a discussion counts although there was no quorum.
    """

    number: int
    happened: Happened
    at: datetime
    actor: str
    session: date | None = None
    reason: str = ""
    without_quorum: str = ""


class Refusal(StrEnum):
    """Why a command is not obeyed; the other reasons are the `Need` that is not met."""

    NOT_IN_THIS_STATE = "not-in-this-state"
    NOT_PERMITTED = "not-permitted"
    NOT_SIGNED = "not-signed"
    NO_TIME_ZONE = "no-time-zone"
    BEFORE_THE_LAST_EVENT = "before-the-last-event"


class RefusedStep(Exception):  # noqa: N818 - it is an answer, told to whoever asked
    """A command that the table does not allow now, with every reason for it."""

    def __init__(self, command: Command, state: State, reasons: tuple[Refusal | Need, ...]) -> None:
        why = ", ".join(reason.value for reason in reasons)
        super().__init__(f"{command.value} in state {state.value}: {why}")
        self.command = command
        self.state = state
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Referral:
    """A case before a board."""

    id: str
    case_id: str
    board: Board
    events: tuple[Event, ...]

    @property
    def state(self) -> State:
        """Where it is. Raises `ValueError` for a history that the table does not allow."""
        return state_after(self.board, tuple(event.happened for event in self.events))

    @property
    def session(self) -> date | None:
        """Day of the last session that was set for it."""
        days = [event.session for event in self.events if event.session]
        return days[-1] if days else None

    @property
    def since(self) -> datetime:
        """When it came into its state."""
        return self.events[-1].at


def state_after(board: Board, history: tuple[Happened, ...]) -> State:
    """Replay a history. Raises `ValueError` where the table has no such step."""
    if not history or history[0] is not Happened.OPENED:
        raise ValueError("a referral begins by being opened")
    state = State.DRAFT
    for happened in history[1:]:
        row = _row_of(board, state, happened)
        if row is None:
            raise ValueError(f"{happened.value} cannot follow state {state.value}")
        state = row.target
    return state


def open_referral(referral_id: str, case_id: str, board: Board, signature: Signature) -> Referral:
    """Begin a referral as a draft. Raises `RefusedStep` for a signature without name or offset."""
    if reasons := _unsigned(signature):
        raise RefusedStep(Command.COMPLETE, State.DRAFT, reasons)
    opened = Event(1, Happened.OPENED, signature.at, signature.actor)
    return Referral(referral_id, case_id, board, (opened,))


def take(
    referral: Referral, command: Command, signature: Signature, around: Circumstances
) -> Referral:
    """Obey a command: return the referral with one event more. Raises `RefusedStep`."""
    reasons = refusals(referral, command, signature, around)
    row = transition(referral.board, referral.state, command)
    if reasons or row is None:
        raise RefusedStep(command, referral.state, reasons)
    event = Event(
        len(referral.events) + 1,
        row.event,
        signature.at,
        signature.actor,
        around.session,
        around.reason.strip(),
        around.without_quorum.strip() if Need.QUORUM in row.needs else "",
    )
    return replace(referral, events=(*referral.events, event))


def refusals(
    referral: Referral, command: Command, signature: Signature, around: Circumstances
) -> tuple[Refusal | Need, ...]:
    """Return every reason not to obey a command; none where it may be obeyed."""
    row = transition(referral.board, referral.state, command)
    if row is None:
        return (Refusal.NOT_IN_THIS_STATE,)
    reasons: list[Refusal | Need] = [*_unsigned(signature)]
    if not row.roles & signature.roles:
        reasons.append(Refusal.NOT_PERMITTED)
    if not reasons and signature.at < referral.since:
        reasons.append(Refusal.BEFORE_THE_LAST_EVENT)
    unmet = (need for need in Need if need in row.needs and not _met(need, signature, around))
    return (*reasons, *unmet)


def _unsigned(signature: Signature) -> tuple[Refusal, ...]:
    if not signature.actor.strip():
        return (Refusal.NOT_SIGNED,)
    return () if signature.at.utcoffset() is not None else (Refusal.NO_TIME_ZONE,)


def _met(need: Need, signature: Signature, around: Circumstances) -> bool:
    match need:
        case Need.NOTHING_BLOCKING:
            return not around.blocking
        case Need.SESSION:
            return around.session is not None
        case Need.SESSION_REACHED:
            return around.session is not None and around.session <= signature.at.date()
        case Need.ON_AGENDA:
            return around.on_agenda
        case Need.PRESENTER:
            return around.presenter_present is True
        case Need.QUORUM:
            return around.quorum_met or bool(around.without_quorum.strip())
        case Need.DECISION:
            return around.decision_recorded
        case Need.REASON:
            return bool(around.reason.strip())


def _row_of(board: Board, state: State, happened: Happened) -> Transition | None:
    for command in Command:
        row = transition(board, state, command)
        if row is not None and row.event is happened:
            return row
    return None
