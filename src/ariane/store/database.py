"""One database by its address: SQLite in a file by default, PostgreSQL for a hospital."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from ariane.store.migrating import migrate

FILE = "ariane.db"
SECONDS_TO_WAIT = 5
"""For another writer, before a write is given up."""


class DatabaseError(Exception):
    """A database that cannot be used: what its driver says, and its address without password."""


class Database:
    """An open database whose tables are up to date."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose work is kept whole, or not at all where an error leaves it.

        SQLite takes its only writer's place at the start: two writers never meet half-way.
        """
        with self.engine.connect() as connection:
            if self.is_sqlite:
                connection.execute(text("BEGIN IMMEDIATE"))
            else:
                connection.begin()
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def open_database(address: str) -> Database:
    """Open a database by its URL and bring its tables up to date. Raises `DatabaseError`."""
    try:
        url = make_url(address)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        engine = create_engine(url, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
        migrate(engine)
    except ArgumentError:
        raise DatabaseError(f"{address!r}: not the address of a database") from None
    except (OperationalError, ModuleNotFoundError) as error:
        said = str(getattr(error, "orig", None) or error).strip()
        raise DatabaseError(f"{url.render_as_string(hide_password=True)}: {said}") from None
    return Database(engine)


def sqlite_address(folder: Path) -> str:
    """Return the address of the embedded database in a folder, which is made where missing."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return f"sqlite:///{folder / FILE}"


def _prepare_sqlite(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {SECONDS_TO_WAIT * 1000}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
