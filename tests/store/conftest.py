"""Each test of the store runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from ariane.store.database import Database, open_database
from support.postgres import binaries, running_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The folder of the socket of a running server."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with running_server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def new_address(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[str]]:
    """Two addresses of empty databases."""
    names = [f"ariane_{uuid4().hex}" for _ in range(2)]
    if kind == "sqlite":
        yield [f"sqlite:///{tmp_path / name}.db" for name in names]
        return
    folder = request.getfixturevalue("postgres")
    base = f"postgresql+psycopg://postgres@/{{}}?host={folder}"
    engine = create_engine(base.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in names:
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    yield [base.format(name) for name in names]


@pytest.fixture
def address(new_address: list[str]) -> str:
    return new_address[0]


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = open_database(address)
    yield opened
    opened.close()
