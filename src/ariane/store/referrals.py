"""Referrals as they are kept: events that are only added, in a chain that shows any tampering.

The chain runs over hashes and over what happened, never over who did it or why, so that a patient's
records can be erased by law without breaking it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from ariane.board.boards import Board
from ariane.board.referral import Event, Referral
from ariane.board.steps import Happened, State
from ariane.store.audit import GENESIS
from ariane.store.board_tables import REFERRAL_EVENTS, REFERRALS
from ariane.store.chain import chained, sealed


class ReferralLine(NamedTuple):
    """One referral in a list; `since` is when it came into its state."""

    id: str
    case_id: str
    board: Board
    state: State
    version: int
    session: date | None
    since: datetime


class NoSuchReferralError(LookupError):
    """No referral with that id."""


class ErasedReferralError(NoSuchReferralError):
    """A referral whose records have been erased with its case."""


class ReferralChangedError(Exception):
    """A referral that somebody else has moved on meanwhile; carries it as it stands now."""

    def __init__(self, current: Referral) -> None:
        super().__init__(f"{current.id}: now {current.state} after {len(current.events)} steps")
        self.current = current


def create_referral(connection: Connection, referral: Referral) -> None:
    """Keep a new referral with its first event."""
    row = {"id": referral.id, "case_id": referral.case_id, "board": referral.board.value}
    connection.execute(insert(REFERRALS).values(**row, **_follows(referral)))
    _add_events(connection, referral, 0)


def save_referral(connection: Connection, referral: Referral, base: int) -> None:
    """Keep the events that were added to a referral read at `base` events.

    Raises `NoSuchReferralError`, and `ReferralChangedError` where it has more by now.
    """
    done = connection.execute(
        update(REFERRALS)
        .where(REFERRALS.c.id == referral.id, REFERRALS.c.version == base)
        .values(**_follows(referral))
    )
    if done.rowcount != 1:
        raise ReferralChangedError(read_referral(connection, referral.id))
    _add_events(connection, referral, base)


def read_referral(connection: Connection, referral_id: str) -> Referral:
    """Return a referral with its whole history.

    Raises `NoSuchReferralError`, `ErasedReferralError`.
    """
    head = connection.execute(
        select(REFERRALS.c.case_id, REFERRALS.c.board).where(REFERRALS.c.id == referral_id)
    ).first()
    table = REFERRAL_EVENTS.c
    rows = connection.execute(
        select(table.number, table.happened, table.record)
        .where(table.referral_id == referral_id)
        .order_by(table.number)
    ).all()
    if head is None:
        raise NoSuchReferralError(referral_id)
    if any(row[2] is None for row in rows):
        raise ErasedReferralError(referral_id)
    events = tuple(_event(number, happened, record) for number, happened, record in rows)
    return Referral(referral_id, head[0] or "", Board(head[1]), events)


def list_referrals(
    connection: Connection,
    board: Board | None = None,
    states: Iterable[State] = tuple(State),
    case_id: str = "",
    most: int | None = None,
) -> list[ReferralLine]:
    """Return referrals by state and then by how long they have been in it; erased ones are not.

    `most` leaves it at so many, those that have been longest in their state.
    """
    columns = [REFERRALS.c[name] for name in ("id", "case_id", "board", "state", "version")]
    chosen = select(*columns, REFERRALS.c.session_day, REFERRALS.c.since).where(
        REFERRALS.c.case_id.is_not(None), REFERRALS.c.state.in_([state.value for state in states])
    )
    if board is not None:
        chosen = chosen.where(REFERRALS.c.board == board.value)
    if case_id:
        chosen = chosen.where(REFERRALS.c.case_id == case_id)
    if most is not None:
        chosen = chosen.order_by(REFERRALS.c.since, REFERRALS.c.id).limit(most)
    order = {state.value: number for number, state in enumerate(State)}
    found = connection.execute(chosen).all()
    rows = sorted(found, key=lambda row: (order[row[3]], row[6], row[0]))
    return [_line(row) for row in rows]


def count_by_state(connection: Connection) -> dict[State, int]:
    """Return how many referrals there are in each state that has any; erased ones do not count."""
    counted = (
        select(REFERRALS.c.state, func.count())
        .where(REFERRALS.c.case_id.is_not(None))
        .group_by(REFERRALS.c.state)
    )
    found = {State(state): int(count) for state, count in connection.execute(counted)}
    return {state: found[state] for state in State if state in found}


def _follows(referral: Referral) -> dict[str, Any]:
    """Return the columns that follow from the events."""
    return {
        "state": referral.state.value,
        "version": len(referral.events),
        "session_day": referral.session.isoformat() if referral.session else None,
        "since": referral.since.isoformat(),
    }


def _add_events(connection: Connection, referral: Referral, base: int) -> None:
    table = REFERRAL_EVENTS.c
    last = connection.execute(
        select(table.chain_hash).where(table.referral_id == referral.id, table.number == base)
    ).scalar()
    previous = last or GENESIS
    for event in referral.events[base:]:
        text, hashed = sealed(_record(event))
        previous = chained(referral.id, event.number, event.happened.value, previous, hashed)
        connection.execute(
            insert(REFERRAL_EVENTS).values(
                referral_id=referral.id,
                number=event.number,
                happened=event.happened.value,
                record=text,
                record_hash=hashed,
                chain_hash=previous,
            )
        )


def _record(event: Event) -> dict[str, Any]:
    return {
        "at": event.at.isoformat(),
        "actor": event.actor,
        "session": event.session.isoformat() if event.session else None,
        "reason": event.reason,
        "without_quorum": event.without_quorum,
    }


def _event(number: int, happened: str, record: str) -> Event:
    said = json.loads(record)
    session = date.fromisoformat(said["session"]) if said["session"] else None
    at = datetime.fromisoformat(said["at"])
    return Event(
        number,
        Happened(happened),
        at,
        said["actor"],
        session,
        said["reason"],
        said.get("without_quorum", ""),
    )


def _line(row: Any) -> ReferralLine:
    referral_id, case_id, board, state, version, session, since = row
    return ReferralLine(
        referral_id,
        case_id,
        Board(board),
        State(state),
        version,
        date.fromisoformat(session) if session else None,
        datetime.fromisoformat(since),
    )
