"""What is withheld cannot be worked out: every table that agrees with the release is tried."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ariane.cohort.suppression import is_small, merged, released, shown_count, shown_line

MINIMUM = 3
Table = Any
LINES = st.lists(st.integers(0, 30), min_size=1, max_size=6)
TABLES = st.lists(st.tuples(*[st.sampled_from([0, 0, 1, 2, 3, 4, 6])] * 3), min_size=1, max_size=3)


def consistent(groups: Table, sizes: Table, minimum: int) -> Iterator[Table]:
    """Yield every table of groups that agrees with all that is shown of this one."""
    whole = groups.sum(axis=0)
    release = released(whole, groups, np.ones(len(groups), bool), minimum)

    def rows(number: int) -> list[tuple[int, ...]]:
        size, shown = int(sizes[number]), release.groups[number]
        every = [(a, b, size - a - b) for a in range(size + 1) for b in range(size - a + 1)]
        return [row for row in every if (np.array(row) == groups[number])[shown].all()]

    for found in product(*map(rows, range(len(groups)))):
        table = np.array(found)
        if (table.sum(axis=0) == whole)[release.whole].all():
            yield table


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_no_small_number_can_be_worked_out(cells: list[tuple[int, ...]]) -> None:
    groups = np.array(cells)
    sizes = groups.sum(axis=1)
    assume(not is_small(sizes, MINIMUM).any() and sizes.sum() <= 17)
    seen = [set[int]() for _ in range(groups.size)]
    wholes = [set[int]() for _ in range(3)]
    for table in consistent(groups, sizes, MINIMUM):
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
    sizes = groups.sum(axis=1)
    assume(not is_small(sizes, minimum).any())
    release = released(whole, groups, np.ones(len(groups), bool), minimum)
    assert not is_small(groups[release.groups], minimum).any()
    assert not is_small(whole[release.whole], minimum).any()
    assert not is_small(whole.sum() - whole[release.whole].sum(), minimum)
    left = np.where(release.groups, 0, groups)
    assert not is_small(left.sum(axis=1), minimum).any()
    assert not is_small(left.sum(axis=0)[release.whole], minimum).any()


def shown(groups: list[list[int]], parents: list[bool] | None = None) -> list[list[bool]]:
    table = np.array(groups)
    open_ = np.array(parents or [True] * len(groups))
    found: list[list[bool]] = released(table.sum(axis=0), table, open_, 5).groups.tolist()
    return found


def test_nothing_is_withheld_without_need() -> None:
    assert shown([[10, 20, 0], [7, 0, 30]]) == [[True] * 3] * 2


def test_one_small_number_takes_another_category_and_another_group_with_it() -> None:
    assert shown([[2, 20, 300], [50, 50, 50], [6, 8, 900]]) == [
        [False, False, True],
        [False, False, True],
        [True, True, True],
    ]


def test_groups_with_the_same_gaps_need_no_other() -> None:
    assert shown([[3, 20, 300], [4, 50, 80], [6, 8, 9]]) == [
        [False, False, True],
        [False, False, True],
        [True, True, True],
    ]


def test_where_no_group_is_left_to_join_all_are_withheld_whole() -> None:
    assert shown([[2, 20, 300], [40, 30, 3]]) == [[False] * 3] * 2


def test_a_group_whose_size_is_withheld_is_withheld() -> None:
    parents = [False, False, True]
    assert shown([[20, 20, 30], [50, 50, 50], [60, 80, 90]], parents) == [
        [False] * 3,
        [False] * 3,
        [True] * 3,
    ]


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


def test_what_is_small_in_all_is_withheld_in_all() -> None:
    assert merged(np.array([3, 0, 1]), 5).tolist() == [True, True, True]


@pytest.mark.parametrize(
    ("numbers", "minimum", "shown"),
    [
        ((3, 40, 60), 5, (None, None, 60)),
        ((3, 4, 60), 5, (None, None, 60)),
        ((1, 1, 60, 8), 5, (None, None, 60, None)),
        ((0, 40, 60), 5, (0, 40, 60)),
        ((5, 40, 60), 5, (5, 40, 60)),
        ((3, 0, 60), 5, (None, 0, None)),
        ((3, 0, 0), 5, (None, None, None)),
        ((3, 4, 60), 1, (3, 4, 60)),
        ((3, 4, 60), 0, (3, 4, 60)),
        ((), 5, ()),
    ],
)
def test_a_line_withholds_small_numbers_and_the_next_smallest_with_them(
    numbers: tuple[int, ...], minimum: int, shown: tuple[int | None, ...]
) -> None:
    assert shown_line(numbers, minimum) == shown


def test_a_number_out_of_a_total_is_withheld_for_a_small_rest_too() -> None:
    assert shown_count(3, 100, 5) is None
    assert shown_count(97, 100, 5) is None
    assert shown_count(100, 100, 5) == 100
    assert shown_count(0, 100, 5) == 0


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        shown_line((1, -1), 5)


@given(LINES, st.integers(0, 12))
def test_no_line_gives_a_small_count_away(counts: list[int], minimum: int) -> None:
    cells = shown_line(counts, minimum)
    hidden = [count for count, cell in zip(counts, cells, strict=True) if cell is None]
    seen = [(count, cell) for count, cell in zip(counts, cells, strict=True) if cell is not None]
    assert all(count == cell for count, cell in seen)
    assert all(cell == 0 or cell >= minimum for _, cell in seen)
    assert not hidden or not seen or (len(hidden) > 1 and sum(hidden) >= minimum)


@given(LINES)
def test_nothing_is_hidden_where_nothing_is_small(counts: list[int]) -> None:
    assert shown_line(counts, 1) == tuple(counts)
