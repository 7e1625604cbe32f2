"""Small numbers are withheld, and as many others that they cannot be worked out.

A *division* is patients divided into categories: a whole, and the groups that make it up. A number
from 1 to `minimum` - 1 is small. A minimum of 1 withholds nothing; 2 would tell what it withholds.

1. Of the whole, categories that are small are merged with the smallest others until what is merged
   is not small: only the sum can be worked out, so all of them are withheld, in the groups too.
   From here on they count as one category.
2. In each group, categories are withheld likewise; all of them where the group's own number is.
3. Groups of which the same categories are withheld make up a *pool*. While a category of a pool is
   small, one more group is put into it, the smallest of those that are shown whole and have some
   patient of it; where there is none left, all groups with something withheld are put into one
   pool and withheld whole.

So of each pool at best the sums can be worked out, by group and by category, and those are zero or
at least `minimum`. A table with two rows and two columns that are not empty can be filled in more
than one way, so a small number is never certain. The mark of a withheld number says nothing of its
size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]
Shown = tuple[int | None, ...]
"""Numbers in their order; `None` where one is withheld."""


class Release(NamedTuple):
    """Which categories of the whole are shown, and which of each group (one row a group)."""

    whole: Mask
    groups: Mask


def released(whole: Numbers, groups: Numbers, parents: Mask, minimum: int) -> Release:
    """Return what may be shown of a division.

    `whole` has one number a category, `groups` one row a group, `parents` says of which groups the
    sum of the row (what is divided) is shown; that of the whole is.
    """
    hidden = merged(whole, minimum)
    shown = ~hidden
    table = groups[:, shown]
    if hidden.any():
        table = np.column_stack([table, groups[:, hidden].sum(axis=1)])
    withheld = _pooled(table, _each(table, parents, minimum), minimum)
    cells = np.zeros(groups.shape, np.bool_)
    cells[:, shown] = ~withheld[:, : int(shown.sum())]
    return Release(shown, cells)


def shown(numbers: Numbers, seen: Mask) -> Shown:
    """Return one row of numbers, those withheld that may not be seen."""
    pairs = zip(numbers, seen, strict=True)
    return tuple(int(number) if show else None for number, show in pairs)


def shown_line(numbers: Sequence[int], minimum: int) -> Shown:
    """Return what may be shown of a whole by itself, divided into these numbers.

    Raises `ValueError` for a negative number.
    """
    line = np.array(numbers, np.int64)
    if (line < 0).any():
        raise ValueError(f"a count is never negative: {tuple(numbers)}")
    return shown(line, ~merged(line, minimum))


def shown_count(number: int, total: int, minimum: int) -> int | None:
    """Return one number out of a total that is shown, `None` where it or the rest is too small."""
    return shown_line((number, total - number), minimum)[0]


def merged(numbers: Numbers, minimum: int) -> Mask:
    """Return which categories of one row are withheld: the small ones, and who keeps them company.

    Where all together are small, all are withheld.
    """
    mask: Mask = is_small(numbers, minimum)
    if not mask.any():
        return mask
    for place in np.argsort(numbers, kind="stable"):
        if not is_small(numbers[mask].sum(), minimum):
            return mask
        mask[place] |= numbers[place] > 0
    return mask if not is_small(numbers.sum(), minimum) else np.ones_like(mask)


def is_small(numbers: Numbers, minimum: int) -> Mask:
    """Tell which numbers are small."""
    return (numbers > 0) & (numbers < minimum)


def _each(table: Numbers, parents: Mask, minimum: int) -> Mask:
    """Withhold in each group what is small there; all of it where the group's number is."""
    withheld = np.zeros(table.shape, np.bool_)
    withheld[~parents] = True
    for group in np.flatnonzero(parents & is_small(table, minimum).any(axis=1)):
        withheld[group] = merged(table[group], minimum)
    return withheld


def _pooled(table: Numbers, withheld: Mask, minimum: int) -> Mask:
    """Withhold more until no category of a pool is small."""
    withheld = withheld.copy()
    smallest_first = np.argsort(table.sum(axis=1), kind="stable")
    while (found := _small_pool(table, withheld, minimum)) is not None:
        pool, category = found
        fit = ~withheld.any(axis=1) & (table[:, category] > 0)
        free = smallest_first[fit[smallest_first]]
        if len(free):
            withheld[free[0]] = pool
        elif not pool.all():
            withheld[withheld.any(axis=1)] = True
        else:
            withheld[:] = True
            return withheld
    return withheld


def _small_pool(table: Numbers, withheld: Mask, minimum: int) -> tuple[Mask, int] | None:
    """Return the categories of a pool that has a small one, and which that is."""
    for pool in np.unique(withheld, axis=0):
        rows = (withheld == pool).all(axis=1)
        small = np.flatnonzero(pool & is_small(table[rows].sum(axis=0), minimum))
        if len(small):
            return pool, int(small[0])
    return None
