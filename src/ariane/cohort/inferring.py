"""What rows imply beyond what they state, and which rows may contradict themselves."""

from __future__ import annotations

import polars as pl

from ariane.cohort.emitting import emitted
from ariane.facts.terms import TERMS, Terms

COMPUTED = "__computed:"


def completed(frame: pl.LazyFrame, terms: Terms = TERMS) -> pl.LazyFrame:
    """Return `frame` with implied and derived facts, as `ariane.facts.derivation.completed`.

    A column bears the name of each fact of the vocabulary; stated values are never replaced.
    """
    for rule in terms.implications:
        implied = pl.when(pl.col(rule.cause.name)).then(True)
        frame = frame.with_columns(pl.col(f.name).fill_null(implied) for f in rule.effects)
    for fact in terms.derived:
        frame = frame.with_columns(pl.col(fact.name).fill_null(emitted(fact.definition)))
    computed = [emitted(f.definition).alias(COMPUTED + f.name) for f in terms.derived]
    return frame.with_columns(computed)


def contradictory(terms: Terms = TERMS) -> pl.Expr:
    """Tell which completed rows may contradict themselves: never null, and rather too many.

    A derived fact that is stated where its definition is unknown needs a search over completions:
    such a row is left to the checker of cases.
    """
    forbidden = [emitted(rule).fill_null(False) for rule in terms.forbidden]
    derived = [
        pl.col(f.name).is_not_null() & pl.col(f.name).ne_missing(pl.col(COMPUTED + f.name))
        for f in terms.derived
    ]
    return pl.any_horizontal(pl.lit(False), *forbidden, *derived)
