"""Facts that follow from others: implications first, then definitions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ariane.facts.terms import TERMS, Terms
from ariane.logic.compiled import Evaluator
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import DerivedFact
from ariane.logic.warming import evaluator


def completed(stated: Mapping[str, Any], terms: Terms = TERMS) -> dict[str, Any]:
    """Return the known facts with all that they imply; a stated value is never replaced.

    `stated` maps fact names to results (no no-result values). Contradictions between a stated and
    a computed value are for the case reader to refuse; here the stated value stands.
    """
    known = dict(stated)
    for rule in terms.implications:
        if known.get(rule.cause.name) is True:
            for effect in rule.effects:
                known.setdefault(effect.name, True)
    for fact in terms.derived:
        value = evaluate(fact.definition, known)
        if value is not None:
            known.setdefault(fact.name, value)
    return known


def stated_definitions(known: Mapping[str, Any], terms: Terms = TERMS) -> tuple[Expression, ...]:
    """Return what the stated derived facts forbid where their own definition is still unknown."""
    return tuple(
        _forbidden(fact, known[fact.name])
        for fact, computed in zip(terms.derived, _definitions(terms)(known), strict=True)
        if computed is None and fact.name in known
    )


@cache
def _definitions(terms: Terms) -> Evaluator:
    return evaluator([fact.definition for fact in terms.derived])


def _forbidden(fact: DerivedFact, stated: bool) -> Expression:
    return ~fact.definition if stated else fact.definition
