"""The engines that can assess a table, and what each reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from ariane.cohort.places import DuckDbTable, Place, PostgreSqlTable


class Engine(StrEnum):
    """Who evaluates the conditions."""

    POLARS = "polars"
    DUCKDB = "duckdb"
    POSTGRESQL = "postgresql"
    SPARK = "spark"


class Needs(NamedTuple):
    """Libraries of an engine, the extra that installs them, and the inputs that it reads."""

    libraries: tuple[str, ...]
    extra: str
    inputs: tuple[str, ...]


FILES = (".parquet", ".arrow", ".csv")
TABLES = ("FILE.duckdb#TABLE", "postgresql://…#SCHEMA.TABLE")
REASON = 500
"""Characters of the message of an engine that are shown."""
NEEDS = {
    Engine.POLARS: Needs((), "cohort", (*FILES, *TABLES)),
    Engine.DUCKDB: Needs(("duckdb",), "cohort", (*FILES, TABLES[0])),
    Engine.POSTGRESQL: Needs(("psycopg",), "cohort", (TABLES[1],)),
    Engine.SPARK: Needs(("pyspark",), "spark", (".parquet",)),
}


def reads(engine: Engine, place: Place) -> bool:
    """Tell whether an engine reads what lies at a place."""
    match place:
        case DuckDbTable():
            return engine in (Engine.POLARS, Engine.DUCKDB)
        case PostgreSqlTable():
            return engine in (Engine.POLARS, Engine.POSTGRESQL)
        case Path():
            folder = engine is Engine.SPARK and (place.is_dir() or not place.suffix)
            return folder or place.suffix in NEEDS[engine].inputs


class EngineError(Exception):
    """What an engine said in refusing, without any password.

    `kind` is the wording key of the sentence around it.
    """

    def __init__(self, reason: str = "", kind: str = "failed") -> None:
        super().__init__(reason)
        self.kind = kind


@contextmanager
def refusals(place: Place, *errors: type[Exception]) -> Iterator[None]:
    """Turn what an engine raises into `EngineError`, with the first lines of its message."""
    try:
        yield
    except errors as error:
        said = " ".join(str(error).split())[:REASON]
        hidden = place.without_secrets(said) if isinstance(place, PostgreSqlTable) else said
        raise EngineError(hidden) from None
