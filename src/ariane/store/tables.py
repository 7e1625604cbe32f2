"""The tables. The same on SQLite and PostgreSQL; JSON is kept as text, byte for byte."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)

CASES = Table(
    "cases",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("title", String(200), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("updated_at", String(32), nullable=False, index=True),
    Column("archived", Boolean, nullable=False, default=False),
)
"""One row a case: its present document (`ariane-case/1` as JSON) and the number of its revision."""

REVISIONS = Table(
    "revisions",
    METADATA,
    Column("case_id", String(32), ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("document", Text, nullable=False),
)
"""Every state that a case ever had: when, by whom, how, and the whole document."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=True),
    Column("record_hash", String(64), nullable=False),
    Column("chain_hash", String(64), nullable=False),
)
"""Every read and write. The chain runs over hashes alone: an erased record does not break it."""
