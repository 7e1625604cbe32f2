"""Bring a database to the newest form of the tables, step by step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Run the migrations that a database has not seen yet."""
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")


def configuration(connection: object) -> Config:
    """Return the settings of Alembic for one connection."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.attributes["connection"] = connection
    return settings
