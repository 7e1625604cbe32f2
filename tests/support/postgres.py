"""A real PostgreSQL for tests: started in a temporary folder, on a socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "postgres"


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs, nothing where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server that listens on a socket alone; give the folder of the socket."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="ariane-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        _run(programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", USER, "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        log = folder / "log"
        control = programs / "pg_ctl"
        _run(control, "-D", folder / "data", "-o", options, "-l", log, "-w", "start")
        try:
            yield name
        finally:
            _run(control, "-D", folder / "data", "-m", "immediate", "-w", "stop")


def _run(*command: str | Path) -> None:
    """Run a program as the user that PostgreSQL insists on: never root."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", USER, "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")
