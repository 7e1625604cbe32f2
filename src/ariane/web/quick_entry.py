"""Facts by typing: `ck20 neg`, `PS 1`, `femme` give proposals to accept."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from ariane.facts.source import NEVER_ASKED
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.fact import BoolFact, DerivedFact, EnumFact, Fact, IntFact, NumberFact
from ariane.web.quick_words import LITTLE, NO, SHORT, SYNONYMS, YES
from ariane.wording.catalogue import fact_words, label
from ariane.wording.language import Language
from ariane.wording.phrases import known_words, number_words

MOST = 6
JOINED = re.compile(r"\b(ps|oms|who|ecog)(\d)\b", re.IGNORECASE)
"""`PS1` for `PS 1`."""
NUMBER = re.compile(r"^\d+(?:[.,]\d+)?$")


class Proposal(NamedTuple):
    """A fact with a value, as a form would send it and as a person reads it."""

    fact: str
    value: str
    words: str
    score: float


class _Entry(NamedTuple):
    """A fact with one of its values: `named` counts the words of its name alone.

    `holds` where the value is yes or no.
    """

    fact: Fact
    value: str
    words: str
    about: frozenset[str]
    says: frozenset[str]
    named: int
    holds: bool | None


def proposals(query: str, language: Language) -> list[Proposal]:
    """Return what a few words may mean, the likeliest first; nothing where nothing fits.

    Every word has to be found, at least as the beginning of one, in the name of the fact or in its
    value; an answer alone (`oui`, `neg`) is no fact.
    """
    spaced = JOINED.sub(r"\1 \2", query).replace("+", " + ").replace("−", "-")
    words = [word for word in _words(spaced) if word not in LITTLE]
    if not any(_names(word) for word in words):
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


def _names(word: str) -> bool:
    """Return whether a word can name something: an answer or a number alone does not."""
    return not (word in YES | NO or word in SHORT or NUMBER.match(word))


def _score(words: list[str], entry: _Entry) -> float:
    """Return how well the words fit, zero where one of them does not fit at all."""
    denied, affirmed = bool(NO.intersection(words)), bool(YES.intersection(words))
    if entry.holds is not None and (denied if entry.holds else affirmed):
        return 0.0
    total = of_value = 0.0
    for word in words:
        about, says = _best(word, entry.about), _best(word, entry.says)
        if entry.value in SHORT.get(word, ()):
            says = 1.0
        if max(about, says) == 0:
            return 0.0
        of_value += says
        total += max(about, says)
    return total + total / (entry.named + 1) + _of_value(entry, of_value, denied)


def _of_value(entry: _Entry, matched: float, denied: bool) -> float:
    """Return what the value adds: whoever names a finding without an answer means it is there."""
    if entry.holds is not None:
        return -0.5 if entry.holds is False and not denied else 1.5
    negated = bool(entry.says & NO) and not denied
    return (1.0 + matched / len(entry.says) / 2 if matched else 0.0) - (0.5 if negated else 0.0)


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
    unit = fact_words(fact, language).get("unit", "")
    value = Decimal(written.replace(",", "."))
    return f"{label(fact, language)} = {number_words(value, unit, language)}"


@cache
def _entries(language: Language) -> tuple[_Entry, ...]:
    """Return every fact with a closed list of values, once for each value."""
    return tuple(entry for fact in _entered() for entry in _entries_of(fact, language))


def _entries_of(fact: Fact, language: Language) -> list[_Entry]:
    words = fact_words(fact, language)
    about = frozenset(_words(f"{label(fact, language)} {fact.name}"))
    length = len(about)

    def entry(value: object, said: str, holds: bool | None = None) -> _Entry:
        key = str(value).lower() if isinstance(value, bool) else str(value)
        said_of = frozenset(_words(said))
        return _Entry(fact, key, known_words(fact, value, language), about, said_of, length, holds)

    if isinstance(fact, BoolFact):
        about |= frozenset(_words(f"{words['holds']} {words['fails']}")) - NO
        return [entry(True, " ".join(YES), True), entry(False, " ".join(NO), False)]
    if isinstance(fact, EnumFact):
        named = words.get("values", {})
        return [entry(v, f"{v} {named.get(str(v), '')}") for v in fact.allowed]
    if isinstance(fact, IntFact):
        return [entry(v, str(v)) for v in fact.allowed]
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
