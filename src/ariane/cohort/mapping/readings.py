"""What a mapping file says of one column or item: the fact, its codes, units and forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ariane.case.collecting import Collector
from ariane.case.problems import Problem, ProblemKind
from ariane.case.suggestions import nearest
from ariane.case.tree import Node, below
from ariane.case.values import fact_value, one_of, refuse, text
from ariane.cohort.mapping.entries import date_form, one_or_more, positive, several_values, texts
from ariane.cohort.mapping.source_mapping import Codes, Items, Reading, Several, States
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import Fact, NumberFact, SetFact

READING_KEYS = ("fact", "values", "unknown", "units", "factor", "date_format", "list", "several")
ITEMS_KEYS = ("key", "value", "unit", "of")


class ReadingCollector(Collector):
    """Takes the readings of columns and items out of a tree; keeps what is wrong with them.

    `unknown`, `decimal` and `form` hold for all columns of the table that is being read.
    """

    unknown: frozenset[str] = frozenset()
    decimal = "."
    form = "%Y-%m-%d"

    def missing(self, node: Node, key: str, expected: str) -> None:
        """Keep the problem of a key that is not there."""
        place = node.place if node.place.endswith(key) else below(node.place, key)
        self.problems.append(Problem(ProblemKind.MISSING_KEY, place, node.line, expected=expected))

    def required(self, node: Node, entries: dict[str, Node], key: str) -> str:
        """Return the text of an entry that must be there; empty where it is not."""
        if key not in entries:
            self.missing(node, key, "text")
            return ""
        return self.attempt(lambda: text(entries[key])) or ""

    def columns(self, node: Node | None) -> dict[str, Reading]:
        """Return the readings of columns, by column."""
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
        several = self.optional(entries, "several", several_values) or Several.AGREE
        units = {
            unit: self.attempt(lambda factor=factor: positive(factor)) or Decimal(1)  # type: ignore[misc]
            for unit, factor in self._mapping_of(entries.get("units")).items()
        }
        if several is Several.UNION and not isinstance(fact, SetFact):
            self.add(refuse(ProblemKind.NOT_ALLOWED, entries["several"], f"{fact.name}: no set"))
        for key in ("units", "factor"):
            if key in entries and not isinstance(fact, NumberFact):
                self.add(refuse(ProblemKind.NOT_ALLOWED, entries[key], f"{fact.name}: no number"))
        return Reading(
            fact=fact,
            values=self._values(fact, entries["values"]) if "values" in entries else None,
            unknown=self.unknown | {*(self.optional(entries, "unknown", texts) or ())},
            units=units,
            factor=self.optional(entries, "factor", positive) or Decimal(1),
            decimal=self.decimal,
            date_format=self.optional(entries, "date_format", date_form) or self.form,
            separator=self.optional(entries, "list", text) or "|",
            several=several,
        )

    def _fact(self, node: Node, entries: dict[str, Node]) -> Fact | None:
        name = self.required(node, entries, "fact")
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

    def items(self, node: Node) -> Items:
        """Return the items of a long table."""
        entries = self.entries(node, ITEMS_KEYS)
        if "key" not in entries:
            self.missing(node, "key", "column, or [column, column]")
        value = self.optional(entries, "value", text)
        listed = self._mapping_of(entries.get("of"))
        if not listed:
            self.missing(node, "of", "{code: {fact: …} or {states: …}}")
        meanings = {code: self._item(entry, value) for code, entry in listed.items()}
        return Items(
            key=self.optional(entries, "key", one_or_more) or (),
            value=value,
            unit=self.optional(entries, "unit", text),
            of=Codes({code: item for code, item in meanings.items() if item is not None}),
        )

    def _item(self, node: Node, value: str | None) -> Reading | States | None:
        if not (isinstance(node.value, dict) and "states" in node.value):
            if value is None:
                self.missing(node, "states", "{fact: value}, or value: COLUMN above")
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
