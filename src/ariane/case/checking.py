"""From the tree of a case file to a case, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from ariane.case.case import (
    PCI_REGIONS,
    SCHEMA,
    Case,
    ExamRecord,
    FactSource,
    PciKind,
)
from ariane.case.inference import inferred
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.suggestions import nearest
from ariane.case.tree import Node, below
from ariane.case.values import (
    RefusedError,
    calendar_date,
    fact_value,
    one_of,
    refuse,
    score,
    shown,
    text,
)
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.vocabulary import BY_NAME

T = TypeVar("T")

KEYS = ("schema", "id", "as_of", "facts", "sources", "pci", "exams", "notes")
SCORES = (0, 1, 2, 3)
REGIONS = tuple(str(region) for region in range(PCI_REGIONS))


def checked(tree: Node, source: str, problems: tuple[Problem, ...] = ()) -> Case:
    """Return the case that a tree describes. Raises `CaseError` with all problems at once.

    `problems` are those of form that were met while the tree was read.
    """
    return _Checker(source, problems).case(tree)


class _Checker:
    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        self._source = source
        self._problems: list[Problem] = list(problems)

    def case(self, tree: Node) -> Case:
        entries = self._entries(tree, KEYS)
        self._required(tree, entries)
        schema = self._try(lambda: text(entries["schema"])) if "schema" in entries else None
        if schema is not None and schema != SCHEMA:
            node = entries["schema"]
            self._add(refuse(ProblemKind.UNKNOWN_SCHEMA, node, SCHEMA))
        stated = self._facts(entries.get("facts"))
        exams = self._exams(entries.get("exams"))
        pci = self._pci(entries.get("pci"))
        case_id = self._try(lambda: text(entries["id"])) if "id" in entries else None
        as_of = self._optional(entries, "as_of", calendar_date)
        sources = self._sources(entries.get("sources"))
        notes = self._optional(entries, "notes", _any_text)
        inference = inferred(stated, exams, pci)
        self._problems.extend(_located(inference.problems, entries.get("facts")))
        if self._problems:
            raise CaseError(self._source, _in_file_order(self._problems, tree))
        return Case(
            id=case_id or "",
            as_of=as_of,
            stated=stated,
            known=inference.known,
            recorded=inference.recorded,
            exams=exams,
            pci=pci,
            sources=sources,
            notes=notes,
        )

    def _required(self, tree: Node, entries: Mapping[str, Node]) -> None:
        for key in ("schema", "id"):
            if isinstance(tree.value, dict) and key not in entries:
                expected = SCHEMA if key == "schema" else "text"
                self._problems.append(Problem(ProblemKind.MISSING_KEY, key, expected=expected))

    def _facts(self, node: Node | None) -> dict[str, Any]:
        stated: dict[str, Any] = {}
        for name, entry in self._entries(node, tuple(BY_NAME), ProblemKind.UNKNOWN_FACT).items():
            fact = BY_NAME[name]
            value = self._try(lambda fact=fact, entry=entry: fact_value(fact, entry))  # type: ignore[misc]
            if value is not None:
                stated[name] = value
        return stated

    def _exams(self, node: Node | None) -> dict[Exam, ExamRecord]:
        found: dict[Exam, ExamRecord] = {}
        for key, entry in self._entries(node, tuple(Exam)).items():
            if entry.value is None:
                continue
            inner = self._entries(entry, ("status", "date", "result"))
            if "status" not in inner:
                if isinstance(entry.value, dict):
                    place = below(entry.place, "status")
                    expected = " | ".join(ExamStatus)
                    self._problems.append(
                        Problem(ProblemKind.MISSING_KEY, place, entry.line, expected=expected)
                    )
                continue
            status = self._try(lambda inner=inner: one_of(inner["status"], tuple(ExamStatus)))  # type: ignore[misc]
            on = self._optional(inner, "date", calendar_date)
            result = self._optional(inner, "result", _any_text)
            if status is not None:
                found[Exam(key)] = ExamRecord(ExamStatus(status), on, result)
        return found

    def _pci(self, node: Node | None) -> dict[PciKind, dict[int, int]]:
        found: dict[PciKind, dict[int, int]] = {}
        for kind, entry in self._entries(node, tuple(PciKind)).items():
            scores: dict[int, int] = {}
            for region, inner in self._entries(entry, REGIONS).items():
                if inner.value is None:
                    continue
                value = self._try(lambda inner=inner: score(inner, SCORES))  # type: ignore[misc]
                if value is not None:
                    scores[int(region)] = value
            found[PciKind(kind)] = scores
        return found

    def _sources(self, node: Node | None) -> dict[str, FactSource]:
        found: dict[str, FactSource] = {}
        for name, entry in self._entries(node, tuple(BY_NAME), ProblemKind.UNKNOWN_FACT).items():
            inner = self._entries(entry, ("date", "document"))
            on: date | None = self._optional(inner, "date", calendar_date)
            found[name] = FactSource(on, self._optional(inner, "document", _any_text))
        return found

    def _entries(
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
            self._add(refuse(ProblemKind.WRONG_TYPE, node, expected))
            return {}
        kept = {key: entry for key, entry in node.value.items() if key in allowed}
        for key, entry in node.value.items():
            if key not in allowed:
                few = " | ".join(allowed) if len(allowed) <= 30 else ""
                near = nearest(key, allowed)
                value = shown(entry.value)
                self._problems.append(
                    Problem(unknown, below(node.place, key), entry.line, value, few, near)
                )
        return kept

    def _optional(
        self, entries: Mapping[str, Node], key: str, read: Callable[[Node], T]
    ) -> T | None:
        node = entries.get(key)
        if node is None or node.value is None:
            return None
        return self._try(lambda: read(node))

    def _try(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except RefusedError as refusal:
            self._add(refusal)
            return None

    def _add(self, refusal: RefusedError) -> None:
        self._problems.extend(refusal.problems)


def _any_text(node: Node) -> str:
    """Return text, which may be empty. Raises `RefusedError`."""
    if node.value == "":
        return ""
    return text(node)


def _located(problems: tuple[Problem, ...], facts: Node | None) -> list[Problem]:
    """Give a contradiction the line of the first fact that it names."""
    entries = facts.value if facts is not None and isinstance(facts.value, dict) else {}
    located = []
    for problem in problems:
        name = problem.place.removeprefix("facts.").split(",")[0].strip()
        line = entries[name].line if name in entries else None
        located.append(Problem(problem.kind, problem.place, line, problem.value, problem.expected))
    return located


def _in_file_order(problems: list[Problem], tree: Node) -> tuple[Problem, ...]:
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
