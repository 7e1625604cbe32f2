"""Facts by typing: `ck20 neg`, `PS 1`, `femme` give proposals to accept."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from ariane.facts.source import NEVER_ASKED
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, Fact, IntFact, NumberFact
from ariane.wording.catalogue import fact_words, label
from ariane.wording.language import Language
from ariane.wording.phrases import known_words, number_words

MOST = 6
YES = frozenset({"oui", "yes", "present", "presente", "presents", "presentes", "true", "vrai"})
NO = frozenset(
    {"non", "no", "absent", "absente", "absents", "pas", "aucun", "aucune", "sans", "false"}
)
SHORT = {
    "+": ("pos",),
    "-": ("neg",),
    "pos": ("pos",),
    "positif": ("pos",),
    "positive": ("pos",),
    "neg": ("neg",),
    "negatif": ("neg",),
    "negative": ("neg",),
}
"""Short forms that pathologists write, and the values that they stand for."""
SYNONYMS = {
    "ps": "ecog",
    "oms": "ecog",
    "femme": "feminin female",
    "homme": "masculin male",
    "woman": "female feminin",
    "man": "male masculin",
    "meta": "metastases",
    "irm": "irm mri",
    "tdm": "scanner ct",
}
NUMBER = re.compile(r"^\d+(?:[.,]\d+)?$")


class Proposal(NamedTuple):
    """A fact with a value, as a form would send it and as a person reads it."""

    fact: str
    value: str
    words: str
    score: float


class _Entry(NamedTuple):
    fact: Fact
    value: str
    words: str
    about: frozenset[str]
    says: frozenset[str]


def proposals(query: str, language: Language) -> list[Proposal]:
    """Return what a few words may mean, the likeliest first; nothing where nothing fits.

    Every word has to be found, at least as the beginning of one, in the name of the fact or in its
    value.
    """
    words = _words(query.replace("+", " + ").replace("−", "-"))
    if not words:
        return []
    found = [*_closed(words, language), *_numbers(words, language)]
    found.sort(key=lambda proposal: -proposal.score)
    return found[:MOST]


def _closed(words: list[str], language: Language) -> list[Proposal]:
    result = []
    for entry in _entries(language):
        score = _score(words, entry)
        if score > 0:
            result.append(Proposal(entry.fact.name, entry.value, entry.words, score))
    return result


def _score(words: list[str], entry: _Entry) -> float:
    """Return how well the words fit, zero where one of them does not fit at all."""
    total, of_value = 0.0, False
    for word in words:
        about, says = _best(word, entry.about), _best(word, entry.says)
        if entry.value in SHORT.get(word, ()):
            says = 1.0
        if max(about, says) == 0:
            return 0.0
        of_value = of_value or says > 0
        total += max(about, says)
    coverage = total / (len(entry.about) + 1)
    return total + coverage + (1.0 if of_value else 0.0)


def _best(word: str, candidates: frozenset[str]) -> float:
    forms = {word, *SYNONYMS.get(word, "").split()}
    if forms & candidates:
        return 1.0
    return 0.5 if len(word) > 1 and any(c.startswith(word) for c in candidates) else 0.0


def _numbers(words: list[str], language: Language) -> list[Proposal]:
    numbers = [word for word in words if NUMBER.match(word)]
    names = [word for word in words if not NUMBER.match(word)]
    if len(numbers) != 1 or not names:
        return []
    result = []
    for fact in _entered():
        if not isinstance(fact, NumberFact) or (isinstance(fact, IntFact) and fact.allowed):
            continue
        about = frozenset(_words(f"{label(fact, language)} {fact.name}"))
        fits = [_best(name, about) for name in names]
        if all(fits):
            said = _number_words(fact, numbers[0], language)
            score = sum(fits) + sum(fits) / (len(about) + 1) + 1
            result.append(Proposal(fact.name, numbers[0], said, score))
    return result


def _number_words(fact: Fact, written: str, language: Language) -> str:
    from decimal import Decimal

    unit = fact_words(fact, language).get("unit", "")
    value = Decimal(written.replace(",", "."))
    return f"{label(fact, language)} = {number_words(value, unit, language)}"


@cache
def _entries(language: Language) -> tuple[_Entry, ...]:
    """Return every fact with a closed list of values, once for each value."""
    return tuple(
        _Entry(fact, key, known_words(fact, value, language), about, frozenset(_words(said)))
        for fact in _entered()
        for about in [frozenset(_words(f"{label(fact, language)} {fact.name}"))]
        for key, value, said in _values(fact, language)
    )


def _values(fact: Fact, language: Language) -> list[tuple[str, object, str]]:
    words = fact_words(fact, language)
    if isinstance(fact, BoolFact):
        return [
            ("true", True, f"{' '.join(YES)} {words['holds']}"),
            ("false", False, f"{' '.join(NO)} {words['fails']}"),
        ]
    if isinstance(fact, EnumFact):
        named = words.get("values", {})
        return [(str(v), v, f"{v} {named.get(str(v), '')}") for v in fact.allowed]
    if isinstance(fact, IntFact):
        return [(str(v), v, str(v)) for v in fact.allowed]
    return []


def _entered() -> list[Fact]:
    return [
        fact
        for fact in VOCABULARY
        if fact.source not in NEVER_ASKED and not isinstance(fact, DerivedFact)
    ]


def _words(text: str) -> list[str]:
    bare = "".join(c for c in normalize("NFKD", text.lower()) if not combining(c))
    return re.findall(r"\d+(?:[.,]\d+)?[a-z]*|[a-z]+\d*|\+|-(?=\s|$)", bare.replace("_", " "))
