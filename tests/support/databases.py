"""A database to test on: SQLite and PostgreSQL, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ariane.store.database import Database, open_database
from ariane.store.location import sqlite_address
from support.postgres import postgres

__all__ = ["address", "database", "postgres"]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a new database without tables."""
    if request.param == "sqlite":
        return sqlite_address(tmp_path / "data")
    found: str = request.getfixturevalue("postgres").new_database()
    return found


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = open_database(address)
    yield opened
    opened.close()
