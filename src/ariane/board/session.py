"""A session of a board: its agenda, who was there, and whether that makes a quorum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from ariane.board.boards import Board
from ariane.board.referral import Referral
from ariane.board.steps import Command, State

LEAST_SPECIALITIES = 3
"""Three physicians of different specialities (Haute Autorité de santé, 2014, on such meetings)."""


class Meeting(StrEnum):
    """Which discussion of a case: before sequencing, after it, or the only one."""

    UPSTREAM = "upstream"
    DOWNSTREAM = "downstream"
    ONLY = "only"


MEETING_OF = {
    Command.DISCUSS_UPSTREAM: Meeting.UPSTREAM,
    Command.DISCUSS_DOWNSTREAM: Meeting.DOWNSTREAM,
    Command.DISCUSS: Meeting.ONLY,
}
"""As which discussion a case has to stand on the agenda for a step to be taken."""


class Sitting(NamedTuple):
    """One session; `start` carries its offset from UTC."""

    id: str
    board: Board
    start: datetime


class AgendaItem(NamedTuple):
    """One case on the agenda: its place (from 1), which discussion, who presents it."""

    position: int
    referral_id: str
    meeting: Meeting
    presenter: str = ""


class Present(NamedTuple):
    """Somebody who was there. `speciality` counts for a physician only; empty: not recorded.

    `knows` are the referrals whose case this person knows, as 24.9.1 asks of whoever presents.
    """

    name: str
    is_physician: bool
    speciality: str = ""
    remote: bool = False
    knows: frozenset[str] = frozenset()


class QuorumRule(NamedTuple):
    """How many different specialities make a quorum, and any that must be among them."""

    specialities: int = LEAST_SPECIALITIES
    required: frozenset[str] = frozenset()


class Quorum(NamedTuple):
    """Who counts: specialities present, how many are lacking, required ones that are absent.

    `uncounted` names the physicians who are there and whose speciality is not recorded.
    """

    specialities: tuple[str, ...]
    lacking: int
    absent: tuple[str, ...]
    uncounted: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the session may decide."""
        return self.lacking == 0 and not self.absent


def quorum(present: Sequence[Present], rule: QuorumRule | None = None) -> Quorum:
    """Count the specialities of the physicians present; one whose speciality is unknown has none.

    Two physicians of one speciality count once, and so does one person entered twice.
    """
    rule = rule or QuorumRule()
    by_person = {p.name.strip().casefold(): p for p in present if p.is_physician and p.name.strip()}
    found = {person.speciality.strip().casefold() for person in by_person.values()} - {""}
    required = {name.strip().casefold() for name in rule.required}
    return Quorum(
        tuple(sorted(found)),
        max(0, rule.specialities - len(found)),
        tuple(sorted(required - found)),
        tuple(p.name.strip() for p in by_person.values() if not p.speciality.strip()),
    )


def is_on_agenda(
    items: Sequence[AgendaItem], referral_id: str, meeting: Meeting | None = None
) -> bool:
    """Whether a case stands on an agenda, for a certain discussion where one is named."""
    return any(
        item.referral_id == referral_id and meeting in (None, item.meeting) for item in items
    )


def presenter_present(present: Sequence[Present], referral_id: str) -> bool | None:
    """Whether somebody who knows a case is there; `None` before anybody is recorded at all."""
    if not present:
        return None
    return any(referral_id in person.knows for person in present)


def due_for(board: Board, referrals: Sequence[Referral]) -> tuple[tuple[Referral, Meeting], ...]:
    """Return the referrals that can go on an agenda, those who have waited longest first."""
    meetings = {
        (Board.CUP, State.SENT): Meeting.UPSTREAM,
        (Board.CUP, State.SCHEDULED): Meeting.UPSTREAM,
        (Board.CUP, State.RESULTS_IN): Meeting.DOWNSTREAM,
        (Board.CUP, State.SEQUENCING_STOPPED): Meeting.DOWNSTREAM,
        (Board.RENAPE, State.SENT): Meeting.ONLY,
        (Board.RENAPE, State.SCHEDULED): Meeting.ONLY,
    }
    waiting = [
        (referral, meetings[board, referral.state])
        for referral in referrals
        if referral.board is board and (board, referral.state) in meetings
    ]
    return tuple(sorted(waiting, key=lambda pair: (pair[0].since, pair[0].id)))
