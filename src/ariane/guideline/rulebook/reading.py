"""A knowledge file read with suspicion: all its problems at once, each with its JSON path."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from ariane.facts.exams import Exam
from ariane.facts.terms import Terms
from ariane.guideline.rulebook.rulebook import Rule, Rulebook
from ariane.guideline.rulebook.terms_reading import TermsReader
from ariane.guideline.rulebook.writing import HASH, SCHEMA, content_sha256
from ariane.guideline.statement import ID_FORM, Action, Grade, Strength
from ariane.logic.data_problem import DataProblem, DataProblemKind
from ariane.logic.data_reader import DataReader
from ariane.logic.tree_reading import TreeReader

LARGEST = 16 * 1024 * 1024
"""Bytes of a knowledge file; the present one has about a thirtieth of that."""
KEYS = (
    "schema",
    "guideline",
    "ariane_version",
    "knowledge_sha256",
    HASH,
    "vocabulary",
    "inference",
    "statements",
)
RULE_KEYS = (
    *("id", "section", "kind", "strength", "grade", "action_type", "exams"),
    *("when", "fulfilled_when"),
)


class KnowledgeError(ValueError):
    """A knowledge file that was refused; nothing has been computed from it."""

    def __init__(self, source: str, problems: Sequence[DataProblem]) -> None:
        self.source = source
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.kind} {p.value}" for p in problems))


def read_rulebook(path: Path) -> Rulebook:
    """Return the rulebook of a file. Raises `KnowledgeError` and `OSError`."""
    if path.stat().st_size > LARGEST:
        found = f"{path.stat().st_size} B"
        problem = DataProblem(DataProblemKind.TOO_LARGE, "$", found, f"≤ {LARGEST} B")
        raise KnowledgeError(str(path), [problem])
    return parsed_rulebook(path.read_bytes(), str(path))


def parsed_rulebook(content: bytes, source: str) -> Rulebook:
    """Return the rulebook that a text states. Raises `KnowledgeError` with all problems."""
    reader = _Reader()
    book = reader.book(_parsed(content, source, reader))
    if reader.problems or book is None:
        raise KnowledgeError(source, reader.problems)
    return book


def _parsed(content: bytes, source: str, reader: DataReader) -> Any:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in items:
            if key in found:
                reader.complain(DataProblemKind.DUPLICATE_KEY, "$", key)
            found[key] = value
        return found

    try:
        return json.loads(content.decode(), object_pairs_hook=pairs, parse_constant=_refuse)
    except RecursionError:
        problem = DataProblem(DataProblemKind.TOO_DEEP, "$")
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}"
        problem = DataProblem(DataProblemKind.SYNTAX, "$", where, error.msg)
    except ValueError as error:
        problem = DataProblem(DataProblemKind.SYNTAX, "$", "", str(error)[:80])
    raise KnowledgeError(source, [problem])


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


class _Reader(DataReader):
    def book(self, data: Any) -> Rulebook | None:
        if isinstance(data, dict) and data.get("schema") != SCHEMA:
            self.complain(DataProblemKind.UNKNOWN_SCHEMA, "$.schema", data.get("schema"), SCHEMA)
            return None
        root = self.mapping(data, "$", KEYS)
        if root is None:
            return None
        self._require_hash(root)
        guideline = self.mapping(root["guideline"], "$.guideline", ("id", "edition")) or {}
        terms = TermsReader(self).terms(root["vocabulary"], root["inference"])
        return Rulebook(
            guideline=self.text(guideline.get("id", ""), "$.guideline.id"),
            edition=self.text(guideline.get("edition", ""), "$.guideline.edition"),
            ariane_version=self.text(root["ariane_version"], "$.ariane_version"),
            knowledge_sha256=self.text(root["knowledge_sha256"], "$.knowledge_sha256"),
            terms=terms,
            rules=self._rules(root["statements"], terms),
        )

    def _require_hash(self, root: dict[str, Any]) -> None:
        found = content_sha256(root)
        if root[HASH] != found:
            self.complain(DataProblemKind.BAD_HASH, f"$.{HASH}", root[HASH], found)

    def _rules(self, data: Any, terms: Terms) -> tuple[Rule, ...]:
        trees = TreeReader(terms.by_name, self)
        places = [(item, f"$.statements[{i}]") for i, item in enumerate(self._statements(data))]
        rules = [rule for item, at in places if (rule := self._rule(item, at, trees)) is not None]
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                self.complain(DataProblemKind.TWICE, "$.statements", rule.id)
            seen.add(rule.id)
        return tuple(rules)

    def _statements(self, data: Any) -> list[Any]:
        return self.items(data, "$.statements", 1)

    def _rule(self, data: Any, place: str, trees: TreeReader) -> Rule | None:
        item = self.mapping(data, place, RULE_KEYS)
        if item is None:
            return None
        grade, done = item["grade"], item["fulfilled_when"]
        strength = self.text(item["strength"], f"{place}.strength", tuple(Strength))
        action = self.text(item["action_type"], f"{place}.action_type", tuple(Action))
        level = "" if grade is None else self.text(grade, f"{place}.grade", tuple(Grade))
        exams = self.texts(item["exams"], f"{place}.exams", tuple(Exam))
        when = trees.tree(item["when"], f"{place}.when")
        fulfilled = None if done is None else trees.tree(done, f"{place}.fulfilled_when")
        self._require_id(item, place)
        if not strength or not action or "" in exams:
            return None
        return Rule(
            id=str(item["id"]),
            section=str(item["section"]),
            strength=Strength(strength),
            grade=Grade(level) if level else None,
            action=Action(action),
            exams=tuple(Exam(exam) for exam in exams),
            when=when,
            fulfilled_when=fulfilled,
        )

    def _require_id(self, item: dict[str, Any], place: str) -> None:
        name = self.text(item["id"], f"{place}.id")
        form = ID_FORM.match(name)
        if name and form is None:
            self.complain(DataProblemKind.NOT_ALLOWED, f"{place}.id", name, "S24.3.5-R1")
        for key in ("section", "kind"):
            said = self.text(item[key], f"{place}.{key}")
            if said and form is not None and said != form[key]:
                self.complain(DataProblemKind.NOT_ALLOWED, f"{place}.{key}", said, form[key])
