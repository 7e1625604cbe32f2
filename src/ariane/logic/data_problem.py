"""What can be wrong with knowledge that is read as data; words for each kind stand elsewhere."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class DataProblemKind(StrEnum):
    """Kinds of problems."""

    TOO_LARGE = "too-large"
    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate-key"
    MISSING_KEY = "missing-key"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_SCHEMA = "unknown-schema"
    UNKNOWN_NODE = "unknown-node"
    UNKNOWN_FACT = "unknown-fact"
    WRONG_FACT = "wrong-fact"
    WRONG_TYPE = "wrong-type"
    NOT_ALLOWED = "not-allowed"
    TWICE = "twice"
    TOO_DEEP = "too-deep"
    ORDER = "order"
    BAD_HASH = "bad-hash"


class DataProblem(NamedTuple):
    """One thing wrong: where (a JSON path, `$.statements[3].when`), what, what was expected.

    `expected` and `nearest` are language-free: names, allowed values, types.
    """

    kind: DataProblemKind
    place: str
    value: str = ""
    expected: str = ""
    nearest: tuple[str, ...] = ()
