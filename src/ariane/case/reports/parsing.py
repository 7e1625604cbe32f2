"""The parser of one sentence: `grammar.lark` with the names of the markers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.lark import PostLex

from ariane.case.reports.markers import known_pattern, other_pattern
from ariane.case.reports.words import RAW, arranged


class _Raw(PostLex):
    """Keep the words that no rule of the grammar takes: `arranged` decides on them."""

    always_accept = tuple(sorted(RAW))

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        return stream


@cache
def parser() -> Lark:
    """Return the parser of one sentence, built when first asked for."""
    return Lark(grammar(), parser="lalr", lexer="basic", postlex=_Raw())


def grammar() -> str:
    """Return the grammar with the names of the markers."""
    rules = (files("ariane.case.reports") / "grammar.lark").read_text("utf-8")
    rules += f"\nMARKER.12: /{_escaped(known_pattern())}/"
    return rules + f"\nOTHER_MARKER.11: /{_escaped(other_pattern())}/\n"


def _escaped(pattern: str) -> str:
    return pattern.replace("/", r"\/")


def lexed(text: str) -> list[Token]:
    """Return the raw words of plain text, flags and small words included."""
    return list(parser().lex(text))


def parsed(tokens: list[Token]) -> Tree[Token]:
    """Parse the words of a sentence. Raises `UnexpectedToken` at the first without a place."""
    state: Any = parser().parse_interactive("")
    for token in arranged(tokens):
        state.feed_token(token)
    tree: Tree[Token] = state.feed_eof()
    return tree
