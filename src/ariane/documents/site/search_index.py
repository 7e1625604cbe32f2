"""What the search looks through: one entry a page, its words folded to plain letters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from ariane.documents.site.links import (
    ambiguity_path,
    fact_path,
    section_path,
    statement_path,
)
from ariane.documents.site.sections import sections
from ariane.documents.site.statement_page import publication
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.bibliography import entries
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.structure import named_facts
from ariane.wording.catalogue import ambiguity, fact_words, heading, label, say, text, title
from ariane.wording.language import Language


class Entry(NamedTuple):
    """One thing to find: its kind, its name, what the list shows, where it is, what it says."""

    kind: str
    name: str
    title: str
    detail: str
    path: str
    folded: str


def search_script(language: Language) -> str:
    """Return the index as a script: a page opened from a folder may load no data file."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in search_entries(language))
    return f"window.arianeIndex = [\n{lines}\n];\n".replace("</", "<\\/")


def search_entries(language: Language) -> Iterator[Entry]:
    """Yield everything that can be found."""
    for number in sections():
        yield _entry("section", number, heading(number, language), "", section_path(number))
    yield from _statements(language)
    yield from _facts(language)
    for point in AMBIGUITIES:
        words = ambiguity(point.id, language)
        said = f"{words['issue']} {words['reading']}"
        detail = say(f"site:priority.{point.priority}", language)
        path = ambiguity_path(point.id)
        yield _entry("ambiguity", point.id, words["topic"], detail, path, said)
    for key in entries():
        source = publication(key)
        path = f"bibliography.html#{key}"
        yield _entry("source", key, source["printed"], source["identified"], path)


def folded(said: str) -> str:
    """Return text in lower case without accents: `péritonéale` and `PERITONEALE` are alike."""
    plain = "".join(c for c in normalize("NFD", said.casefold()) if not combining(c))
    return " ".join(plain.replace("œ", "oe").replace("’", "'").split())


def _statements(language: Language) -> Iterator[Entry]:
    for statement in statements():
        asked = " ".join(label(fact, language) for fact in named_facts(statement.when))
        cited = " ".join(statement.citations)
        strength = say(f"strength.{statement.strength}", language)
        place = f"{statement.section} {heading(statement.section, language)}"
        yield _entry(
            "statement",
            statement.id,
            title(statement.id, language),
            f"{place} · {strength}",
            statement_path(statement.id),
            f"{text(statement.id, language)} {asked} {cited}",
        )


def _facts(language: Language) -> Iterator[Entry]:
    for fact in VOCABULARY:
        words = fact_words(fact, language)
        values = " ".join(map(str, words.get("values", {}).values()))
        said = f"{words.get('holds', '')} {words.get('fails', '')} {values}"
        path = fact_path(fact.name)
        yield _entry("fact", fact.name, words["label"], words["question"], path, said)


def _entry(kind: str, name: str, said: str, detail: str, path: str, more: str = "") -> Entry:
    words = f"{name} {name.replace('_', ' ')} {said} {detail} {more}"
    return Entry(kind, name, said, detail, path, folded(words))
