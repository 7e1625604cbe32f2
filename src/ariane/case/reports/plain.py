"""A report in plain small letters, each of which knows the character that it comes from.

Capitals, accents, kinds of dashes and blanks say nothing about a stain: they are levelled here, so
that the grammar need not know of them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"
LEVELLED = {
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4\u2032", "'"),
    **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e*", " "),
    "\u00b1": "+/-",
    "\u2295": "+",
    "\u2296": "-",
    "\u2044": "/",
    "\u2215": "/",
    "\u0153": "oe",
    "\u00e6": "ae",
    "\u2265": ">",
    "\u2264": "<",
    "\u2192": ":",
    "\u2026": "..",
}
INVISIBLE = frozenset({"Mn", "Cf"})


class Plain(NamedTuple):
    """Levelled text; `origins[i]` is the offset in the report of the character behind `text[i]`."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the report `text[start:end]` stands (start inclusive, end exclusive)."""
        return self.origins[start], self.origins[end - 1] + 1


def plain(report: str, start: int, end: int) -> Plain:
    """Level `report[start:end]`: one blank for any run of blanks, no accents, no capitals."""
    letters: list[str] = []
    origins: list[int] = []
    for offset in range(start, end):
        for letter in _levelled(report[offset]):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            origins.append(offset)
    return Plain("".join(letters), tuple(origins))


def levelled(words: str) -> str:
    """Return words in the same plain letters as a report."""
    return plain(words, 0, len(words)).text


def _levelled(character: str) -> str:
    if character in LEVELLED:
        return LEVELLED[character]
    if character.isspace():
        return " "
    folded = unicodedata.normalize("NFKD", character.casefold())
    kept = "".join(c for c in folded if unicodedata.category(c) not in INVISIBLE)
    return re.sub(r"\s", " ", kept)
