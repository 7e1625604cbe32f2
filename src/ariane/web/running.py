"""Run the workbench until it is stopped."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from ariane.store.database import open_database, sqlite_address
from ariane.web.app import create_app
from ariane.web.settings import Settings

KEEP_ALIVE_SECONDS = 15
BACKLOG = 256


def default_folder() -> Path:
    """Return where the embedded database is kept unless somebody says otherwise."""
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base else Path.home() / ".local" / "share") / "ariane"


def address_of(database: str, data: Path | None) -> str:
    """Return the address of the database: the one given, else SQLite in a folder."""
    return database or sqlite_address(data or default_folder())


def run(settings: Settings) -> None:
    """Serve until stopped. Raises `DatabaseError` before anything listens.

    A command lives for a moment and collects no garbage; a server has to.
    """
    import uvicorn

    gc.enable()
    open_database(settings.database).close()
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        limit_concurrency=settings.concurrent * 8,
        backlog=BACKLOG,
    )
