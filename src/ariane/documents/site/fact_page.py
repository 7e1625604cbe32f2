"""One fact: its question, its values, what it implies, and all that rests on it."""

from __future__ import annotations

from typing import Any

from ariane.documents.site.conditions import clause
from ariane.documents.site.statement_page import card
from ariane.documents.site.uses import uses
from ariane.facts.vocabulary import BY_DOMAIN
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    DecimalFact,
    DerivedFact,
    EnumFact,
    Fact,
    IntFact,
    ScoresFact,
    SetFact,
)
from ariane.wording.catalogue import fact_words, label, say, table
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, whole_condition

KINDS = (
    (DerivedFact, "derived"),
    (BoolFact, "bool"),
    (IntFact, "integer"),
    (DecimalFact, "decimal"),
    (EnumFact, "enum"),
    (SetFact, "set"),
    (DateFact, "date"),
    (ScoresFact, "scores"),
)


def fact_content(fact: Fact, language: Language) -> dict[str, Any]:
    """Return what the page of a fact shows."""
    words, used = fact_words(fact, language), uses(fact)
    boxes = table(language, "algorithms")
    return {
        **fact_card(fact, language),
        "question": words["question"],
        "help": words.get("help", ""),
        "source": say(f"source.{fact.source}", language),
        "domain": say(f"domain.{_domain(fact)}", language),
        "domain_key": _domain(fact),
        "unit": _unit(words.get("unit", "")),
        "type": say(f"site:type.{kind_of(fact)}", language),
        "values": _values(fact, language),
        "narrower": _narrower(fact, language),
        "definition": clause(fact.definition, language) if isinstance(fact, DerivedFact) else None,
        "conditions": [card(s, language) for s in used.conditions],
        "fulfilments": [card(s, language) for s in used.fulfilments],
        "arrows": [
            (algorithm.id, boxes[edge.source], boxes[edge.target])
            for algorithm, edge in used.arrows
        ],
        "derived": [fact_card(derived, language) for derived in used.definitions],
        "implications": [
            (fact_card(rule.cause, language), [fact_card(e, language) for e in rule.effects])
            for rule in used.implications
        ],
        "exclusions": [capitalised(whole_condition(r, language)) for r in used.exclusions],
        "exams": [say(f"exam.{exam}", language) for exam in used.exams],
    }


def fact_card(fact: Fact, language: Language) -> dict[str, Any]:
    """Return the head of a fact, as lists show it."""
    used = uses(fact)
    touched = {statement.id for statement in (*used.conditions, *used.fulfilments)}
    return {"name": fact.name, "label": label(fact, language), "touches": len(touched)}


def kind_of(fact: Fact) -> str:
    """Return the kind of a fact as the wording names it."""
    return next((name for kind, name in KINDS if isinstance(fact, kind)), "text")


def _unit(unit: str | dict[str, str]) -> str:
    return unit["other"] if isinstance(unit, dict) else unit


def _domain(fact: Fact) -> str:
    return next(domain for domain, facts in BY_DOMAIN.items() if fact in facts)


def _values(fact: Fact, language: Language) -> list[tuple[str, str, bool]]:
    """Return each value as a case file writes it, in words, and whether it says "no result"."""
    words = fact_words(fact, language)
    if isinstance(fact, BoolFact):
        return [("true", words["holds"], False), ("false", words["fails"], False)]
    named = words.get("values", {})
    return [
        (str(value), str(named.get(value, "")), value in fact.no_result)
        for value in getattr(fact, "allowed", ())
    ]


def _narrower(fact: Fact, language: Language) -> list[tuple[str, list[str]]]:
    named = fact_words(fact, language).get("values", {})
    wider = getattr(fact, "narrower", {})
    return [(named[value], [named[part] for part in parts]) for value, parts in wider.items()]
