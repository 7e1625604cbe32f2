"""Seeded random conditions and states over the small artificial vocabulary."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

import polars as pl

from ariane.cohort.columns import dtype_of
from ariane.logic.expression import ALWAYS, Expression
from support.cohort_gate import cell
from support.expressions import (
    ATOMS,
    BASE,
    BASIN,
    DERIVED,
    GRADE,
    KNOWLEDGE,
    PLACES,
    SIZE,
    STAIN,
    A,
    B,
    C,
    M,
    N,
)

FACTS = (*BASE, *DERIVED, BASIN)
BOOLEANS = (A, B, C, *DERIVED)
VALUES: dict[Any, tuple[Any, ...]] = {
    **dict.fromkeys(BOOLEANS, (True, False)),
    N: (0, 1, 2, 3, 4, 6),
    M: (0, 1, 2, 3, 4, 6),
    GRADE: GRADE.allowed,
    SIZE: tuple(map(Decimal, ("0", "0.9", "1", "1.1", "9.5", "10", "40"))),
    STAIN: STAIN.results(),
    PLACES: (frozenset(), frozenset(["lung"]), frozenset(["colon", "lung"]), frozenset(["gut"])),
    BASIN: ("iliac",),
}


def random_tree(random: Random, depth: int = 4) -> Expression:
    """Return a condition of at most 2 ** `depth` leaves."""
    if depth == 0 or random.random() < 0.25:
        return random.choice((*ATOMS, *KNOWLEDGE, ALWAYS))
    if random.random() < 0.3:
        return ~random_tree(random, depth - 1)
    left, right = random_tree(random, depth - 1), random_tree(random, depth - 1)
    return left & right if random.random() < 0.5 else left | right


def random_state(random: Random) -> dict[str, Any]:
    """Return what is known: each fact is unknown with probability 0.4."""
    return {f.name: random.choice(VALUES[f]) for f in FACTS if random.random() < 0.6}


def states_table(states: list[dict[str, Any]]) -> pl.DataFrame:
    """Return states as a table, in their order by the column `state`."""
    rows = [
        {"state": number, **{name: cell(value) for name, value in state.items()}}
        for number, state in enumerate(states)
    ]
    return pl.DataFrame(rows, {"state": pl.Int64, **{f.name: dtype_of(f) for f in FACTS}})
