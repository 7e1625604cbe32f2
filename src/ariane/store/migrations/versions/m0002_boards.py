"""Referrals, their events, sessions, agendas, attendance and decisions; history that only grows."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("decisions", "attendance", "agenda", "sessions", "referral_events", "referrals")
KEPT = {
    "referral_events": ("referral_id", "number", "happened", "record_hash", "chain_hash"),
    "decisions": ("referral_id", "session_id", "number", "record_hash"),
}
"""Columns that nothing may change; `record` may only be emptied."""


def upgrade() -> None:
    """Make the tables, and the triggers that keep history as it was."""
    op.create_table(
        "referrals",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("case_id", sa.String(32), nullable=True),
        sa.Column("board", sa.String(16), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_day", sa.String(10), nullable=True),
        sa.Column("since", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_referrals"),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_referrals_case_id", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_referrals_board", "referrals", ["board", "state", "since"])
    op.create_index("ix_referrals_case_id", "referrals", ["case_id"])
    op.create_table(
        "referral_events",
        sa.Column("referral_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("happened", sa.String(32), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("record_hash", sa.String(64), nullable=False),
        sa.Column("chain_hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("referral_id", "number", name="pk_referral_events"),
        _to("referrals", "referral_id", "referral_events"),
    )
    _create_sessions()
    for table, columns in KEPT.items():
        _keep(table, columns)


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("board", sa.String(16), nullable=False),
        sa.Column("start", sa.String(40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("required", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_start", "sessions", ["start"])
    op.create_table(
        "agenda",
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("referral_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(16), nullable=False),
        sa.Column("presenter", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "referral_id", name="pk_agenda"),
        _to("sessions", "session_id", "agenda"),
        _to("referrals", "referral_id", "agenda"),
    )
    op.create_table(
        "attendance",
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_physician", sa.Boolean(), nullable=False),
        sa.Column("speciality", sa.String(200), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("knows", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "name", name="pk_attendance"),
        _to("sessions", "session_id", "attendance"),
    )
    op.create_table(
        "decisions",
        sa.Column("referral_id", sa.String(32), nullable=False),
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("record_hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("referral_id", "session_id", "number", name="pk_decisions"),
        _to("referrals", "referral_id", "decisions"),
        _to("sessions", "session_id", "decisions"),
    )


def _to(table: str, column: str, source: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_{source}_{column}")


def _keep(table: str, columns: tuple[str, ...]) -> None:
    """Refuse to delete a row, to change what is kept, and to write a record anew."""
    changed = " OR ".join(f"NEW.{name} <> OLD.{name}" for name in columns)
    changed += " OR NEW.record IS NOT NULL"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table} WHEN {changed} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: history cannot be altered'); END"
        )
        op.execute(
            f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: history cannot be altered'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '{table}: history cannot be altered'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table} FOR EACH ROW "
        f"WHEN ({changed}) EXECUTE FUNCTION {table}_refuse()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION {table}_refuse()"
    )


def downgrade() -> None:
    """Take them away."""
    for table in TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for table in KEPT:
            op.execute(f"DROP FUNCTION {table}_refuse()")
