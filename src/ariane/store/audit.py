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


class Verdict(NamedTuple):
    """What a reading of the whole log finds.

    `intact` entries are as they were written, `erased` of them without their record; `head` is the
    chain hash of the last of these. Entries cut off the end leave no trace in the log itself: only
    a head that was noted elsewhere shows them.
    """

    intact: int
    erased: int
    head: str
    broken: Broken | None


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


def verify(connection: Connection) -> Verdict:
    """Read the whole log and follow its chain, up to the first entry that is not as written."""
    previous, count, erased = GENESIS, 0, 0
    for number, record, record_hash, chain_hash in connection.execute(
        select(AUDIT.c.number, AUDIT.c.record, AUDIT.c.record_hash, AUDIT.c.chain_hash).order_by(
            AUDIT.c.number
        )
    ):
        broken = _broken(count + 1, previous, (number, record, record_hash, chain_hash))
        if broken:
            return Verdict(count, erased, previous, broken)
        previous, count, erased = chain_hash, count + 1, erased + (record is None)
    return Verdict(count, erased, previous, None)


def _broken(expected: int, previous: str, row: tuple[int, str | None, str, str]) -> Broken | None:
    number, record, record_hash, chain_hash = row
    if number != expected:
        return Broken(expected, "gap")
    if record is not None and _hash(record) != record_hash:
        return Broken(number, "record")
    if _hash(f"{number}:{previous}:{record_hash}") != chain_hash:
        return Broken(number, "chain")
    return None


def entries(connection: Connection, limit: int = 200, case_id: str = "") -> list[AuditEntry]:
    """Return the latest entries, those of one case where it is named."""
    found: list[AuditEntry] = []
    chosen = select(AUDIT).order_by(AUDIT.c.number.desc())
    for number, record, record_hash, chain_hash in connection.execute(
        chosen if case_id else chosen.limit(limit)
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
