"""Counts of few patients: hidden, and not to be found by subtraction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.cohort.small_cells import shown_count, shown_line, shown_table

COUNTS = st.integers(0, 30)
LINES = st.lists(COUNTS, min_size=1, max_size=6)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=4)
)
MINIMA = st.integers(0, 12)


@pytest.mark.parametrize(
    ("counts", "minimum", "shown"),
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
def test_a_line_hides_small_counts_and_the_next_smallest_with_them(
    counts: tuple[int, ...], minimum: int, shown: tuple[int | None, ...]
) -> None:
    assert shown_line(counts, minimum) == shown


def test_a_count_out_of_a_total_is_hidden_for_a_small_rest_too() -> None:
    assert shown_count(3, 100, 5) is None
    assert shown_count(97, 100, 5) is None
    assert shown_count(100, 100, 5) == 100
    assert shown_count(0, 100, 5) == 0


def test_a_column_hides_what_its_row_alone_would_show() -> None:
    assert shown_table(((3, 40, 60), (70, 80, 90)), 5) == ((None, None, 60), (None, None, 90))


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        shown_line((1, -1), 5)


def protected(counts: list[int], shown: tuple[int | None, ...], minimum: int) -> bool:
    """Tell whether neither a cell nor a subtraction shows a small count of a larger line."""
    hidden = [count for count, cell in zip(counts, shown, strict=True) if cell is None]
    seen = [(count, cell) for count, cell in zip(counts, shown, strict=True) if cell is not None]
    honest = all(count == cell for count, cell in seen)
    kept = all(cell == 0 or cell >= minimum for _, cell in seen)
    enough = not hidden or not seen or (len(hidden) > 1 and sum(hidden) >= minimum)
    return honest and kept and enough


@given(LINES, MINIMA)
def test_no_line_gives_a_small_count_away(counts: list[int], minimum: int) -> None:
    assert protected(counts, shown_line(counts, minimum), minimum)


@given(TABLES, MINIMA)
def test_no_row_or_column_of_a_table_gives_a_small_count_away(
    rows: list[list[int]], minimum: int
) -> None:
    shown = shown_table(rows, minimum)
    for row, cells in zip(rows, shown, strict=True):
        assert protected(row, cells, minimum)
    for column, cells in zip(zip(*rows, strict=True), zip(*shown, strict=True), strict=True):
        assert protected(list(column), cells, minimum)


@given(LINES)
def test_nothing_is_hidden_where_nothing_is_small(counts: list[int]) -> None:
    assert shown_line(counts, 1) == tuple(counts)
