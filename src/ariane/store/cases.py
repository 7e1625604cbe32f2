"""Cases as they are kept: the present document, and every earlier one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from ariane.store.tables import CASES, REVISIONS


class Kind(StrEnum):
    """How a revision came about."""

    CREATED = "created"
    EDITED = "edited"
    IMPORTED = "imported"
    UNDONE = "undone"


class StoredCase(NamedTuple):
    """A case as it stands: `document` is a case file in JSON."""

    id: str
    title: str
    revision: int
    document: str
    updated_at: str
    archived: bool = False


class Revision(NamedTuple):
    """One state of a case: when, by whom, how, and the whole document."""

    number: int
    at: str
    actor: str
    kind: Kind
    document: str


class NoSuchCaseError(LookupError):
    """No case with that id."""


class ChangedMeanwhileError(Exception):
    """A case that somebody else has written since it was read; carries it as it stands now."""

    def __init__(self, current: StoredCase) -> None:
        super().__init__(f"{current.id}: now at revision {current.revision}")
        self.current = current


class Change(NamedTuple):
    """A new document for a case, with who wrote it, when (UTC, ISO 8601) and how."""

    title: str
    document: str
    actor: str
    at: str
    kind: Kind


def create_case(connection: Connection, change: Change, case_id: str = "") -> StoredCase:
    """Keep a new case as its first revision."""
    case_id = case_id or uuid4().hex
    stored = StoredCase(case_id, change.title, 1, change.document, change.at)
    connection.execute(insert(CASES).values(**stored._asdict()))
    _keep_revision(connection, stored, change)
    return stored


def save_case(connection: Connection, case_id: str, base: int, change: Change) -> StoredCase:
    """Keep a change that was made on revision `base`.

    Raises `NoSuchCaseError`, and `ChangedMeanwhileError` where `base` is no longer the newest.
    """
    written = {"title": change.title, "document": change.document, "updated_at": change.at}
    done = connection.execute(
        update(CASES)
        .where(CASES.c.id == case_id, CASES.c.revision == base)
        .values(revision=base + 1, **written)
    )
    stored = read_case(connection, case_id)
    if done.rowcount != 1:
        raise ChangedMeanwhileError(stored)
    _keep_revision(connection, stored, change)
    return stored


def read_case(connection: Connection, case_id: str) -> StoredCase:
    """Return a case as it stands. Raises `NoSuchCaseError`."""
    columns = [CASES.c[name] for name in StoredCase._fields]
    row = connection.execute(select(*columns).where(CASES.c.id == case_id)).first()
    if row is None:
        raise NoSuchCaseError(case_id)
    return StoredCase(*row)


def list_cases(connection: Connection, archived: bool = False) -> list[StoredCase]:
    """Return all cases, the latest written first."""
    columns = [CASES.c[name] for name in StoredCase._fields]
    chosen = select(*columns).where(CASES.c.archived.is_(archived))
    ordered = chosen.order_by(CASES.c.updated_at.desc(), CASES.c.id)
    return [StoredCase(*row) for row in connection.execute(ordered)]


def archive_case(connection: Connection, case_id: str, archived: bool = True) -> None:
    """Put a case out of the list, or back. Raises `NoSuchCaseError`."""
    chosen = update(CASES).where(CASES.c.id == case_id).values(archived=archived)
    if connection.execute(chosen).rowcount != 1:
        raise NoSuchCaseError(case_id)


def revisions(connection: Connection, case_id: str) -> list[Revision]:
    """Return the states of a case, the latest first."""
    table = REVISIONS.c
    rows = connection.execute(
        select(table.revision, table.at, table.actor, table.kind, table.document)
        .where(table.case_id == case_id)
        .order_by(table.revision.desc())
    )
    return [Revision(row[0], row[1], row[2], Kind(row[3]), row[4]) for row in rows]


def revision(connection: Connection, case_id: str, number: int) -> Revision:
    """Return one state of a case. Raises `NoSuchCaseError`."""
    for found in revisions(connection, case_id):
        if found.number == number:
            return found
    raise NoSuchCaseError(f"{case_id} revision {number}")


def _keep_revision(connection: Connection, stored: StoredCase, change: Change) -> None:
    connection.execute(
        insert(REVISIONS).values(
            case_id=stored.id,
            revision=stored.revision,
            at=change.at,
            actor=change.actor,
            kind=change.kind.value,
            document=change.document,
        )
    )
