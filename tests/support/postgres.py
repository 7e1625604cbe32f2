"""A real PostgreSQL of Debian's packages: a cluster of its own, gone at the end of the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import SystemRandom
from tempfile import mkdtemp
from typing import Any

import pytest
from sqlalchemy import create_engine, text

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"
NAMES = ("initdb", "pg_ctl")


class Cluster:
    """A running server that only a Unix socket in its own folder leads to."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self._numbers = count(1)

    def address(self, name: str) -> str:
        return f"postgresql://{ACCOUNT}@/{name}?host={self.folder}&port={self.port}"

    def new_database(self) -> str:
        """Make an empty database; return its address."""
        name = f"ariane{next(self._numbers)}"
        engine = create_engine(
            self.address("postgres").replace("postgresql:", "postgresql+psycopg:"),
            isolation_level="AUTOCOMMIT",
        )
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.address(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with running_cluster(binaries) as cluster:
        yield cluster


@contextmanager
def running_cluster(binaries: Path) -> Iterator[Cluster]:
    """Start a cluster; stop it and take it away afterwards."""
    folder = Path(mkdtemp(prefix="ariane-pg-", dir="/tmp"))
    data, port = folder / "data", SystemRandom().randrange(20000, 60000)
    if os.geteuid() == 0:
        shutil.chown(folder, ACCOUNT, ACCOUNT)
    settings = f"-k {folder} -p {port} -c listen_addresses='' -c fsync=off -c max_connections=40"
    control = [binaries / "pg_ctl", "-D", data, "-w", "-t", "60"]
    try:
        _run(
            folder,
            binaries / "initdb",
            "-D",
            data,
            "-U",
            ACCOUNT,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
        )
        _run(folder, *control, "-o", settings, "-l", folder / "log", "start")
        try:
            yield Cluster(folder, port)
        finally:
            _run(folder, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, *words: Any) -> None:
    """Run a program of PostgreSQL; as root, in the place of its own account."""
    as_account: dict[str, Any] = {}
    if os.geteuid() == 0:
        as_account = {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []}
    subprocess.run(
        [str(word) for word in words],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        **as_account,
    )


def _binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL that is installed."""
    versions = sorted(DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name))
    on_path = shutil.which(NAMES[0])
    folders = [*reversed(versions), *([Path(on_path).parent] if on_path else [])]
    return next((f for f in folders if all((f / name).exists() for name in NAMES)), None)
