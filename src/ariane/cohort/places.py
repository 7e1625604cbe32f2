"""Where a table lies: a file, a table of a DuckDB file, a table of a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

SCHEMES = ("postgresql://", "postgres://")
DUCKDB = ".duckdb"


class DuckDbTable(NamedTuple):
    """A table of a DuckDB file: `file.duckdb#table`, or `#schema.table`."""

    database: Path
    table: str

    def name(self, quoted: Callable[[str], str]) -> str:
        """Return the name of the table in SQL."""
        return ".".join(map(quoted, self.table.split(".")))

    def __str__(self) -> str:
        return f"{self.database}#{self.table}"


class PostgreSqlTable(NamedTuple):
    """A table of a PostgreSQL database: `postgresql://…#schema.table`."""

    address: str
    table: str

    def name(self, quoted: Callable[[str], str]) -> str:
        """Return the name of the table in SQL."""
        return ".".join(map(quoted, self.table.split(".")))

    def __str__(self) -> str:
        return self.without_secrets(f"{self.address}#{self.table}")

    def without_secrets(self, text: str) -> str:
        """Return a message without the password of the address."""
        given = self.address.partition("://")[2].partition("@")[0].partition(":")[2]
        asked = urlsplit(self.address).query.split("&")
        words = [given, *(word.partition("=")[2] for word in asked if "password" in word)]
        for word in sorted({*words, *map(unquote, words)}, key=len, reverse=True):
            text = text.replace(word, "…") if word else text
        return text


Place = Path | DuckDbTable | PostgreSqlTable


def place_of(text: str) -> Place:
    """Return the place that a command was given. Raises `ValueError` for a table without name."""
    before, _, table = text.rpartition("#")
    is_postgresql, is_duckdb = text.startswith(SCHEMES), Path(before).suffix == DUCKDB
    if not (is_postgresql or is_duckdb):
        return Path(text)
    if not all(table.split(".")):
        raise ValueError(text)
    return PostgreSqlTable(before, table) if is_postgresql else DuckDbTable(Path(before), table)
