"""What can be wrong with a case file. All problems of a file are collected before it is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ProblemKind(StrEnum):
    """Kinds of problems; the wording files have a sentence for each."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    SYNTAX = "syntax"
    TOO_DEEP = "too-deep"
    ALIAS = "alias"
    TAG = "tag"
    SEVERAL_DOCUMENTS = "several-documents"
    DUPLICATE_KEY = "duplicate-key"
    MISSING_KEY = "missing-key"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_FACT = "unknown-fact"
    UNKNOWN_SCHEMA = "unknown-schema"
    WRONG_TYPE = "wrong-type"
    NOT_ALLOWED = "not-allowed"
    OUT_OF_RANGE = "out-of-range"
    NOT_FINITE = "not-finite"
    NO_SUCH_DATE = "no-such-date"
    EMPTY = "empty"
    CONTRADICTION = "contradiction"


class Problem(NamedTuple):
    """One thing wrong: where (a dotted path, the line where known), what, and what was expected.

    `expected` is language-free: names, allowed values, ranges, type names.
    """

    kind: ProblemKind
    place: str = ""
    line: int | None = None
    value: str = ""
    expected: str = ""
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = self.place + (f" (line {self.line})" if self.line else "")
        said = f": {self.value}" if self.value else ""
        wanted = f"; expected {self.expected}" if self.expected else ""
        near = f"; did you mean {', '.join(self.nearest)}?" if self.nearest else ""
        return f"{where}: {self.kind}{said}{wanted}{near}"


class CaseError(ValueError):
    """A case file that was refused; nothing has been computed from it."""

    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        self.source = source
        self.problems = problems
        super().__init__("\n".join(f"{source}: {problem}" for problem in problems))
