"""Where the database of a workbench is, unless somebody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

FILE = "ariane.db"


def default_folder() -> Path:
    """Return where the embedded database is kept."""
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base else Path.home() / ".local" / "share") / "ariane"


def address_of(database: str, data: Path | None) -> str:
    """Return the address of the database: the one given, else SQLite in a folder."""
    return database or sqlite_address(data or default_folder())


def sqlite_address(folder: Path) -> str:
    """Return the address of the embedded database in a folder."""
    return f"sqlite:///{folder / FILE}"
