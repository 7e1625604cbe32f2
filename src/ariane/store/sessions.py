"""Sessions as they are kept, with agenda and attendance; two coordinators never overwrite."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from ariane.board.boards import Board
from ariane.board.session import AgendaItem, Meeting, Present, QuorumRule, Sitting
from ariane.store.board_tables import AGENDA, ATTENDANCE, SESSIONS


class StoredSession(NamedTuple):
    """A session as it stands: its revision, its rule, who is on the agenda, who was there."""

    sitting: Sitting
    revision: int
    rule: QuorumRule
    agenda: tuple[AgendaItem, ...]
    present: tuple[Present, ...]


class NoSuchSessionError(LookupError):
    """No session with that id."""


class SessionChangedError(Exception):
    """A session that somebody else has changed meanwhile; carries it as it stands now."""

    def __init__(self, current: StoredSession) -> None:
        super().__init__(f"{current.sitting.id}: now at revision {current.revision}")
        self.current = current


def create_session(
    connection: Connection, board: Board, start: datetime, rule: QuorumRule | None = None
) -> StoredSession:
    """Keep a new session, empty, with the quorum rule of the site."""
    rule = rule or QuorumRule()
    session_id = uuid4().hex
    connection.execute(
        insert(SESSIONS).values(
            id=session_id,
            board=board.value,
            start=start.isoformat(),
            revision=1,
            quorum=rule.specialities,
            required=json.dumps(sorted(rule.required), ensure_ascii=False),
        )
    )
    return StoredSession(Sitting(session_id, board, start), 1, rule, (), ())


def set_agenda(
    connection: Connection, session_id: str, base: int, items: Sequence[AgendaItem]
) -> int:
    """Put an agenda in the place of the one at revision `base`; return the new revision.

    Raises `NoSuchSessionError`, and `SessionChangedError` where `base` is no longer the newest.
    """
    _advance(connection, session_id, base)
    connection.execute(delete(AGENDA).where(AGENDA.c.session_id == session_id))
    for item in items:
        row = item._asdict() | {"meeting": item.meeting.value}
        connection.execute(insert(AGENDA).values(session_id=session_id, **row))
    return base + 1


def set_attendance(
    connection: Connection, session_id: str, base: int, present: Sequence[Present]
) -> int:
    """Put an attendance in the place of the one at revision `base`; return the new revision.

    Raises as `set_agenda` does.
    """
    _advance(connection, session_id, base)
    connection.execute(delete(ATTENDANCE).where(ATTENDANCE.c.session_id == session_id))
    for position, person in enumerate(present, 1):
        row = person._asdict() | {"knows": json.dumps(sorted(person.knows))}
        connection.execute(
            insert(ATTENDANCE).values(session_id=session_id, position=position, **row)
        )
    return base + 1


def read_session(connection: Connection, session_id: str, hold: bool = False) -> StoredSession:
    """Return a session as it stands. Raises `NoSuchSessionError`.

    `hold`: nobody else changes it until this work is done.
    """
    chosen = select(SESSIONS).where(SESSIONS.c.id == session_id)
    row = connection.execute(chosen.with_for_update() if hold else chosen).first()
    if row is None:
        raise NoSuchSessionError(session_id)
    rule = QuorumRule(row.quorum, frozenset(json.loads(row.required)))
    agenda, present = _agenda(connection, session_id), _present(connection, session_id)
    return StoredSession(_sitting(row), row.revision, rule, agenda, present)


def list_sessions(connection: Connection, board: Board | None = None) -> list[Sitting]:
    """Return all sessions, the latest first."""
    chosen = select(SESSIONS)
    if board is not None:
        chosen = chosen.where(SESSIONS.c.board == board.value)
    sittings = [_sitting(row) for row in connection.execute(chosen)]
    return sorted(sittings, key=lambda sitting: (sitting.start, sitting.id), reverse=True)


def _advance(connection: Connection, session_id: str, base: int) -> None:
    done = connection.execute(
        update(SESSIONS)
        .where(SESSIONS.c.id == session_id, SESSIONS.c.revision == base)
        .values(revision=base + 1)
    )
    if done.rowcount != 1:
        raise SessionChangedError(read_session(connection, session_id))


def _sitting(row: Any) -> Sitting:
    return Sitting(row.id, Board(row.board), datetime.fromisoformat(row.start))


def _agenda(connection: Connection, session_id: str) -> tuple[AgendaItem, ...]:
    chosen = select(AGENDA).where(AGENDA.c.session_id == session_id).order_by(AGENDA.c.position)
    return tuple(
        AgendaItem(row.position, row.referral_id, Meeting(row.meeting), row.presenter)
        for row in connection.execute(chosen)
    )


def _present(connection: Connection, session_id: str) -> tuple[Present, ...]:
    table = ATTENDANCE
    chosen = select(table).where(table.c.session_id == session_id).order_by(table.c.position)
    return tuple(
        Present(
            row.name, row.is_physician, row.speciality, row.remote, frozenset(json.loads(row.knows))
        )
        for row in connection.execute(chosen)
    )
