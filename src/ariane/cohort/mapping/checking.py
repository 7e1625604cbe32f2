"""From the text of a mapping file to a mapping, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ariane.case.collecting import Collector, any_text, in_file_order
from ariane.case.problems import CaseError, Problem, ProblemKind
from ariane.case.suggestions import nearest
from ariane.case.tree import Node, below, read_tree_and_problems
from ariane.case.values import fact_value, one_of, refuse, text
from ariane.cohort.mapping.source_mapping import (
    SCHEMA,
    Codes,
    Items,
    Reading,
    Several,
    SourceMapping,
    SourceTable,
    States,
)
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import Fact, NumberFact, SetFact

KEYS = ("schema", "id", "title", "description", "cites", "unknown", "tables")
TABLE_KEYS = (
    "file",
    "patient",
    "date",
    "date_format",
    "delimiter",
    "decimal",
    "encoding",
    "lists_patients",
    "optional",
    "ignore",
    "columns",
    "items",
)
READING_KEYS = ("fact", "values", "unknown", "units", "factor", "date_format", "list", "several")
ITEMS_KEYS = ("key", "value", "unit", "of")


def mapping_from_bytes(content: bytes, source: str) -> SourceMapping:
    """Read and check a mapping file. Raises `CaseError` with all problems at once."""
    tree, problems = read_tree_and_problems(content, source, SCHEMA)
    return _Checker(problems).mapping(tree, source)


class _Checker(Collector):
    _unknown: frozenset[str] = frozenset()
    _decimal = "."
    _date_format = "%Y-%m-%d"

    def mapping(self, tree: Node, source: str) -> SourceMapping:
        entries = self.entries(tree, KEYS)
        self.require(tree, SCHEMA)
        self._unknown = frozenset(self.optional(entries, "unknown", texts) or ())
        tables = self._tables(tree, entries)
        found = SourceMapping(
            id=self.optional(entries, "id", text) or "",
            title=self.optional(entries, "title", text) or "",
            description=self.optional(entries, "description", text) or "",
            cites=self.optional(entries, "cites", texts) or (),
            tables=tables,
        )
        if self.problems:
            raise CaseError(source, in_file_order(self.problems, tree))
        return found

    def _tables(self, tree: Node, entries: dict[str, Node]) -> tuple[SourceTable, ...]:
        node = entries.get("tables")
        if node is None or not isinstance(node.value, dict) or not node.value:
            if isinstance(tree.value, dict):
                self._missing(node or tree, "tables", "{name: {file, patient, columns, items}}")
            return ()
        return tuple(self._table(name, entry) for name, entry in node.value.items())

    def _missing(self, node: Node, key: str, expected: str) -> None:
        place = node.place if node.place.endswith(key) else below(node.place, key)
        self.problems.append(Problem(ProblemKind.MISSING_KEY, place, node.line, expected=expected))

    def _required(self, node: Node, entries: dict[str, Node], key: str) -> str:
        if key not in entries:
            self._missing(node, key, "text")
            return ""
        return self.attempt(lambda: text(entries[key])) or ""

    def _table(self, name: str, node: Node) -> SourceTable:
        entries = self.entries(node, TABLE_KEYS)
        self._decimal = self.optional(entries, "decimal", _choice(".", ",")) or "."
        self._date_format = self.optional(entries, "date_format", _date_format) or "%Y-%m-%d"
        if "columns" not in entries and "items" not in entries:
            self._missing(node, "columns", "{column: {fact: …}}")
        return SourceTable(
            name=name,
            file=self._required(node, entries, "file"),
            patient=self._required(node, entries, "patient"),
            columns=self._columns(entries.get("columns")),
            items=self._items(entries["items"]) if "items" in entries else None,
            date=self.optional(entries, "date", text),
            date_format=self._date_format,
            delimiter=self.optional(entries, "delimiter", _one_character) or ",",
            encoding=self.optional(entries, "encoding", _choice("utf-8", "latin-1", "cp1252"))
            or "utf-8-sig",
            lists_patients=self.optional(entries, "lists_patients", _flag) or False,
            optional=self.optional(entries, "optional", _flag) or False,
            ignored=frozenset(self.optional(entries, "ignore", texts) or ()),
            unknown=self._unknown,
        )

    def _columns(self, node: Node | None) -> dict[str, Reading]:
        readings = {}
        for column, entry in self._mapping_of(node).items():
            reading = self._reading(entry)
            if reading is not None:
                readings[column] = reading
        return readings

    def _mapping_of(self, node: Node | None) -> dict[str, Node]:
        if node is None or node.value is None:
            return {}
        if not isinstance(node.value, dict):
            self.add(refuse(ProblemKind.WRONG_TYPE, node, "{…: …}"))
            return {}
        entries: dict[str, Node] = node.value
        return entries

    def _reading(self, node: Node) -> Reading | None:
        entries = self.entries(node, READING_KEYS)
        fact = self._fact(node, entries)
        if fact is None:
            return None
        units = {
            unit: self.attempt(lambda factor=factor: _positive(factor)) or Decimal(1)  # type: ignore[misc]
            for unit, factor in self._mapping_of(entries.get("units")).items()
        }
        for key in ("units", "factor"):
            if key in entries and not isinstance(fact, NumberFact):
                self.add(refuse(ProblemKind.NOT_ALLOWED, entries[key], f"{fact.name}: no number"))
        return Reading(
            fact=fact,
            values=self._values(fact, entries["values"]) if "values" in entries else None,
            unknown=self._unknown | {*(self.optional(entries, "unknown", texts) or ())},
            units=units,
            factor=self.optional(entries, "factor", _positive) or Decimal(1),
            decimal=self._decimal,
            date_format=self.optional(entries, "date_format", _date_format) or self._date_format,
            separator=self.optional(entries, "list", text) or "|",
            several=self.optional(entries, "several", _several) or Several.AGREE,
        )

    def _fact(self, node: Node, entries: dict[str, Node]) -> Fact | None:
        name = self._required(node, entries, "fact")
        if not name:
            return None
        if name not in BY_NAME:
            self._no_such_fact(entries["fact"], name)
            return None
        return BY_NAME[name]

    def _no_such_fact(self, node: Node, name: str) -> None:
        near = nearest(name, BY_NAME)
        self.problems.append(
            Problem(ProblemKind.UNKNOWN_FACT, node.place, node.line, name, "", near)
        )

    def _values(self, fact: Fact, node: Node) -> Codes:
        meanings = {}
        for code, entry in self._mapping_of(node).items():
            meanings[code] = self.attempt(lambda entry=entry: _meaning(fact, entry))  # type: ignore[misc]
        return Codes(meanings)

    def _items(self, node: Node) -> Items:
        entries = self.entries(node, ITEMS_KEYS)
        if "key" not in entries:
            self._missing(node, "key", "column, or [column, column]")
        value = self.optional(entries, "value", text)
        listed = self._mapping_of(entries.get("of"))
        if not listed:
            self._missing(node, "of", "{code: {fact: …} or {states: …}}")
        meanings = {code: self._item(entry, value) for code, entry in listed.items()}
        return Items(
            key=self.optional(entries, "key", _one_or_more) or (),
            value=value,
            unit=self.optional(entries, "unit", text),
            of=Codes({code: item for code, item in meanings.items() if item is not None}),
        )

    def _item(self, node: Node, value: str | None) -> Reading | States | None:
        if not (isinstance(node.value, dict) and "states" in node.value):
            if value is None:
                self._missing(node, "states", "{fact: value}, or value: COLUMN above")
            return self._reading(node)
        entries = self.entries(node, ("states",))
        stated = {}
        for name, entry in self._mapping_of(entries["states"]).items():
            if name not in BY_NAME:
                self._no_such_fact(entry, name)
                continue
            fact = BY_NAME[name]
            stated[name] = self.attempt(lambda fact=fact, entry=entry: fact_value(fact, entry))  # type: ignore[misc]
        return States(stated)


def _meaning(fact: Fact, node: Node) -> Any:
    """Return what a code means: a value of the fact, or one member where it is a set."""
    if node.value is None:
        return None
    if isinstance(fact, SetFact):
        return one_of(node, fact.allowed) if fact.allowed else text(node)
    return fact_value(fact, node)


def texts(node: Node) -> tuple[str, ...]:
    """Return a list of texts, some of which may be empty. Raises `RefusedError`."""
    if not isinstance(node.value, list):
        raise refuse(ProblemKind.WRONG_TYPE, node, "[text, …]")
    return tuple(any_text(member) for member in node.value)


def _one_or_more(node: Node) -> tuple[str, ...]:
    return texts(node) if isinstance(node.value, list) else (text(node),)


def _choice(*allowed: str) -> Callable[[Node], str]:
    return lambda node: one_of(node, allowed)


def _several(node: Node) -> Several:
    return Several(one_of(node, tuple(several.value for several in Several)))


def _flag(node: Node) -> bool:
    if not isinstance(node.value, bool):
        raise refuse(ProblemKind.WRONG_TYPE, node, "true | false")
    return node.value


def _one_character(node: Node) -> str:
    if not isinstance(node.value, str) or len(node.value) != 1:
        raise refuse(ProblemKind.WRONG_TYPE, node, "one character")
    return node.value


def _positive(node: Node) -> Decimal:
    number = node.value
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise refuse(ProblemKind.WRONG_TYPE, node, "decimal > 0")
    if not (Decimal(number).is_finite() and number > 0):
        raise refuse(ProblemKind.OUT_OF_RANGE, node, "decimal > 0")
    return Decimal(number)


def _date_format(node: Node) -> str:
    written = text(node)
    if not all(part in written for part in ("%Y", "%m", "%d")):
        raise refuse(ProblemKind.NOT_ALLOWED, node, "%Y-%m-%d | %d/%m/%Y | %Y%m%d …")
    return written
