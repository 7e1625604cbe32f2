"""Run the workbench until it is stopped."""

from __future__ import annotations

import gc

from ariane.store.database import open_database
from ariane.web.app import create_app
from ariane.web.settings import Settings

KEEP_ALIVE_SECONDS = 15
BACKLOG = 256


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
