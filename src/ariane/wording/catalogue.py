"""The wording files: read once, when first asked for."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from ariane.wording.language import Language

if TYPE_CHECKING:
    from babel.plural import PluralRule

    from ariane.logic.fact import Fact

FOLDER = os.path.dirname(__file__)
"""Read by path: `importlib.resources` would cost more than all the files."""


@cache
def table(language: Language, name: str) -> dict[str, Any]:
    """Return one wording file. Raises `FileNotFoundError` for a name that has none."""
    with open(os.path.join(FOLDER, language.value, f"{name}.json"), "rb") as stream:
        content: dict[str, Any] = json.loads(stream.read())
    return content


def title(statement_id: str, language: Language) -> str:
    """Return the short title of a statement."""
    return str(_statement_words(statement_id, language)["title"])


def text(statement_id: str, language: Language) -> str:
    """Return what a statement says, in our own words."""
    return str(_statement_words(statement_id, language)["text"])


def _statement_words(statement_id: str, language: Language) -> dict[str, str]:
    """Return the words of a statement; what says no statement does not load the guideline."""
    from ariane.guideline.tncd24.chapter import section_module

    words: dict[str, str] = table(language, section_module(statement_id))[statement_id]
    return words


def fact_words(fact: Fact, language: Language) -> dict[str, Any]:
    """Return the words of a fact: label, question, and its values or its two phrases."""
    words: dict[str, Any] = table(language, "facts")[fact.name]
    return words


def label(fact: Fact, language: Language) -> str:
    """Return the name of a fact as a person reads it."""
    return str(fact_words(fact, language)["label"])


def question(fact: Fact, language: Language) -> str:
    """Return the question that asks for a fact."""
    return str(fact_words(fact, language)["question"])


def ambiguity(ambiguity_id: str, language: Language) -> dict[str, str]:
    """Return topic, issue and safest reading of an ambiguity of the text."""
    words: dict[str, str] = table(language, "ambiguities")[ambiguity_id]
    return words


def heading(section: str, language: Language) -> str:
    """Return the heading of a section of the chapter."""
    return str(table(language, "sections")[section])


def say(key: str, language: Language, **values: object) -> str:
    """Return an interface text with its values put in.

    A key is a name in `interface.json`, or `table:name` for a table of its own (`pci:title`).
    Where `count` is among them and the entry has plural forms, the form that the language's rules
    ask for is taken.
    """
    where, _, name = key.rpartition(":")
    entry = table(language, where or "interface")[name]
    if isinstance(entry, dict):
        count = values["count"]
        if not isinstance(count, int):
            raise TypeError(f"{key} needs a whole count, not {count!r}")
        entry = entry[plural_form(language, count)]
    return str(entry).format(**values) if values else str(entry)


class Speaker(Protocol):
    """`say`, bound to a language."""

    def __call__(self, key: str, **values: object) -> str:
        """Return an interface text with its values put in."""


def speaker(language: Language) -> Speaker:
    """Return `say` for one language, for those who say much in it."""

    def speak(key: str, **values: object) -> str:
        return say(key, language, **values)

    return speak


def plural_form(language: Language, count: int | Decimal) -> str:
    """Return the plural category of a number: `one` or `other`."""
    return _plural_rule(language)(count)


@cache
def _plural_rule(language: Language) -> PluralRule:
    """Return the rule of a language (CLDR), without the weight of its whole locale."""
    from babel.plural import PluralRule

    return PluralRule(table(language, "interface")["plural-rule"])
