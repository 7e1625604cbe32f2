"""The vocabulary and the inference of a knowledge file.

A fact that is the same as in this version is the very object of this version, so that its
conditions read back equal.
"""

from __future__ import annotations

import re
from typing import Any

from ariane.facts.constraints import Implication
from ariane.facts.source import Source
from ariane.facts.terms import TERMS, Terms
from ariane.guideline.rulebook.writing import TYPES, fact_data
from ariane.logic.data_problem import DataProblemKind
from ariane.logic.data_reader import DataReader
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, DerivedFact, Fact
from ariane.logic.structure import named_facts
from ariane.logic.tree_reading import TreeReader

OPTIONAL: dict[str, tuple[str, ...]] = {
    "boolean": (),
    "integer": ("unit", "maximum", "allowed"),
    "decimal": ("unit", "maximum"),
    "enum": ("no_result",),
    "set": ("allowed", "narrower"),
    "text": (),
    "date": (),
    "scores": (),
}
"""Keys that a fact of a type may have beside `name`, `type`, `source` and what it requires."""
NAME = re.compile(r"[a-z][a-z0-9_]{0,79}")
RESERVED = ("case_id",)
"""Names of columns that are no facts."""
REQUIRED: dict[str, tuple[str, ...]] = {"enum": ("allowed",), "scores": ("allowed", "length")}


class TermsReader:
    """Reads terms; the problems go to `reader`."""

    def __init__(self, reader: DataReader) -> None:
        self._reader = reader
        self._facts: dict[str, Fact] = {}

    def terms(self, vocabulary: Any, inference: Any) -> Terms:
        """Return the terms; where they are damaged, problems have been noted."""
        keys = ("derived", "implications", "exclusions")
        found = self._reader.mapping(inference, "$.inference", keys) or {}
        for i, item in enumerate(self._reader.items(vocabulary, "$.vocabulary", 1)):
            self._read_fact(item, f"$.vocabulary[{i}]")
        derived = self._reader.items(found.get("derived", []), "$.inference.derived")
        self._read_definitions(derived)
        trees = TreeReader(self._facts, self._reader)
        rules = self._reader.items(found.get("exclusions", []), "$.inference.exclusions")
        exclusions = tuple(
            trees.tree(rule, f"$.inference.exclusions[{i}]") for i, rule in enumerate(rules)
        )
        implications = self._implications(found.get("implications", []), trees)
        return Terms(tuple(self._facts.values()), implications, exclusions)

    def _read_fact(self, data: Any, place: str) -> None:
        kind = data.get("type") if isinstance(data, dict) else None
        known = isinstance(kind, str) and kind in TYPES
        needed = ("name", "type", "source", *REQUIRED.get(str(kind), ()))
        present = tuple(k for k in OPTIONAL.get(str(kind), ()) if known and k in data)
        item = self._reader.mapping(data, place, (*needed, *present))
        if item is None:
            return
        name = self._reader.text(item["name"], f"{place}.name")
        if name in RESERVED or not NAME.fullmatch(name):
            self._reader.complain(DataProblemKind.NOT_ALLOWED, f"{place}.name", name, NAME.pattern)
        if not self._reader.text(kind, f"{place}.type", tuple(TYPES)):
            return
        if name in self._facts:
            self._reader.complain(DataProblemKind.TWICE, f"{place}.name", name)
        expected = {key: item[key] for key in (*needed, *present)}
        self._facts[name] = self._fact(expected, place)

    def _fact(self, item: dict[str, Any], place: str) -> Fact:
        reader = self._reader
        source = reader.text(item["source"], f"{place}.source", ("", *Source))
        given: dict[str, Any] = {"source": Source(source) if source else ""}
        for key in ("maximum", "length"):
            if key in item:
                given[key] = reader.whole(item[key], f"{place}.{key}")
        if "unit" in item:
            given["unit"] = reader.text(item["unit"], f"{place}.unit")
        if "allowed" in item:
            given["allowed"] = self._allowed(item, f"{place}.allowed")
        if "no_result" in item:
            there, allowed = f"{place}.no_result", given["allowed"]
            given["no_result"] = reader.texts(item["no_result"], there, allowed)
        if "narrower" in item:
            given["narrower"] = self._narrower(item["narrower"], f"{place}.narrower", given)
        made = TYPES[item["type"]](str(item["name"]), **given)
        mine = TERMS.by_name.get(made.name)
        same = mine is not None and fact_data(mine) == fact_data(made)
        return mine if same and mine is not None and not isinstance(mine, DerivedFact) else made

    def _allowed(self, item: dict[str, Any], place: str) -> tuple[Any, ...]:
        if item["type"] in ("integer", "scores"):
            values = enumerate(self._reader.items(item["allowed"], place, 1))
            return tuple(self._reader.whole(value, f"{place}[{i}]") for i, value in values)
        return self._reader.texts(item["allowed"], place)

    def _narrower(self, data: Any, place: str, given: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        if not isinstance(data, dict):
            self._reader.mapping(data, place, ())
            return {}
        allowed = given.get("allowed", ())
        for value in data:
            self._reader.text(value, f"{place}.{value}", allowed)
        return {
            value: self._reader.texts(inner, f"{place}.{value}", allowed)
            for value, inner in data.items()
        }

    def _read_definitions(self, items: list[Any]) -> None:
        """Replace derived facts in their order; a definition sees only the earlier ones."""
        names = [self._name_of(item) for item in items]
        waiting = set(names)
        if sorted(names, key=[*self._facts, *names].index) != names:
            self._reader.complain(DataProblemKind.ORDER, "$.inference.derived", ", ".join(names))
        for i, (item, name) in enumerate(zip(items, names, strict=True)):
            place = f"$.inference.derived[{i}]"
            data = self._reader.mapping(item, place, ("fact", "definition"))
            if data is None:
                continue
            trees = TreeReader(self._facts, self._reader)
            if trees.fact(name, f"{place}.fact", BoolFact) is None:
                continue
            definition = trees.tree(data["definition"], f"{place}.definition")
            later = [f.name for f in named_facts(definition) if f.name in waiting]
            if later or name not in waiting:
                found = ", ".join(later) or name
                self._reader.complain(DataProblemKind.ORDER, place, found)
            waiting.discard(name)
            self._facts[name] = self._derived(self._facts[name], definition)

    def _name_of(self, item: Any) -> str:
        return str(item.get("fact", "")) if isinstance(item, dict) else ""

    def _derived(self, fact: Fact, definition: Expression) -> DerivedFact:
        mine = TERMS.by_name.get(fact.name)
        if (
            isinstance(mine, DerivedFact)
            and mine.definition == definition
            and fact_data(mine) == fact_data(fact)
        ):
            return mine
        return DerivedFact(fact.name, source=fact.source, definition=definition)

    def _implications(self, data: Any, trees: TreeReader) -> tuple[Implication, ...]:
        found: list[Implication] = []
        at = "$.inference.implications"
        for i, item in enumerate(self._reader.items(data, at)):
            rule = self._reader.mapping(item, f"{at}[{i}]", ("cause", "effects"))
            if rule is None:
                continue
            effects = self._reader.items(rule["effects"], f"{at}[{i}].effects", 1)
            cause = trees.fact(rule["cause"], f"{at}[{i}].cause", BoolFact)
            flags = [
                trees.fact(name, f"{at}[{i}].effects[{j}]", BoolFact)
                for j, name in enumerate(effects)
            ]
            if cause is None or any(flag is None for flag in flags):
                continue
            if any(earlier.cause in flags for earlier in [*found, Implication(cause, ())]):
                self._reader.complain(DataProblemKind.ORDER, f"{at}[{i}]", cause.name)
            found.append(Implication(cause, tuple(flag for flag in flags if flag is not None)))
        return tuple(found)
