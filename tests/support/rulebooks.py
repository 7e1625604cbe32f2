"""Knowledge files changed on purpose: edit the data, hash again, read back."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

from ariane.guideline.rulebook.reading import parsed_rulebook
from ariane.guideline.rulebook.rulebook import Rulebook, current_rulebook
from ariane.guideline.rulebook.writing import HASH, content_sha256, rulebook_data

Data = dict[str, Any]


@cache
def _data() -> Data:
    return rulebook_data(current_rulebook())


def exported() -> Data:
    """Return the present knowledge as data that may be changed."""
    return copy.deepcopy(_data())


def hashed(data: Data) -> bytes:
    """Return the file of data, with the hash that belongs to them."""
    return json.dumps({**data, HASH: content_sha256(data)}).encode()


def edited(*edits: Callable[[Data], None]) -> Rulebook:
    """Return the present knowledge with some edits."""
    data = exported()
    for edit in edits:
        edit(data)
    return parsed_rulebook(hashed(data), "edited")


def statement(data: Data, name: str) -> Data:
    """Return a statement of the data."""
    return next(item for item in data["statements"] if item["id"] == name)


def bound(tree: Data, fact: str, value: int) -> None:
    """Change every bound of a fact in a condition."""
    if tree.get("fact") == fact and "bound" in tree:
        tree["bound"]["value"] = value
    for part in (*tree.get("parts", ()), *([tree["part"]] if "part" in tree else [])):
        bound(part, fact, value)


def statement_bound(name: str, fact: str, value: int) -> Callable[[Data], None]:
    """Return an edit of a bound in the condition of a statement."""
    return lambda data: bound(statement(data, name)["when"], fact, value)


def oligometastatic_up_to(lesions: int) -> Callable[[Data], None]:
    """Return an edit of the upper bound of oligometastatic disease."""

    def edit(data: Data) -> None:
        derived = data["inference"]["derived"]
        tree = next(d for d in derived if d["fact"] == "oligometastatic")["definition"]
        tree["parts"][1]["bound"]["value"] = lesions

    return edit
