"""A database to test on: SQLite and PostgreSQL, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ariane.store.database import Database, open_database
from ariane.store.location import sqlite_address
from support.postgres import postgres

__all__ = ["address", "database", "new_address", "postgres"]


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """Return the addresses of two new databases without tables."""
    if request.param == "sqlite":
        return [sqlite_address(tmp_path / name) for name in ("data", "other")]
    cluster = request.getfixturevalue("postgres")
    return [cluster.new_database() for _ in range(2)]


@pytest.fixture
def address(new_address: list[str]) -> str:
    """Return the address of a new database without tables."""
    return new_address[0]


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = open_database(address)
    yield opened
    opened.close()
