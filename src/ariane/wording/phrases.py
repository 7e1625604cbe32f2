"""Facts, values and conditions as a person says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import category

from ariane.logic.expression import (
    Always,
    And,
    Compare,
    Contains,
    Exceeds,
    Expression,
    IsKnown,
    Not,
    NotEmpty,
    OneOf,
    Or,
)
from ariane.logic.fact import BoolFact, Fact, IntFact, NumberFact
from ariane.wording.catalogue import fact_words, label, plural_form, say
from ariane.wording.language import Language

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "="}


def value_words(fact: Fact, value: Any, language: Language) -> str:
    """Return a known value of a fact: `présentes`, `3 lésions`, `adénocarcinome`."""
    words = fact_words(fact, language)
    if isinstance(value, bool):
        return str(words["holds" if value else "fails"])
    if isinstance(value, frozenset):
        if not value:
            return say("value.empty-set", language)
        named = words.get("values", {})
        return ", ".join(str(named.get(member, member)) for member in _ordered(fact, value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, int | Decimal):
        return number_words(value, words.get("unit", ""), language)
    return str(words.get("values", {}).get(value, value))


def number_words(value: int | Decimal, unit: str | dict[str, str], language: Language) -> str:
    """Return a number with its unit, in the number and with the decimal mark of the language."""
    said = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if language is Language.FR:
        said = said.replace(".", ",")
    if isinstance(unit, dict):
        unit = unit.get(plural_form(language, value), unit["other"])
    return f"{said}\N{NO-BREAK SPACE}{unit}" if unit else said


def answer_words(
    fact: Fact, values: Sequence[Any], every: Sequence[Any], language: Language
) -> str:
    """Return answers that are alike: yes or no, names, or a range of numbers.

    `every` are all answers that are told apart: numbers stand for themselves or for a whole range.
    """
    if isinstance(fact, BoolFact):
        return say("answer.yes" if values[0] else "answer.no", language)
    if isinstance(fact, NumberFact) and not getattr(fact, "allowed", ()):
        return _range_words(fact, sorted(values), sorted(every), language)
    said = say("word.or", language).join(value_words(fact, v, language) for v in values[:3])
    others = len(values) - 3
    return f"{said}{say('answer.others', language, count=others)}" if others > 0 else said


def _range_words(
    fact: NumberFact, values: Sequence[Any], every: Sequence[Any], language: Language
) -> str:
    """Return a range of numbers; `every` are the answers as `logic.domains` chooses them."""
    unit = fact_words(fact, language).get("unit", "")
    first, last = every.index(values[0]), every.index(values[-1])
    if isinstance(fact, IntFact):
        low, high = values[0], every[last + 1] - 1 if last + 1 < len(every) else None
        if high is None:
            return f"≥ {number_words(low, unit, language)}"
        if low == high:
            return number_words(low, unit, language)
        return f"{low} – {number_words(high, unit, language)}"
    parts = []
    if first > 0:
        sign, bound = ("≥", every[first]) if first % 2 else (">", every[first - 1])
        parts.append(f"{sign} {number_words(bound, unit, language)}")
    if last + 1 < len(every):
        sign, bound = ("≤", every[last]) if last % 2 else ("<", every[last + 1])
        parts.append(f"{sign} {number_words(bound, unit, language)}")
    return say("word.and", language).join(parts)


def known_words(fact: Fact, value: Any, language: Language) -> str:
    """Return a fact with its value in one phrase: `Sexe : féminin`, `métastases hépatiques`."""
    said = value_words(fact, value, language)
    if isinstance(fact, BoolFact):
        return capitalised(said)
    return say("phrase.is", language, label=label(fact, language), value=said)


def condition_words(expression: Expression, language: Language) -> str:
    """Return a leaf, or the heading of a compound condition."""
    match expression:
        case Not(BoolFact() as fact):
            return str(fact_words(fact, language)["fails"])
        case BoolFact():
            return str(fact_words(expression, language)["holds"])
        case And():
            return say("condition.all", language)
        case Or():
            return say("condition.any", language)
        case Not(OneOf(fact, values)):
            return _compared(
                fact, say("condition.not", language), _named(fact, values, language), language
            )
        case Not(IsKnown(fact)):
            return say("condition.not-known", language, label=label(fact, language))
        case Not(part):
            return (
                say("condition.none", language)
                if _compound(part)
                else (say("condition.negated", language, condition=condition_words(part, language)))
            )
        case Always():
            return say("condition.always", language)
        case OneOf(fact, values):
            return _compared(fact, "", _named(fact, values, language), language)
        case Compare(fact, operator, bound):
            unit = fact_words(fact, language).get("unit", "")
            return _compared(
                fact, SIGNS[operator], number_words(bound.value, unit, language), language
            )
        case Exceeds(left, right):
            return f"{label(left, language)} > {label(right, language)}"
        case Contains(fact, value):
            return say(
                "condition.contains",
                language,
                label=label(fact, language),
                value=fact_words(fact, language).get("values", {}).get(value, value),
            )
        case NotEmpty(fact):
            return say("condition.not-empty", language, label=label(fact, language))
        case IsKnown(fact):
            return say("condition.known", language, label=label(fact, language))
    raise TypeError(f"no words for {type(expression).__name__}")


def whole_condition(expression: Expression, language: Language) -> str:
    """Return a whole condition as one phrase, compound parts in brackets."""
    match expression:
        case And(parts):
            return say("word.and", language).join(_bracketed(part, language) for part in parts)
        case Or(parts):
            return say("word.or", language).join(_bracketed(part, language) for part in parts)
        case Not(part) if _compound(part):
            return say(
                "condition.negated", language, condition=f"({whole_condition(part, language)})"
            )
    return condition_words(expression, language)


def date_words(day: date, language: Language) -> str:
    """Return a date in full, as the language writes it."""
    from babel.dates import format_date

    return str(format_date(day, format="long", locale=language.value))


def capitalised(said: str) -> str:
    """Return a phrase with its first letter in upper case, the rest untouched."""
    return said[:1].upper() + said[1:]


def printable(said: str) -> str:
    """Return text without control characters, which could steer a terminal; line ends stay."""
    return "".join(c for c in said if c == "\n" or not category(c).startswith("C"))


def _compound(expression: Expression) -> bool:
    return isinstance(expression, And | Or)


def _bracketed(expression: Expression, language: Language) -> str:
    said = whole_condition(expression, language)
    return f"({said})" if _compound(expression) else said


def _named(fact: Fact, values: tuple[Any, ...], language: Language) -> str:
    named = fact_words(fact, language).get("values", {})
    return say("word.or", language).join(str(named.get(str(value), value)) for value in values)


def _compared(fact: Fact, sign: str, value: str, language: Language) -> str:
    said = f"{sign} {value}" if sign else value
    if sign in SIGNS.values():
        return f"{label(fact, language)} {said}"
    return say("phrase.is", language, label=label(fact, language), value=said)


def _ordered(fact: Fact, members: frozenset[str]) -> list[str]:
    allowed = list(getattr(fact, "allowed", ()))
    return sorted(members, key=lambda m: (allowed.index(m) if m in allowed else len(allowed), m))
