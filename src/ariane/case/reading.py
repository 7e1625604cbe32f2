"""From a path, or standard input, to a case."""

from __future__ import annotations

import sys
from pathlib import Path

from ariane.case.case import Case
from ariane.case.checking import checked
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.tree import MAX_BYTES, read_tree_and_problems

STANDARD_INPUT = "-"


def read_case(path: str | Path) -> Case:
    """Read and check a case file (`-`: standard input). Raises `CaseError` with all problems."""
    return case_from_bytes(read_bytes(path), str(path))


def case_from_bytes(content: bytes, source: str) -> Case:
    """Read and check the content of a case file; `source` names it in messages."""
    tree, problems = read_tree_and_problems(content, source)
    return checked(tree, source, problems)


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a file, one byte past the limit at most. Raises `CaseError`."""
    try:
        if str(path) == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CaseError(str(path), (Problem(ProblemKind.UNREADABLE, value=reason),)) from None
