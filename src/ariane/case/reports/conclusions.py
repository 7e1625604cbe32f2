"""Conclusions within a sentence ("en faveur d'une origine …"): what they say is no result."""

from __future__ import annotations

import re
from typing import NamedTuple

from lark import Token

from ariane.case.reports.parsing import lexed
from ariane.case.reports.words import MARKERS

PARTING = re.compile(r"[(:;,]")


class Kept(NamedTuple):
    """The words of a sentence without its conclusions, what was cut, and whether it may be read."""

    tokens: tuple[Token, ...]
    cut: str
    readable: bool


def conclusions_cut(text: str) -> Kept:
    """Cut the conclusions out of plain text; places of the words stay those of the whole.

    A conclusion goes to the end, or, where markers follow, to the next sign that parts them from
    it. One that holds a marker makes the sentence unreadable: nobody knows what it says of it.
    """
    cut: list[str] = []
    tokens = lexed(text)
    while (tail := next((token for token in tokens if token.type == "TAIL"), None)) is not None:
        start = tail.start_pos or 0
        inside = start + len(re.split(r"(?<=\w)\W", str(tail), maxsplit=1)[0])
        end = len(text)
        if _names_marker(text[inside:]):
            parting = PARTING.search(text, start + 1)
            end = parting.start() if parting else end
        if _names_marker(text[inside:end]):
            return Kept((*lexed(text[:start]), *_deep(text[inside:])), "".join(cut), False)
        cut.append(text[start:end])
        text = text[:start] + " " * (end - start) + text[end:]
        tokens = lexed(text)
    return Kept(tuple(tokens), "".join(cut), True)


def _names_marker(text: str) -> bool:
    return any(token.type in MARKERS for token in _deep(text))


def _deep(text: str) -> list[Token]:
    """Return the words of a text, those of conclusions within it included."""
    tokens = lexed(text)
    tail = next((token for token in tokens if token.type == "TAIL"), None)
    if tail is None:
        return tokens
    return tokens + _deep(re.sub(r"^\W*\w+", "", str(tail)))
