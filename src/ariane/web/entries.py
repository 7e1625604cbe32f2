"""What a person enters for a fact, and the form control that fits it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from ariane.case.document import Document
from ariane.consult.consultation import Consultation
from ariane.facts.source import NEVER_ASKED
from ariane.facts.vocabulary import BY_DOMAIN
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    DerivedFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
    TextFact,
)
from ariane.wording.catalogue import fact_words, label, say
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, known_words

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("person", ("person",)),
    ("extent", ("disease_extent",)),
    ("imaging", ("imaging",)),
    ("laboratory", ("laboratory",)),
    ("pathology", ("pathology", "stains", "tissue")),
    ("molecular", ("molecular",)),
    ("surgery", ("surgery",)),
    ("treatment", ("treatment",)),
    ("board", ("board",)),
)
"""The order in which a clinician thinks of a case, and the domains of the vocabulary in each."""
RADIO_MOST = 4
"""Up to so many answers stand side by side; more go into a list."""
KNOWN_EMPTY = "none"


class Choice(NamedTuple):
    """One answer of a closed list."""

    value: str
    words: str
    chosen: bool


class Field(NamedTuple):
    """A fact as it is entered: `control` is radio, select, checks, number, text or date."""

    name: str
    label: str
    question: str
    help: str
    unit: str
    control: str
    choices: tuple[Choice, ...]
    value: str
    is_known: bool
    is_computed: bool
    said: str


class FieldGroup(NamedTuple):
    """Facts that a clinician thinks of together."""

    key: str
    heading: str
    known: int
    fields: tuple[Field, ...]


def field_groups(
    document: Document, consultation: Consultation, language: Language
) -> tuple[FieldGroup, ...]:
    """Return all facts that a person can answer, with what the case says of them."""
    groups = []
    for key, domains in GROUPS:
        facts = [fact for domain in domains for fact in BY_DOMAIN[domain] if _is_entered(fact)]
        fields = tuple(field(fact, document, consultation, language) for fact in facts)
        known = sum(entry.is_known for entry in fields)
        groups.append(FieldGroup(key, say(f"web:group.{key}", language), known, fields))
    return tuple(groups)


def field(fact: Fact, document: Document, consultation: Consultation, language: Language) -> Field:
    """Return one fact with its control; a value that follows from others is marked computed."""
    stated = (document.get("facts") or {}).get(fact.name)
    recorded = consultation.case.recorded.get(fact.name)
    words = fact_words(fact, language)
    value = stated if stated is not None else recorded
    unit = words.get("unit", "")
    return Field(
        name=fact.name,
        label=label(fact, language),
        question=str(words["question"]),
        help=str(words.get("help", "")),
        unit=str(unit["other"] if isinstance(unit, dict) else unit),
        control=_control(fact),
        choices=_choices(fact, value, language),
        value="" if stated is None or isinstance(stated, list) else _shown(stated, language),
        is_known=recorded is not None,
        is_computed=stated is None and recorded is not None,
        said="" if recorded is None else known_words(fact, recorded, language),
    )


def entered(fact: Fact, values: list[str]) -> Any:
    """Return what form values say, as a case file writes it; `None` for unknown.

    Numbers are taken as a person writes them (`10,1`); what is no number stays text, so that the
    checking of the case refuses it by name instead of dropping it.
    """
    given = [value.strip() for value in values if value.strip()]
    if not given:
        return None
    if isinstance(fact, SetFact):
        return [value for value in given if value != KNOWN_EMPTY]
    if isinstance(fact, BoolFact):
        return {"true": True, "false": False}.get(given[0], given[0])
    if isinstance(fact, NumberFact):
        return _number(given[0])
    if isinstance(fact, ScoresFact):
        return [_number(part) for part in re.split(r"[\s,;]+", given[0])]
    return given[0]


def _number(text: str) -> Any:
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+[.,]\d+", text):
        return float(Decimal(text.replace(",", ".")))
    return text


def _is_entered(fact: Fact) -> bool:
    return fact.source not in NEVER_ASKED and not isinstance(fact, DerivedFact)


def _control(fact: Fact) -> str:
    match fact:
        case BoolFact():
            return "radio"
        case EnumFact() | IntFact() if 0 < len(fact.allowed) <= RADIO_MOST + 1:
            return "radio"
        case EnumFact():
            return "select"
        case SetFact() if fact.allowed:
            return "checks"
        case NumberFact():
            return "number"
        case DateFact():
            return "date"
        case TextFact() | SetFact() | ScoresFact():
            return "text"
    raise TypeError(f"no control for {type(fact).__name__}")


def _choices(fact: Fact, value: Any, language: Language) -> tuple[Choice, ...]:
    if isinstance(fact, BoolFact):
        pairs = [("true", say("answer.yes", language)), ("false", say("answer.no", language))]
        chosen = {True: "true", False: "false"}.get(value, "")
        return tuple(Choice(key, capitalised(said), key == chosen) for key, said in pairs)
    allowed = getattr(fact, "allowed", ())
    named = fact_words(fact, language).get("values", {})
    held = {str(v) for v in value} if isinstance(value, list | frozenset) else {str(value)}
    return tuple(Choice(str(v), str(named.get(str(v), v)), str(v) in held) for v in allowed)


def _shown(value: Any, language: Language) -> str:
    if isinstance(value, float) and language is Language.FR:
        return str(value).replace(".", ",")
    return str(value)
