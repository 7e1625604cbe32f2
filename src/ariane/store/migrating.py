"""Bring a database to the newest form of the tables, step by step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

FOLDER = Path(__file__).parent / "migrations"
LOCK = 0x41524942
"""A number of our own for PostgreSQL's advisory lock."""


def migrate(engine: Engine) -> None:
    """Run the migrations that a database has not seen yet: all of them, or none.

    One process after the other: who comes second finds the work done.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    lock = "BEGIN IMMEDIATE" if is_sqlite else f"SELECT pg_advisory_xact_lock({LOCK})"
    with engine.begin() as connection:
        connection.execute(text(lock))
        command.upgrade(configuration(connection), "head")


def configuration(connection: object) -> Config:
    """Return the settings of Alembic for one connection."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.attributes["connection"] = connection
    return settings
