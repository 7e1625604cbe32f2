"""Lists: the chapter by section, the facts by domain, the ambiguities by weight, the sources."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ariane.documents.site.ambiguity_page import ambiguity_card
from ariane.documents.site.fact_page import fact_card
from ariane.documents.site.sections import sections
from ariane.documents.site.statement_page import card, publication
from ariane.facts.vocabulary import BY_DOMAIN, VOCABULARY
from ariane.guideline.statement import Statement, Strength
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES, Priority
from ariane.guideline.tncd24.bibliography import entries
from ariane.guideline.tncd24.chapter import statements
from ariane.wording.catalogue import heading, say, table
from ariane.wording.language import Language

Content = dict[str, Any]


def index_content(language: Language) -> Content:
    """Return what the first page shows: the chapter, section by section, and how much there is."""
    return {
        "counts": {
            "statements": len(statements()),
            "facts": len(VOCABULARY),
            "ambiguities": len(AMBIGUITIES),
            "sources": len(entries()),
        },
        "sections": [
            {
                "number": number,
                "heading": heading(number, language),
                "depth": number.count("."),
                "count": len(held),
                "strengths": _strengths(held, language),
            }
            for number, held in sections().items()
        ],
        "algorithms": [(a.id, a.id[-1], table(language, "algorithms")[a.id]) for a in ALGORITHMS],
    }


def section_content(number: str, language: Language) -> Content:
    """Return what the page of a section shows: its statements in full."""
    numbers = list(sections())
    place = numbers.index(number)
    return {
        "number": number,
        "statements": [card(s, language) for s in sections()[number]],
        "before": numbers[place - 1] if place else "",
        "after": numbers[place + 1] if place + 1 < len(numbers) else "",
    }


def facts_content(language: Language) -> Content:
    """Return every fact with how many statements rest on it, domain by domain."""
    return {
        "domains": [
            (domain, say(f"domain.{domain}", language), [fact_card(f, language) for f in facts])
            for domain, facts in BY_DOMAIN.items()
        ]
    }


def ambiguities_content(language: Language) -> Content:
    """Return every ambiguity, the gravest first."""
    return {
        "priorities": [
            (
                priority.value,
                say(f"site:priority.{priority}", language),
                [ambiguity_card(a, language) for a in AMBIGUITIES if a.priority is priority],
            )
            for priority in Priority
        ]
    }


def bibliography_content(language: Language) -> Content:
    """Return every source of the chapter with the statements that cite it."""
    return {
        "sources": [
            {
                "key": key,
                **publication(key),
                "statements": [card(s, language) for s in statements() if key in s.citations],
            }
            for key in entries()
        ]
    }


def _strengths(held: list[Statement], language: Language) -> list[tuple[str, str, int]]:
    found = Counter(statement.strength for statement in held)
    return [
        (strength.value, say(f"strength.{strength}", language), found[strength])
        for strength in Strength
        if found[strength] and strength is not Strength.STATEMENT
    ]
