"""A database put in a file while it runs, and put back: SQLite online, PostgreSQL by its tools."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

SQLITE_HEAD, POSTGRES_HEAD = b"SQLite format 3\x00", b"PGDMP"
_PASSED = {"username": "PGUSER", "password": "PGPASSWORD"}


class Obstacle(StrEnum):
    """What keeps a backup from being made or put back."""

    NOT_AN_ADDRESS = "not-an-address"
    NO_DATABASE = "no-database"
    IN_MEMORY = "in-memory"
    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "damaged"
    NOT_EMPTY = "not-empty"
    NOT_INSTALLED = "not-installed"
    TOOL_FAILED = "tool-failed"


class BackupError(Exception):
    """A backup that could not be made or put back; nothing was changed.

    `about` is the file, database or tool that it is about, with what that said.
    """

    def __init__(self, obstacle: Obstacle, about: str | Path) -> None:
        super().__init__(f"{obstacle.value}: {about}")
        self.obstacle = obstacle
        self.about = about


def back_up(address: str, path: Path) -> None:
    """Write a database to a file, whole or not at all, while others use it.

    Raises `BackupError`.
    """
    url = _url(address)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    made = Path(name)
    try:
        if url.get_backend_name() == "sqlite":
            _copy_sqlite(_sqlite_path(url), made)
        else:
            _run(url, ["pg_dump", "--format=custom", "--no-owner", f"--file={made}"])
        with made.open("rb+") as stream:
            os.fsync(stream.fileno())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def restore(path: Path, address: str, *, replace: bool = False) -> None:
    """Put a backup into a database, in one step.

    Raises `BackupError` for a file that is damaged or not a backup of that kind of database, and
    for a database that holds tables, unless it is to be replaced.
    """
    url = _url(address)
    sqlite = url.get_backend_name() == "sqlite"
    with path.open("rb") as stream:
        head = stream.read(len(SQLITE_HEAD))
    if not head.startswith(SQLITE_HEAD if sqlite else POSTGRES_HEAD):
        raise BackupError(Obstacle.NOT_A_BACKUP, f"{path}, {url.get_backend_name()}")
    if sqlite:
        _restore_sqlite(path, _sqlite_path(url), replace)
    else:
        _restore_postgres(path, url, replace)


def _restore_sqlite(path: Path, target: Path, replace: bool) -> None:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as source:
        _check_sqlite(source, path)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(sqlite3.connect(target)) as database:
            if not replace and _tables(database):
                raise BackupError(Obstacle.NOT_EMPTY, target)
            source.backup(database)


def _restore_postgres(path: Path, url: URL, replace: bool) -> None:
    """Restore in one transaction, after an emptied schema where the database is replaced."""
    count = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    held = _run(url, ["psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={count}"])
    if int(held) and not replace:
        raise BackupError(Obstacle.NOT_EMPTY, str(url.database))
    again = ["--clean", "--if-exists"] if replace else []
    options = ["--no-owner", "--exit-on-error", "--single-transaction", *again]
    _run(url, ["pg_restore", *options, f"--dbname={url.database}", str(path)])


def _copy_sqlite(source: Path, made: Path) -> None:
    if not source.is_file():
        raise BackupError(Obstacle.NO_DATABASE, source)
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as database,
            closing(sqlite3.connect(made)) as copy,
        ):
            database.backup(copy)
            _check_sqlite(copy, made)
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise BackupError(Obstacle.TOOL_FAILED, f"{source}, {error}") from None


def _check_sqlite(database: sqlite3.Connection, path: Path) -> None:
    try:
        (said,) = database.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise BackupError(Obstacle.DAMAGED, f"{path}, {error}") from None
    if said != "ok" or "alembic_version" not in _tables(database):
        raise BackupError(Obstacle.DAMAGED, path)


def _tables(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM sqlite_master")}


def _sqlite_path(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise BackupError(Obstacle.IN_MEMORY, str(url))
    return Path(url.database)


def _run(url: URL, command: Sequence[str]) -> str:
    """Run a tool of PostgreSQL; the address reaches it by its environment, not by its arguments."""
    given = {_PASSED[name]: getattr(url, name) for name in _PASSED}
    given |= {"PGDATABASE": url.database, "PGHOST": url.query.get("host") or url.host}
    given["PGPORT"] = url.query.get("port") or url.port
    environment = {name: str(value) for name, value in given.items() if value}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed tool, no shell
            command, env=os.environ | environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise BackupError(Obstacle.NOT_INSTALLED, command[0]) from None
    if done.returncode:
        raise BackupError(Obstacle.TOOL_FAILED, f"{command[0]}, {done.stderr.strip()}")
    return done.stdout


def _url(address: str) -> URL:
    try:
        return make_url(address)
    except ArgumentError:
        raise BackupError(Obstacle.NOT_AN_ADDRESS, repr(address)) from None
