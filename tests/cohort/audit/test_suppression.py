"""What is withheld cannot be worked out: every table that agrees with the release is tried."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ariane.cohort.audit.suppression import is_small, merged, released

MINIMUM = 3
TABLES = st.lists(st.tuples(*[st.sampled_from([0, 0, 1, 2, 3, 4, 6])] * 3), min_size=1, max_size=3)


def consistent(groups: np.ndarray, sizes: np.ndarray, open_: np.ndarray, minimum: int):
    """Yield every table of groups that agrees with all that is released of this one."""
    whole = groups.sum(axis=0)
    release = released(whole, groups, open_, minimum)
    shown = whole[release.categories]

    def rows(number: int) -> list[tuple[int, ...]]:
        size = int(sizes[number])
        every = [(a, b, size - a - b) for a in range(size + 1) for b in range(size - a + 1)]
        if not release.groups[number]:
            return every
        seen = tuple(groups[number][release.categories])
        return [r for r in every if tuple(np.array(r)[release.categories]) == seen]

    for found in product(*map(rows, range(len(groups)))):
        table = np.array(found)
        if (table.sum(axis=0)[release.categories] == shown).all():
            yield table


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_no_small_number_can_be_worked_out(cells: list[tuple[int, ...]]) -> None:
    groups = np.array(cells)
    sizes = groups.sum(axis=1)
    assume(not is_small(sizes, MINIMUM).any() and sizes.sum() <= 17)
    seen = [set[int]() for _ in range(groups.size)]
    wholes = [set[int]() for _ in range(3)]
    for table in consistent(groups, sizes, np.ones(len(groups), bool), MINIMUM):
        for number, value in enumerate(table.ravel()):
            seen[number].add(int(value))
        for number, value in enumerate(table.sum(axis=0)):
            wholes[number].add(int(value))
    for value, values in zip(groups.ravel(), seen, strict=True):
        assert int(value) in values
        assert not is_small(value, MINIMUM) or len(values) > 1
    for value, values in zip(groups.sum(axis=0), wholes, strict=True):
        assert not is_small(value, MINIMUM) or len(values) > 1


@given(TABLES, st.integers(3, 8))
def test_what_can_be_subtracted_is_never_small(cells: list[tuple[int, ...]], minimum: int) -> None:
    groups = np.array(cells)
    whole = groups.sum(axis=0)
    assume(not is_small(whole.sum(), minimum))
    release = released(whole, groups, np.ones(len(groups), bool), minimum)
    shown = release.categories
    withheld = groups[~release.groups]
    assert not is_small(groups[release.groups][:, shown], minimum).any()
    assert not is_small(groups[release.groups][:, ~shown].sum(axis=1), minimum).any()
    assert not is_small(withheld[:, shown].sum(axis=0), minimum).any()
    assert not is_small(withheld[:, ~shown].sum(), minimum).any()
    assert (withheld.sum(axis=1) > 0).sum() != 1


def test_nothing_is_withheld_without_need() -> None:
    groups = np.array([[10, 20, 0], [7, 0, 30]])
    release = released(groups.sum(axis=0), groups, np.array([True, True]), 5)
    assert release.categories.all()
    assert release.groups.all()


def test_one_small_group_takes_the_smallest_other_with_it() -> None:
    groups = np.array([[2, 20, 30], [50, 50, 50], [6, 8, 9]])
    release = released(groups.sum(axis=0), groups, np.array([True, True, True]), 5)
    assert release.groups.tolist() == [False, True, False]


def test_a_group_whose_size_is_withheld_is_withheld() -> None:
    groups = np.array([[20, 20, 30], [50, 50, 50], [60, 80, 90]])
    release = released(groups.sum(axis=0), groups, np.array([False, False, True]), 5)
    assert release.groups.tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("numbers", "mask"),
    [
        ([0, 7, 9], [False, False, False]),
        ([3, 7, 90], [True, True, False]),
        ([1, 2, 90], [True, True, True]),
        ([0, 2, 90], [False, True, True]),
        ([3, 4, 90], [True, True, False]),
    ],
)
def test_small_categories_are_merged_with_the_smallest(
    numbers: list[int], mask: list[bool]
) -> None:
    assert merged(np.array(numbers), 5).tolist() == mask


def test_a_whole_that_is_small_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 5"):
        merged(np.array([3, 1]), 5)
