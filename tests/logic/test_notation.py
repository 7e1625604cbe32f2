"""One line of text for every condition: stable, readable, and meaning the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from ariane.logic.evaluate import evaluate
from ariane.logic.expression import ALWAYS, Expression
from ariane.logic.notation import notation
from support.expressions import (
    ALONE,
    GRADE,
    PLACES,
    SIZE,
    STAIN,
    A,
    B,
    C,
    M,
    N,
    Situation,
    oracle,
    situations,
)

LINES = [
    (ALWAYS, "true"),
    (A, "a"),
    (~A, "not a"),
    (ALONE, "alone"),
    (GRADE <= 1, "grade <= 1"),
    (Decimal("9.50") < SIZE, "size > 9.50"),
    (N.equals(0), "n == 0"),
    (N.exceeds(M), "n > m"),
    (N.one_of(1, 2), "n in (1, 2)"),
    (STAIN.is_("pos"), "stain == 'pos'"),
    (STAIN.is_not("pos"), "stain != 'pos'"),
    (STAIN.one_of("neg", "reduced"), "stain in ('neg', 'reduced')"),
    (~STAIN.one_of("neg", "reduced"), "not stain in ('neg', 'reduced')"),
    (PLACES.contains("gut"), "'gut' in places"),
    (~PLACES.contains("gut"), "not 'gut' in places"),
    (PLACES.not_empty(), "places != []"),
    (A.is_known(), "a is not None"),
    (~A.is_known(), "a is None"),
    (A & B & C, "a and b and c"),
    (A & (B | C), "a and (b or c)"),
    (A | (B & C), "a or (b and c)"),
    (~(A & B), "not (a and b)"),
]


@pytest.mark.parametrize(("condition", "line"), LINES, ids=[line for _, line in LINES])
def test_the_notation_of_each_kind_of_condition(condition: Expression, line: str) -> None:
    assert notation(condition) == line


@given(situations())
@settings(max_examples=300)
def test_the_text_means_what_the_tree_means(situation: Situation) -> None:
    text = notation(situation.condition)
    expected = oracle().truth(text, situation.known)
    assert evaluate(situation.condition, situation.known) is expected


def test_a_node_without_a_notation_is_an_error_that_names_it() -> None:
    class Odd(Expression):
        """A node that nobody knows."""

    with pytest.raises(TypeError, match="no notation for Odd"):
        notation(Odd())
