"""The history of a referral: whether it is what was written, and its erasure by law."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from ariane.board.boards import Board
from ariane.board.referral import state_after
from ariane.board.steps import Happened
from ariane.store.audit import GENESIS, Broken
from ariane.store.board_tables import DECISIONS, REFERRAL_EVENTS, REFERRALS
from ariane.store.chain import chained, digest
from ariane.store.referrals import NoSuchReferralError, list_referrals


def verify_referral(connection: Connection, referral_id: str) -> Broken | None:
    """Return the first place where a history is not what was written; nothing where it is whole.

    Erased records count as whole: their hashes stand. `step`: the table has no such step.
    """
    table = REFERRAL_EVENTS.c
    rows = connection.execute(
        select(table.number, table.happened, table.record, table.record_hash, table.chain_hash)
        .where(table.referral_id == referral_id)
        .order_by(table.number)
    ).all()
    previous = GENESIS
    for expected, (number, happened, record, record_hash, chain_hash) in enumerate(rows, 1):
        if number != expected:
            return Broken(expected, "gap")
        if record is not None and digest(record) != record_hash:
            return Broken(number, "record")
        if chained(referral_id, number, happened, previous, record_hash) != chain_hash:
            return Broken(number, "chain")
        previous = chain_hash
    return _against_its_head(connection, referral_id, [Happened(row[1]) for row in rows])


def erase_referrals(connection: Connection, case_id: str) -> int:
    """Erase what referrals and decisions of a case say, as the law may ask; hashes stay.

    To be called before the case itself goes: afterwards nothing tells whose they were.
    """
    ids = [line.id for line in list_referrals(connection, case_id=case_id)]
    for table in (REFERRAL_EVENTS, DECISIONS):
        connection.execute(update(table).where(table.c.referral_id.in_(ids)).values(record=None))
    connection.execute(update(REFERRALS).where(REFERRALS.c.id.in_(ids)).values(case_id=None))
    return len(ids)


def _against_its_head(
    connection: Connection, referral_id: str, history: list[Happened]
) -> Broken | None:
    """Hold the row of a referral against its history: state and number of events."""
    head = connection.execute(
        select(REFERRALS.c.board, REFERRALS.c.state, REFERRALS.c.version).where(
            REFERRALS.c.id == referral_id
        )
    ).first()
    if head is None:
        raise NoSuchReferralError(referral_id)
    board, state, version = head
    if version != len(history):
        return Broken(len(history) + 1, "gap")
    try:
        reached = state_after(Board(board), tuple(history))
    except ValueError:
        return Broken(len(history), "step")
    return None if reached.value == state else Broken(len(history), "state")
