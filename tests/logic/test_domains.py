"""The values of a fact that conditions tell apart, and those that a person may choose from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ariane.logic.domains import domain, number_answers
from ariane.logic.evaluate import holds_for
from ariane.logic.fact import DecimalFact, IntFact, SetFact
from support.expressions import BASIN, GRADE, PLACES, SIZE, STAIN, A, M, N

PERCENT = IntFact("percent", maximum=100)
SHARE = DecimalFact("share", maximum=2)


def test_a_boolean_and_an_enumeration() -> None:
    assert domain(A, [A]) == (False, True)
    assert domain(STAIN, [STAIN.is_("pos")]) == ("pos", "neg")
    assert domain(STAIN, [STAIN.is_("pos"), STAIN.is_("neg")]) == ("pos", "neg", "reduced")


def test_a_number_is_cut_at_its_bounds() -> None:
    assert domain(N, [N >= 3]) == (0, 3)
    assert domain(N, [N > 3]) == (0, 4)
    assert domain(N, [N.equals(3)]) == (0, 3)
    assert domain(N, [N.one_of(2, 5)]) == (0, 2)
    assert domain(N, [N.one_of(2, 5), N > 3]) == (0, 2, 4, 5)
    assert domain(GRADE, [GRADE >= 3]) == (0, 3)
    low, high = domain(SIZE, [Decimal(10) < SIZE])
    assert low <= 10 < high


def test_a_maximum_ends_the_last_range() -> None:
    assert domain(PERCENT, [PERCENT > 99]) == (0, 100)
    assert domain(PERCENT, [PERCENT > 100]) == (0,)
    assert all(value <= 2 for value in domain(SHARE, [Decimal(2) < SHARE]))


def test_numbers_compared_with_each_other_can_stand_in_any_order() -> None:
    values = domain(N, [N.exceeds(M), N >= 3])
    assert values == domain(M, [N.exceeds(M), N >= 3])
    assert {value for value in values if value < 3} == {0, 1}
    assert len([value for value in values if value >= 3]) >= 2


def test_a_known_number_bounds_the_one_it_is_compared_with() -> None:
    values = domain(N, [N.exceeds(M)], [7])
    assert any(value > 7 for value in values)
    assert any(value <= 7 for value in values)


def test_a_set_is_told_apart_by_what_counts_as_its_members() -> None:
    values = domain(PLACES, [PLACES.contains("gut")])
    assert sorted(not {"gut", "stomach", "colon"}.isdisjoint(value) for value in values) == [
        False,
        True,
    ]
    assert domain(PLACES, [PLACES.not_empty()])[0] == frozenset()


def test_free_text_has_no_values() -> None:
    with pytest.raises(TypeError, match="basin has no conditions"):
        domain(BASIN, [])


def test_answers_about_whole_numbers_begin_each_range() -> None:
    assert number_answers(N, (N >= 3, N > 5)) == (0, 3, 6)
    assert number_answers(GRADE, (GRADE >= 3,)) == (0, 3)


def test_answers_about_decimals_are_ranges_and_bounds_by_turns() -> None:
    bounds = (Decimal(1) < SIZE, SIZE >= 10)
    found = number_answers(SIZE, bounds)
    assert len(found) == 5
    assert found[0] < 1 == found[1] < found[2] < 10 == found[3] < found[4]


def test_answers_do_not_depend_on_other_numbers() -> None:
    other = DecimalFact("other")
    alone = number_answers(SIZE, (Decimal(1) < SIZE,))
    assert number_answers(SIZE, (Decimal(1) < SIZE, other > Decimal(4))) == alone


def test_an_empty_set_an_accepted_member_and_another_are_told_apart() -> None:
    atoms = [PLACES.contains("gut"), PLACES.not_empty()]
    found = [tuple(holds_for(atom, value) for atom in atoms) for value in domain(PLACES, atoms)]
    assert sorted(found) == [(False, False), (False, True), (True, True)]


def test_a_closed_list_has_no_other_members() -> None:
    closed = SetFact[str]("closed", allowed=("x",))
    values = domain(closed, [closed.contains("x"), closed.not_empty()])
    assert set(values) == {frozenset(), frozenset({"x"})}


def test_decimals_that_are_compared_stand_within_each_range() -> None:
    other = DecimalFact("other")
    values = domain(SIZE, [SIZE.exceeds(other), Decimal(1) < SIZE, SIZE <= 10])
    assert values[0] == 0
    for low, high in ((0, 1), (1, 10), (10, 10**9)):
        assert len({value for value in values if low < value < high}) >= (1 if low == 0 else 2)
    assert {Decimal(1), Decimal(10)} <= set(values)


def test_zero_is_the_first_answer_about_a_number() -> None:
    assert number_answers(SIZE, (Decimal(1) < SIZE,))[0] == 0
    assert number_answers(N, (N > 4,))[0] == 0
