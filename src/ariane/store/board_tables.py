"""Tables of the boards: referrals and their history, sessions, agendas, attendance, decisions.

What is personal stands in the `record` columns and in the agenda and attendance of a session; what
a record said is still vouched for, once erased, by its hash.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from ariane.store.tables import METADATA

REFERRALS = Table(
    "referrals",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("case_id", String(32), ForeignKey("cases.id", ondelete="SET NULL"), nullable=True),
    Column("board", String(16), nullable=False),
    Column("state", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("session_day", String(10), nullable=True),
    Column("since", String(40), nullable=False),
    Index("ix_referrals_board", "board", "state", "since"),
    Index("ix_referrals_case_id", "case_id"),
)
"""One row a referral. State, session and `since` follow from the events and are kept for lists;
`version` counts the events. `case_id` is empty once the case has been erased."""

REFERRAL_EVENTS = Table(
    "referral_events",
    METADATA,
    Column("referral_id", String(32), ForeignKey("referrals.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("happened", String(32), nullable=False),
    Column("record", Text, nullable=True),
    Column("record_hash", String(64), nullable=False),
    Column("chain_hash", String(64), nullable=False),
)
"""Every step, only ever added to: triggers refuse any change but the erasure of a record."""

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("board", String(16), nullable=False),
    Column("start", String(40), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("quorum", Integer, nullable=False),
    Column("required", Text, nullable=False),
)
"""One row a session; `quorum` and `required` (JSON) are the rule in force when it was made."""

AGENDA = Table(
    "agenda",
    METADATA,
    Column("session_id", String(32), ForeignKey("sessions.id"), primary_key=True),
    Column("referral_id", String(32), ForeignKey("referrals.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("meeting", String(16), nullable=False),
    Column("presenter", String(200), nullable=False),
)
"""Which referrals a session discusses, in which order."""

ATTENDANCE = Table(
    "attendance",
    METADATA,
    Column("session_id", String(32), ForeignKey("sessions.id"), primary_key=True),
    Column("name", String(200), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("is_physician", Boolean, nullable=False),
    Column("speciality", String(200), nullable=False),
    Column("remote", Boolean, nullable=False),
    Column("knows", Text, nullable=False),
)
"""Who was there; `knows` (JSON) are the referrals whose case this person knows."""

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("referral_id", String(32), ForeignKey("referrals.id"), primary_key=True),
    Column("session_id", String(32), ForeignKey("sessions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=True),
    Column("record_hash", String(64), nullable=False),
)
"""Every decision as it was saved, the last one in force; earlier ones stay."""
