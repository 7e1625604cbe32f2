"""Reading the entries of a file while collecting everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from ariane.case.problems import Problem, ProblemKind
from ariane.case.suggestions import nearest
from ariane.case.tree import Node, below
from ariane.case.values import RefusedError, refuse, shown, text

T = TypeVar("T")


class Collector:
    """Takes entries and values out of a tree; what it refuses joins `problems`."""

    def __init__(self, problems: tuple[Problem, ...] = ()) -> None:
        self.problems: list[Problem] = list(problems)

    def entries(
        self,
        node: Node | None,
        allowed: tuple[str, ...],
        unknown: ProblemKind = ProblemKind.UNKNOWN_KEY,
    ) -> dict[str, Node]:
        """Return the entries of a mapping that have an allowed key; report the others."""
        if node is None or (node.value is None and node.place):
            return {}
        if not isinstance(node.value, dict):
            expected = "{" + ", ".join(allowed[:4]) + (", …}" if len(allowed) > 4 else "}")
            self.add(refuse(ProblemKind.WRONG_TYPE, node, expected))
            return {}
        kept = {key: entry for key, entry in node.value.items() if key in allowed}
        for key, entry in node.value.items():
            if key not in allowed:
                few = " | ".join(allowed) if len(allowed) <= 30 else ""
                near = nearest(key, allowed)
                value = shown(entry.value)
                self.problems.append(
                    Problem(unknown, below(node.place, key), entry.line, value, few, near)
                )
        return kept

    def optional(
        self, entries: Mapping[str, Node], key: str, read: Callable[[Node], T]
    ) -> T | None:
        """Return what `read` makes of an entry; `None` where it is absent, null or refused."""
        node = entries.get(key)
        if node is None or node.value is None:
            return None
        return self.attempt(lambda: read(node))

    def attempt(self, read: Callable[[], T]) -> T | None:
        """Return what `read` returns; `None`, with its problems kept, where it refuses."""
        try:
            return read()
        except RefusedError as refusal:
            self.add(refusal)
            return None

    def add(self, refusal: RefusedError) -> None:
        """Keep the problems of a refusal."""
        self.problems.extend(refusal.problems)

    def require(self, tree: Node, schema: str) -> None:
        """Keep a problem for each of `schema` and `id` that is absent, or names another schema."""
        if not isinstance(tree.value, dict):
            return
        for key, expected in (("schema", schema), ("id", "text")):
            if key not in tree.value:
                self.problems.append(Problem(ProblemKind.MISSING_KEY, key, expected=expected))
        if "schema" in tree.value:
            node = tree.value["schema"]
            stated = self.attempt(lambda: text(node))
            if stated is not None and stated != schema:
                self.add(refuse(ProblemKind.UNKNOWN_SCHEMA, node, schema))


def any_text(node: Node) -> str:
    """Return text, which may be empty. Raises `RefusedError`."""
    if node.value == "":
        return ""
    return text(node)


def in_file_order(problems: list[Problem], tree: Node) -> tuple[Problem, ...]:
    """Sort problems by where the file speaks of their place, or of what encloses it."""
    order = {node.place: index for index, node in enumerate(_nodes(tree))}

    def position(problem: Problem) -> int:
        place = problem.place.split(", ")[0]
        while place and place not in order:
            place = place.rpartition(".")[0] if "." in place else place.partition("[")[0]
            if "." not in place and "[" not in place and place not in order:
                return len(order)
        return order.get(place, len(order))

    return tuple(sorted(problems, key=position))


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node.value, dict):
        for entry in node.value.values():
            yield from _nodes(entry)
    elif isinstance(node.value, list):
        for entry in node.value:
            yield from _nodes(entry)
