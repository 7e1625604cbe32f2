"""Small numbers are withheld, and as many others that they cannot be worked out.

A *division* is patients divided into categories: a whole, and the groups that make it up. A number
from 1 to `minimum` - 1 is small. What is released is a coarser table without a small number:

1. Of the whole, categories that are small are merged with the smallest others until what is merged
   is not small: only the sum can be worked out, so all of them are withheld, in the groups too.
2. A group of which a category (or the merged ones together) is small is withheld with all its
   categories. The withheld groups make up a rest, which can be worked out: whole less released
   groups. While a category of the rest is small, the smallest released group is withheld as well.

A category or a group that is withheld for its small number is thus never withheld alone, and
everything that can be worked out by subtraction is zero or at least `minimum`. A withheld number
looks the same whatever the reason: its mark says nothing of its size.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]
LEAST_MINIMUM = 3
"""Below 2 nothing is small; at 2 the only small number is 1, and a mark would tell it."""


class Release(NamedTuple):
    """Which categories of the whole, and of which groups all of these, are released."""

    categories: Mask
    groups: Mask


def released(whole: Numbers, groups: Numbers, parents: Mask, minimum: int) -> Release:
    """Return what may be released of a division.

    `whole` has one number a category, `groups` one row a group, `parents` says of which groups the
    sum of the row (what is divided) is released; the whole's own sum is.
    """
    categories = ~merged(whole, minimum)
    blocks = [*np.flatnonzero(categories)]
    columns = [groups[:, block] for block in blocks]
    totals = [int(whole[block]) for block in blocks]
    if not categories.all():
        columns.append(groups[:, ~categories].sum(axis=1))
        totals.append(int(whole[~categories].sum()))
    table = np.stack(columns, axis=1) if columns else groups
    free = parents & ~is_small(table, minimum).any(axis=1)
    return Release(categories, _pooled(np.array(totals), table, free, minimum))


def merged(numbers: Numbers, minimum: int) -> Mask:
    """Return which categories of a whole are withheld: the small ones and who keeps them company.

    Raises `ValueError` where all together are small: that whole is not to be released at all.
    """
    mask: Mask = is_small(numbers, minimum)
    if not mask.any():
        return mask
    if is_small(numbers.sum(), minimum):
        raise ValueError(f"{numbers.sum()} patients in all are fewer than {minimum}")
    for place in np.argsort(numbers, kind="stable"):
        if not is_small(numbers[mask].sum(), minimum):
            break
        mask[place] |= numbers[place] > 0
    return mask


def is_small(numbers: Numbers, minimum: int) -> Mask:
    """Tell which numbers are small."""
    return (numbers > 0) & (numbers < minimum)


def _pooled(whole: Numbers, table: Numbers, free: Mask, minimum: int) -> Mask:
    """Withhold groups, the smallest first, until the rest gives nothing away."""
    sizes = table.sum(axis=1)
    free = free.copy()
    for group in np.argsort(sizes, kind="stable"):
        if not is_small(whole - table[free].sum(axis=0), minimum).any():
            return free
        if sizes[group] > 0:
            free[group] = False
    return free
