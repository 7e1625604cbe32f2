"""The audit log: every read and write of a case, in a chain that shows any tampering.

Each entry has a record (who, what, when, on which case, with a random salt), the hash of that
record, and a chain hash over the previous chain hash and the record's. The law may ask for a record
to be erased: the hashes stay, and the chain still holds.
"""

from __future__ import annotations

import json
from hashlib import sha256
from secrets import token_hex
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from ariane.store.tables import AUDIT

GENESIS = "0" * 64
LOCK = 0x41524941
"""A number of our own for PostgreSQL's advisory lock."""


class AuditEntry(NamedTuple):
    """One line of the log; `record` is empty where it has been erased."""

    number: int
    record: dict[str, str]
    record_hash: str
    chain_hash: str


class Broken(NamedTuple):
    """The first place at which the log is not what was written: `gap`, `record` or `chain`."""

    number: int
    what: str


def append(connection: Connection, **record: str) -> None:
    """Write one entry at the end of the log; on PostgreSQL one writer after the other."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    last = connection.execute(
        select(AUDIT.c.number, AUDIT.c.chain_hash).order_by(AUDIT.c.number.desc()).limit(1)
    ).first()
    number, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    text = json.dumps(record | {"salt": token_hex(16)}, ensure_ascii=False, sort_keys=True)
    hashed = _hash(text)
    connection.execute(
        insert(AUDIT).values(
            number=number,
            record=text,
            record_hash=hashed,
            chain_hash=_hash(f"{number}:{previous}:{hashed}"),
        )
    )


def verify(connection: Connection) -> tuple[int, Broken | None]:
    """Return how many entries were read, and the first that is not what was written."""
    previous, expected = GENESIS, 1
    for number, record, record_hash, chain_hash in connection.execute(
        select(AUDIT.c.number, AUDIT.c.record, AUDIT.c.record_hash, AUDIT.c.chain_hash).order_by(
            AUDIT.c.number
        )
    ):
        if number != expected:
            return expected - 1, Broken(expected, "gap")
        if record is not None and _hash(record) != record_hash:
            return expected - 1, Broken(number, "record")
        if _hash(f"{number}:{previous}:{record_hash}") != chain_hash:
            return expected - 1, Broken(number, "chain")
        previous, expected = chain_hash, expected + 1
    return expected - 1, None


def entries(connection: Connection, limit: int = 200, case_id: str = "") -> list[AuditEntry]:
    """Return the latest entries, those of one case where it is named."""
    found = []
    for number, record, record_hash, chain_hash in connection.execute(
        select(AUDIT).order_by(AUDIT.c.number.desc())
    ):
        read = json.loads(record) if record is not None else {}
        if not case_id or read.get("case") == case_id:
            found.append(AuditEntry(number, read, record_hash, chain_hash))
        if len(found) == limit:
            break
    return found


def erase(connection: Connection, case_id: str) -> int:
    """Erase the records about one case, as the law may ask; the chain still holds."""
    about = [entry.number for entry in entries(connection, _count(connection), case_id)]
    connection.execute(update(AUDIT).where(AUDIT.c.number.in_(about)).values(record=None))
    return len(about)


def _count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(AUDIT)).scalar_one())


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
