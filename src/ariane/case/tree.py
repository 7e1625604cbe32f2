"""The text of a case file as a tree of values that know where they stand.

JSON and YAML 1.2 (core rules) give the same tree. Refused here: what is not UTF-8, duplicate keys,
aliases, tags, more than one document, and files past the limits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from ariane.case.case import SCHEMA
from ariane.case.problems import CaseError, Problem, ProblemKind

MAX_BYTES = 1 << 20
MAX_DEPTH = 20

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
INTEGER = re.compile(r"^[-+]?[0-9]+$")
OCTAL = re.compile(r"^0o[0-7]+$")
HEXADECIMAL = re.compile(r"^0x[0-9a-fA-F]+$")
NUMBER = re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
NOT_FINITE = re.compile(r"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")
LONGEST_NUMBER = 100


class LongNumber(Decimal):
    """A number too long to be one: not a number, but quoted as it is written."""

    text: str

    def __new__(cls, text: str) -> LongNumber:
        """Keep the text beside the value NaN."""
        number = super().__new__(cls, "NaN")
        number.text = text
        return number


@dataclass(slots=True)
class Node:
    """A value at a place: a dict or list of nodes, or text, bool, int, `Decimal` or `None`."""

    value: Any
    place: str = ""
    line: int | None = None


def read_tree(content: bytes, source: str) -> Node:
    """Parse the bytes of a case file. Raises `CaseError` with every problem of form."""
    tree, problems = read_tree_and_problems(content, source)
    if problems:
        raise CaseError(source, problems)
    return tree


def read_tree_and_problems(
    content: bytes, source: str, schema: str = SCHEMA
) -> tuple[Node, tuple[Problem, ...]]:
    """Parse a file; return what could be read beside the problems of form met on the way.

    `schema` names what an empty file should have held.
    Raises `CaseError` where nothing can be read.
    """
    if len(content) > MAX_BYTES:
        raise CaseError(source, (Problem(ProblemKind.TOO_LARGE, expected=f"{MAX_BYTES} bytes"),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise CaseError(source, (Problem(ProblemKind.NOT_UTF8, place, expected="UTF-8"),)) from None
    problems: list[Problem] = []
    looks_like_json = text.lstrip()[:1] in ("{", "[")
    tree = _from_json(text, problems) if looks_like_json else None
    if tree is None and not problems:
        tree = _from_yaml(text, problems, schema)
        if looks_like_json and [problem.kind for problem in problems] == [ProblemKind.SYNTAX]:
            problems = [_json_problem(text)]
    if tree is None:
        raise CaseError(source, tuple(problems))
    return tree, tuple(problems)


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys it was given twice."""

    def __init__(self, items: list[tuple[str, Any]]) -> None:
        super().__init__(items)
        seen: set[str] = set()
        self.repeated = [key for key, _ in items if key in seen or seen.add(key)]  # type: ignore[func-returns-value]


def _from_json(text: str, problems: list[Problem]) -> Node | None:
    """Return the tree of a JSON text, or `None` where it is no JSON (it may still be YAML)."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=_Object,
            parse_float=_number,
            parse_int=_whole,
            parse_constant=Decimal,
        )
    except RecursionError:
        problems.append(Problem(ProblemKind.TOO_DEEP, expected=str(MAX_DEPTH)))
        return None
    except ValueError:
        return None
    return _wrapped(value, "", 1, problems)


def _json_problem(text: str) -> Problem:
    """Say where a text that begins like JSON stops being it."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return Problem(ProblemKind.SYNTAX, "", error.lineno, value=error.msg)
    return Problem(ProblemKind.SYNTAX)


def _whole(text: str) -> int | Decimal:
    return int(text) if len(text) <= LONGEST_NUMBER else LongNumber(text)


def _number(text: str) -> Decimal:
    try:
        return Decimal(text) if len(text) <= LONGEST_NUMBER else LongNumber(text)
    except InvalidOperation:
        return LongNumber(text)


def _wrapped(value: Any, place: str, depth: int, problems: list[Problem]) -> Node:
    if isinstance(value, _Object | list) and depth > MAX_DEPTH:
        problems.append(Problem(ProblemKind.TOO_DEEP, place, expected=str(MAX_DEPTH)))
        return Node(None, place)
    if isinstance(value, _Object):
        problems.extend(
            Problem(ProblemKind.DUPLICATE_KEY, below(place, key)) for key in value.repeated
        )
        return Node(
            {k: _wrapped(v, below(place, k), depth + 1, problems) for k, v in value.items()}, place
        )
    if isinstance(value, list):
        return Node(
            [_wrapped(v, f"{place}[{i}]", depth + 1, problems) for i, v in enumerate(value)], place
        )
    return Node(value, place)


def below(place: str, key: str) -> str:
    """Return the dotted path of `key` within `place`, in characters that can be written."""
    written = json.dumps(key.encode("utf-8", "backslashreplace").decode(), ensure_ascii=False)[1:-1]
    return f"{place}.{written}" if place else written


def _from_yaml(text: str, problems: list[Problem], schema: str) -> Node | None:
    import yaml

    try:
        return _Composer(iter(yaml.parse(text, Loader=_loader())), problems).document(schema)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else None
        detail = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
        problems.append(Problem(ProblemKind.SYNTAX, "", line, value=str(detail)))
        return None


def _loader() -> Any:
    """Return the parser in C where it is there: it is faster and gives the same events."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _RefusedError(Exception):
    """The form of the document does not allow to go on reading."""


class _Composer:
    """Build the tree from parser events; depth is bounded before anything recurses."""

    def __init__(self, events: Iterator[Any], problems: list[Problem]) -> None:
        self._events = events
        self._problems = problems

    def document(self, schema: str) -> Node | None:
        import yaml

        tree: Node | None = None
        try:
            for event in self._events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if tree is not None:
                        self._refuse(ProblemKind.SEVERAL_DOCUMENTS, "", event)
                    tree = self._node(next(self._events), "", 1)
        except _RefusedError:
            return None
        if tree is None:
            self._problems.append(Problem(ProblemKind.EMPTY, expected=schema))
        return tree

    def _note(self, kind: ProblemKind, place: str, event: Any, expected: str = "") -> None:
        self._problems.append(Problem(kind, place, _line(event), expected=expected))

    def _refuse(self, kind: ProblemKind, place: str, event: Any, expected: str = "") -> None:
        self._note(kind, place, event, expected)
        raise _RefusedError

    def _node(self, event: Any, place: str, depth: int) -> Node:
        import yaml

        if isinstance(event, yaml.AliasEvent):
            self._refuse(ProblemKind.ALIAS, place, event)
        if event.anchor is not None:
            self._note(ProblemKind.ALIAS, place, event)
        if event.tag not in (None, "!"):
            self._refuse(ProblemKind.TAG, place, event)
        if depth > MAX_DEPTH and not isinstance(event, yaml.ScalarEvent):
            self._refuse(ProblemKind.TOO_DEEP, place, event, str(MAX_DEPTH))
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.tag is None
            return Node(scalar(event.value) if plain else event.value, place, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._sequence(place, depth), place, line)
        return Node(self._mapping(place, depth), place, line)

    def _sequence(self, place: str, depth: int) -> list[Node]:
        import yaml

        found: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(event, f"{place}[{len(found)}]", depth + 1))
        return found

    def _mapping(self, place: str, depth: int) -> dict[str, Node]:
        import yaml

        found: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(ProblemKind.WRONG_TYPE, place, event, "text")
            if event.anchor is not None:
                self._note(ProblemKind.ALIAS, place, event)
            if event.tag not in (None, "!"):
                self._refuse(ProblemKind.TAG, place, event)
            key = event.value
            inside = below(place, key)
            if key in found:
                self._note(ProblemKind.DUPLICATE_KEY, inside, event)
            found[key] = self._node(next(self._events), inside, depth + 1)
        return found


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def scalar(text: str) -> Any:
    """Return what a plain YAML scalar means under the 1.2 core rules; dates stay text."""
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if len(text) > LONGEST_NUMBER:
        return LongNumber(text) if NUMBER.match(text) else text
    if INTEGER.match(text):
        return int(text)
    if OCTAL.match(text):
        return int(text[2:], 8)
    if HEXADECIMAL.match(text):
        return int(text[2:], 16)
    if NOT_FINITE.match(text):
        return Decimal(text.replace(".", "", 1).lower())
    if NUMBER.match(text):
        return _number(text)
    return text
