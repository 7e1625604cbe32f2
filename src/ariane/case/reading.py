"""From a path, or standard input, to a case."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ariane.case.case import Case
from ariane.case.checking import checked
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.tree import MAX_BYTES, Node, read_tree, read_tree_and_problems

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


def changed_case(content: bytes, source: str, changes: Sequence[str]) -> Case:
    """Read a case with some facts changed: `name=value`, the value written as in a case file.

    An empty value makes the fact unknown. Raises `CaseError` with all problems, those of the
    changes included.
    """
    tree, problems = read_tree_and_problems(content, source)
    if isinstance(tree.value, dict):
        facts = tree.value.get("facts")
        entries = facts.value if facts is not None and isinstance(facts.value, dict) else {}
        for change in changes:
            name, _, value = change.partition("=")
            entries = {**entries, name.strip(): _value_node(name.strip(), value)}
        tree.value["facts"] = Node(entries, "facts")
    return checked(tree, source, problems)


def _value_node(name: str, value: str) -> Node:
    tree = read_tree(f"value: {value}\n".encode(), f"--set {name}")
    node: Node = tree.value["value"]
    return Node(node.value, f"facts.{name}")
