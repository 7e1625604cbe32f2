"""A rulebook as data and as text: the same knowledge gives the same bytes."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from ariane.facts.terms import Terms
from ariane.guideline.rulebook.rulebook import Rule, Rulebook
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    DecimalFact,
    EnumFact,
    Fact,
    IntFact,
    ScoresFact,
    SetFact,
    TextFact,
)
from ariane.logic.tree_data import Data, tree_data

SCHEMA = "ariane-knowledge/1"
HASH = "content_sha256"
TYPES: dict[str, type[Fact]] = {
    "boolean": BoolFact,
    "integer": IntFact,
    "decimal": DecimalFact,
    "enum": EnumFact,
    "set": SetFact,
    "text": TextFact,
    "date": DateFact,
    "scores": ScoresFact,
}
"""Names of the types of facts; a derived fact is a boolean with a definition elsewhere."""


def rulebook_text(book: Rulebook) -> str:
    """Return the file of a rulebook."""
    return json.dumps(rulebook_data(book), ensure_ascii=False, indent=1) + "\n"


def rulebook_data(book: Rulebook) -> Data:
    """Return a rulebook as `ariane-knowledge/1`, its own hash included."""
    data: Data = {
        "schema": SCHEMA,
        "guideline": {"id": book.guideline, "edition": book.edition},
        "ariane_version": book.ariane_version,
        "knowledge_sha256": book.knowledge_sha256,
        HASH: "",
        "vocabulary": [fact_data(fact) for fact in book.terms.facts],
        "inference": inference_data(book.terms),
        "statements": [rule_data(rule) for rule in book.rules],
    }
    return {**data, HASH: content_sha256(data)}


def content_sha256(data: Data) -> str:
    """Return the hash of all that a file says but the hash itself; order of keys is no matter."""
    content = {key: value for key, value in data.items() if key != HASH}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), default=str)
    return sha256(canonical.encode()).hexdigest()


def fact_data(fact: Fact) -> Data:
    """Return a fact of the vocabulary; of a derived one, all but its definition."""
    data: Data = {"name": fact.name, "type": type_name(fact), "source": str(fact.source)}
    if fact.no_result:
        data["no_result"] = list(fact.no_result)
    for key in ("unit", "maximum", "length"):
        if getattr(fact, key, None) not in (None, ""):
            data[key] = getattr(fact, key)
    if getattr(fact, "allowed", ()):
        data["allowed"] = list(getattr(fact, "allowed", ()))
    if isinstance(fact, SetFact) and fact.narrower:
        data["narrower"] = {value: list(inner) for value, inner in fact.narrower.items()}
    return data


def type_name(fact: Fact) -> str:
    """Return the name of the type of a fact."""
    return next(name for name, kind in TYPES.items() if isinstance(fact, kind))


def inference_data(terms: Terms) -> Data:
    """Return what follows from what, and what excludes what."""
    derived: list[dict[str, Any]] = [
        {"fact": fact.name, "definition": tree_data(fact.definition)} for fact in terms.derived
    ]
    implications = [
        {"cause": rule.cause.name, "effects": [effect.name for effect in rule.effects]}
        for rule in terms.implications
    ]
    exclusions = [tree_data(rule) for rule in terms.exclusions]
    return {"derived": derived, "implications": implications, "exclusions": exclusions}


def rule_data(rule: Rule) -> Data:
    """Return a statement: what it is and when it holds."""
    fulfilled = rule.fulfilled_when
    return {
        "id": rule.id,
        "section": rule.section,
        "kind": rule.id.rsplit("-", 1)[1][0],
        "strength": rule.strength.value,
        "grade": None if rule.grade is None else rule.grade.value,
        "action_type": rule.action.value,
        "exams": [exam.value for exam in rule.exams],
        "when": tree_data(rule.when),
        "fulfilled_when": None if fulfilled is None else tree_data(fulfilled),
    }
