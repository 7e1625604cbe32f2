"""Counts of few patients, kept out of what is shown: no count of 1 to N-1, nor one by subtraction.

A reader knows the total of a line, and may take what is shown from it. So where a count is hidden,
others are hidden with it (complementary suppression) until the hidden ones are two or more and are
together at least N: what subtraction then gives is not a small group (Hundepool et al.,
Statistical Disclosure Control, Wiley 2012, chapter 4).
"""

from __future__ import annotations

from collections.abc import Sequence

Shown = tuple[int | None, ...]
"""Counts in their order; `None` where one is hidden."""


def shown_line(counts: Sequence[int], minimum: int) -> Shown:
    """Return the counts of one line whose total is known; a `minimum` of 0 or 1 hides none.

    Zeros are shown, but for the last resort. Raises `ValueError` for a negative count.
    """
    return _shown(counts, _hidden(counts, _small(counts, minimum), minimum))


def shown_table(rows: Sequence[Sequence[int]], minimum: int) -> tuple[Shown, ...]:
    """Return the counts of a table that protects each row and each column by itself.

    The rows are of one length. Totals are not part of it: show those of the rows, and those of the
    columns, as a line of their own.
    """
    hidden = [_small(row, minimum) for row in rows]
    while True:
        before = [set(marks) for marks in hidden]
        hidden = [_hidden(row, marks, minimum) for row, marks in zip(rows, hidden, strict=True)]
        for place, column in enumerate(zip(*rows, strict=True)):
            marked = {index for index, marks in enumerate(hidden) if place in marks}
            for index in _hidden(column, marked, minimum):
                hidden[index].add(place)
        if hidden == before:
            return tuple(_shown(row, marks) for row, marks in zip(rows, hidden, strict=True))


def shown_count(count: int, total: int, minimum: int) -> int | None:
    """Return one count out of a known total, `None` where it or the rest is too small."""
    return shown_line((count, total - count), minimum)[0]


def _small(counts: Sequence[int], minimum: int) -> set[int]:
    if any(count < 0 for count in counts):
        raise ValueError(f"a count is never negative: {tuple(counts)}")
    return {place for place, count in enumerate(counts) if 0 < count < minimum}


def _hidden(counts: Sequence[int], marked: set[int], minimum: int) -> set[int]:
    """Return the places to hide where `marked` are: the next smallest counts, zeros last."""
    hidden = set(marked)
    others = (place for place in range(len(counts)) if place not in marked)
    for place in sorted(others, key=lambda place: (counts[place] == 0, counts[place])):
        if not hidden or (len(hidden) > 1 and sum(counts[p] for p in hidden) >= minimum):
            break
        hidden.add(place)
    return hidden


def _shown(counts: Sequence[int], hidden: set[int]) -> Shown:
    return tuple(None if place in hidden else count for place, count in enumerate(counts))
