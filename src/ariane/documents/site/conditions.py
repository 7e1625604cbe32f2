"""Conditions in words, each leaf with the fact that it speaks of."""

from __future__ import annotations

from typing import NamedTuple

from ariane.logic.expression import And, Expression, Not, Or
from ariane.logic.structure import named_facts
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, condition_words


class Clause(NamedTuple):
    """One node of a condition: its words, the fact of a leaf (or nothing), its parts."""

    words: str
    fact: str
    parts: tuple[Clause, ...] = ()


def clause(expression: Expression, language: Language) -> Clause:
    """Return a condition in words."""
    words = capitalised(condition_words(expression, language))
    match expression:
        case And(parts) | Or(parts):
            return Clause(words, "", tuple(clause(part, language) for part in parts))
        case Not(And() | Or() as part):
            return Clause(words, "", (clause(part, language),))
    facts = named_facts(expression)
    return Clause(words, facts[0].name if facts else "")
