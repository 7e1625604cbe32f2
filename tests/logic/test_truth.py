"""Strong Kleene logic, by its tables."""

from __future__ import annotations

import pytest

from ariane.logic.truth import Truth, kleene_and, kleene_not, kleene_or

T, F, U = True, False, None
CONJUNCTION = {
    (T, T): T, (T, F): F, (T, U): U,
    (F, T): F, (F, F): F, (F, U): F,
    (U, T): U, (U, F): F, (U, U): U,
}  # fmt: skip
DISJUNCTION = {
    (T, T): T, (T, F): T, (T, U): T,
    (F, T): T, (F, F): F, (F, U): U,
    (U, T): T, (U, F): U, (U, U): U,
}  # fmt: skip

Pair = tuple[bool | None, bool | None]


@pytest.mark.parametrize(("pair", "expected"), CONJUNCTION.items(), ids=str)
def test_and(pair: Pair, expected: bool | None) -> None:
    assert kleene_and(list(pair)) is expected


@pytest.mark.parametrize(("pair", "expected"), DISJUNCTION.items(), ids=str)
def test_or(pair: Pair, expected: bool | None) -> None:
    assert kleene_or(list(pair)) is expected


@pytest.mark.parametrize(("value", "expected"), [(T, F), (F, T), (U, U)])
def test_not(value: bool | None, expected: bool | None) -> None:
    assert kleene_not(value) is expected


def test_one_false_decides_a_long_conjunction_with_unknown_parts() -> None:
    assert kleene_and([T, U, T, F, U]) is F


def test_one_true_decides_a_long_disjunction_with_unknown_parts() -> None:
    assert kleene_or([F, U, F, T, U]) is T


@pytest.mark.parametrize(("value", "word"), [(T, "holds"), (F, "fails"), (U, "unknown")])
def test_truths_are_the_three_words_of_the_contract(value: bool | None, word: str) -> None:
    assert Truth.of(value) == word


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_no_boolean(truth: Truth) -> None:
    with pytest.raises(TypeError, match="is not a yes or a no"):
        bool(truth)
