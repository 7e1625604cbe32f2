"""One database by its address: SQLite in a file by default, PostgreSQL for a hospital."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from ariane.store.migrating import migrate

SECONDS_TO_WAIT = 5
"""For another process that writes, before a write is given up."""
SECONDS_TO_QUEUE = 15
"""For the other writers of this process."""


class DatabaseError(Exception):
    """A database that cannot be used: what its driver says, and its address without password."""


class Database:
    """An open database whose tables are up to date."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._writer = Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection whose work leaves no trace."""
        with self._working("BEGIN") as connection:
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose work is kept whole, or not at all where an error leaves it.

        SQLite takes its only writer's place at the start: two writers never meet half-way. Within
        one process they queue, since SQLite itself lets whoever happens to ask at the right moment
        go first.
        """
        with self._turn(), self._working("BEGIN IMMEDIATE") as connection:
            yield connection
            connection.commit()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.is_sqlite:
            yield
            return
        if not self._writer.acquire(timeout=SECONDS_TO_QUEUE):
            raise DatabaseError(f"{self.engine.url}: too many writers")
        try:
            yield
        finally:
            self._writer.release()

    @contextmanager
    def _working(self, sqlite_begin: str) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                if self.is_sqlite:
                    connection.execute(text(sqlite_begin))
                yield connection
        except DBAPIError as error:
            raise _unusable(self.engine.url, error) from error

    def forget(self) -> None:
        """Leave no trace of what was erased in SQLite's own files; PostgreSQL sees to it itself.

        While somebody reads, the last of it goes with the next write-ahead log.
        """
        if self.is_sqlite:
            with self.engine.connect() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def open_database(address: str) -> Database:
    """Open a database by its URL and bring its tables up to date. Raises `DatabaseError`.

    The folder of a new SQLite file is made, for its owner's eyes only.
    """
    database = _connected(address)
    file = _sqlite_file(database.engine.url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        migrate(database.engine)
    except (SQLAlchemyError, CommandError, ModuleNotFoundError) as error:
        database.close()
        raise _unusable(database.engine.url, error) from None
    return database


def open_as_it_is(address: str) -> Database:
    """Open a database that is there already, and change nothing in it. Raises `DatabaseError`."""
    database = _connected(address)
    file = _sqlite_file(database.engine.url)
    if file is not None and not file.exists():
        raise DatabaseError(f"{file}: no such file")
    return database


def _connected(address: str) -> Database:
    try:
        url = make_url(address)
    except ArgumentError:
        raise DatabaseError(f"{address!r}: not the address of a database") from None
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except (ModuleNotFoundError, SQLAlchemyError) as error:
        raise _unusable(url, error) from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return Database(engine)


def _sqlite_file(url: URL) -> Path | None:
    is_file = url.drivername.startswith("sqlite") and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if is_file else None


def _unusable(url: URL, error: Exception) -> DatabaseError:
    said = str(getattr(error, "orig", None) or error).strip()
    return DatabaseError(f"{url.render_as_string(hide_password=True)}: {said}")


def _prepare_sqlite(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        f"busy_timeout = {SECONDS_TO_WAIT * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
