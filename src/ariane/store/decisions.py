"""Decisions as they are kept: every one that was saved, the last in force, none overwritten."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from ariane.board.decision import (
    Decision,
    Difference,
    Fault,
    Reason,
    Unanswered,
    faults,
    freeze,
    session_faults,
)
from ariane.board.session import Quorum, quorum
from ariane.store.board_tables import DECISIONS
from ariane.store.chain import digest, sealed
from ariane.store.sessions import read_session


class FaultyDecisionError(ValueError):
    """A decision that cannot be kept as it is, with everything that is wrong with it.

    `quorum` is what the attendance of its session came to.
    """

    def __init__(self, found: tuple[Fault, ...], counted: Quorum) -> None:
        super().__init__(", ".join(f"{fault.what} {fault.about}".strip() for fault in found))
        self.faults = found
        self.quorum = counted


class DecisionChangedError(Exception):
    """A decision that somebody else has saved meanwhile."""


def record_decision(connection: Connection, decision: Decision, base: int) -> int:
    """Keep a decision after the `base` that were there; return its number.

    The quorum that is kept with it is counted here, from the attendance of its session. Raises
    `NoSuchSessionError`, `FaultyDecisionError`, and `DecisionChangedError` where there are more by
    now.
    """
    session = read_session(connection, decision.session_id, hold=True)
    counted = quorum(session.present, session.rule)
    decision = decision._replace(quorum=counted)
    if found := (*faults(decision), *session_faults(decision, session.agenda)):
        raise FaultyDecisionError(found, counted)
    if decision_count(connection, decision.referral_id, decision.session_id) != base:
        raise DecisionChangedError(decision.referral_id)
    text, hashed = sealed(_record(decision))
    row = {"referral_id": decision.referral_id, "session_id": decision.session_id}
    kept = insert(DECISIONS).values(**row, number=base + 1, record=text, record_hash=hashed)
    try:
        connection.execute(kept)
    except IntegrityError as error:
        raise DecisionChangedError(decision.referral_id) from error
    return base + 1


def decision_count(connection: Connection, referral_id: str, session_id: str) -> int:
    """Return how often a decision of one session on one referral has been saved."""
    counted = select(func.count()).where(
        DECISIONS.c.referral_id == referral_id, DECISIONS.c.session_id == session_id
    )
    return int(connection.execute(counted).scalar_one())


def decisions_in_force(
    connection: Connection, referral_id: str = "", session_id: str = ""
) -> list[Decision]:
    """Return the last decision of each session on each referral, by date; erased ones are not."""
    chosen = select(DECISIONS).order_by(DECISIONS.c.number)
    if referral_id:
        chosen = chosen.where(DECISIONS.c.referral_id == referral_id)
    if session_id:
        chosen = chosen.where(DECISIONS.c.session_id == session_id)
    last = {(row.referral_id, row.session_id): row for row in connection.execute(chosen)}
    found = [_decision(row) for row in last.values() if row.record is not None]
    return sorted(found, key=lambda decision: (decision.at, decision.referral_id))


def altered_decisions(connection: Connection) -> list[tuple[str, str, int]]:
    """Return referral, session and number of decisions that are no longer what was written."""
    return [
        (row.referral_id, row.session_id, row.number)
        for row in connection.execute(select(DECISIONS))
        if row.record is not None and digest(row.record) != row.record_hash
    ]


def _record(decision: Decision) -> dict[str, Any]:
    return {
        "at": decision.at.isoformat(),
        "signed_by": decision.signed_by,
        "text": decision.text,
        "consultation": decision.consultation.document,
        "differences": [[d.statement, d.reason.value, d.text] for d in decision.differences],
        "unanswered": [list(found) for found in decision.unanswered],
        "quorum": list(decision.quorum) if decision.quorum else None,
        "without_quorum": decision.without_quorum,
    }


def _decision(row: Any) -> Decision:
    said = json.loads(row.record)
    return Decision(
        row.referral_id,
        row.session_id,
        datetime.fromisoformat(said["at"]),
        said["signed_by"],
        said["text"],
        freeze(said["consultation"]),
        tuple(Difference(name, Reason(reason), text) for name, reason, text in said["differences"]),
        tuple(Unanswered(*found) for found in said["unanswered"]),
        _quorum(said.get("quorum")),
        said.get("without_quorum", ""),
    )


def _quorum(said: list[Any] | None) -> Quorum | None:
    """Return the quorum of a record; decisions were once kept without one."""
    if said is None:
        return None
    specialities, lacking, absent, uncounted = said
    return Quorum(tuple(specialities), lacking, tuple(absent), tuple(uncounted))
