"""Plain data against what is expected of them: every problem is noted with its place."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from ariane.logic.data_problem import DataProblem, DataProblemKind
from ariane.logic.expression import Number

LARGEST = 10**15
"""No number of medicine is larger, and all up to it are exact as binary floats."""
DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")


class DataReader:
    """Reads values of expected types and collects the problems met on the way."""

    def __init__(self) -> None:
        self.problems: list[DataProblem] = []

    def complain(
        self, kind: DataProblemKind, place: str, value: object = "", expected: str = ""
    ) -> None:
        """Note a problem; the value is shown short."""
        said = value if isinstance(value, str) else repr(value)
        self.problems.append(DataProblem(kind, place, said[:60], expected))

    def mapping(self, data: Any, place: str, keys: tuple[str, ...]) -> dict[str, Any] | None:
        """Return an object that has exactly `keys`, `None` where it has not."""
        if not isinstance(data, dict):
            self.complain(DataProblemKind.WRONG_TYPE, place, _kind(data), "object")
            return None
        missing = [key for key in keys if key not in data]
        for key in missing:
            self.complain(DataProblemKind.MISSING_KEY, place, key)
        for key in data:
            if key not in keys:
                wanted = ", ".join(keys)
                self.complain(DataProblemKind.UNKNOWN_KEY, f"{place}.{key}", key, wanted)
        return None if missing else data

    def items(self, data: Any, place: str, least: int = 0) -> list[Any]:
        """Return a list of at least so many items, an empty one where it is none."""
        if isinstance(data, list) and len(data) >= least:
            return data
        found = f"[{len(data)}]" if isinstance(data, list) else _kind(data)
        self.complain(DataProblemKind.WRONG_TYPE, place, found, f"[{least}..]" if least else "list")
        return []

    def text(self, data: Any, place: str, allowed: tuple[str, ...] = ()) -> str:
        """Return a text, out of `allowed` where that is given; an empty one where it is none."""
        if not isinstance(data, str):
            self.complain(DataProblemKind.WRONG_TYPE, place, _kind(data), "text")
        elif not data.isascii() and not _is_utf8(data):
            self.complain(DataProblemKind.WRONG_TYPE, place, ascii(data), "UTF-8")
        elif allowed and data not in allowed:
            self.complain(DataProblemKind.NOT_ALLOWED, place, data, " | ".join(allowed))
        else:
            return data
        return ""

    def texts(self, data: Any, place: str, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return texts, each once."""
        items = enumerate(self.items(data, place))
        found = tuple(self.text(item, f"{place}[{i}]", allowed) for i, item in items)
        for i, item in enumerate(found):
            if item and item in found[:i]:
                self.complain(DataProblemKind.TWICE, f"{place}[{i}]", item)
        return found

    def whole(self, data: Any, place: str) -> int:
        """Return a whole number that is not negative, zero where it is none."""
        if isinstance(data, int) and not isinstance(data, bool) and 0 <= data <= LARGEST:
            return data
        self.complain(DataProblemKind.WRONG_TYPE, place, data, "int ≥ 0")
        return 0

    def number(self, data: Any, place: str) -> Number:
        """Return a whole number, or a decimal that is written as text; zero where it is none."""
        if isinstance(data, str) and DECIMAL.fullmatch(data):
            return Decimal(data)
        if isinstance(data, int) and not isinstance(data, bool) and 0 <= data <= LARGEST:
            return data
        self.complain(DataProblemKind.WRONG_TYPE, place, data, 'int ≥ 0 | "9.5"')
        return 0


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kind(data: Any) -> str:
    names = {dict: "object", list: "list", str: "text", bool: "boolean", type(None): "null"}
    return names.get(type(data), "number")
