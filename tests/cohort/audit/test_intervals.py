"""Wilson's interval against its definition and against printed values."""

from __future__ import annotations

from math import sqrt

import pytest

from ariane.cohort.audit.intervals import Z95, wilson


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_printed_values(count: int, total: int, low: float, high: float) -> None:
    """Newcombe, Stat Med 1998;17:857-72, table I (method 3)."""
    interval = wilson(count, total)
    assert interval is not None
    assert interval.low == pytest.approx(low, abs=5e-5)
    assert interval.high == pytest.approx(high, abs=5e-5)


def test_the_ends_are_where_the_score_test_just_rejects() -> None:
    for count, total in ((3, 10), (50, 99), (9, 9)):
        interval = wilson(count, total)
        assert interval is not None
        for end in interval[1:]:
            if 0 < end < 1:
                score = abs(interval.share - end) / sqrt(end * (1 - end) / total)
                assert score == pytest.approx(Z95)


def test_of_nobody_there_is_none() -> None:
    assert wilson(0, 0) is None
