"""What makes a cell differ: each changed piece is swapped by itself, and the cell looked at again.

A piece is a *cause alone* where the earlier version with that piece of the later one already gives
the later state. Where none is, those pieces are *needed* without which the later version gives the
earlier state again. Where there are neither, all that bear on the statement act together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import polars as pl

from ariane.cohort.assessing import CohortEngine
from ariane.cohort.columns import ROW
from ariane.cohort.replay.advice import ABSENT, HOLDS
from ariane.cohort.replay.elements import Element, parts_of_book
from ariane.cohort.replay.states import differs, fitting, states
from ariane.cohort.replay.swapping import UnreadableSwapError, swapped
from ariane.guideline.rulebook.rulebook import Rulebook

ALONE, NEEDED, TOGETHER = " | ", " + ", " & "
"""Between the causes of one change: each alone makes it; all are needed; no single swap tells."""


class _Swap(NamedTuple):
    columns: list[str]
    engine: CohortEngine


class Attribution:
    """Causes of the cells that differ between two versions, for tables of one schema."""

    def __init__(
        self,
        schema: Mapping[str, pl.DataType],
        texts: bool,
        before: Rulebook,
        after: Rulebook,
        bearing: Mapping[str, tuple[Element, ...]],
    ) -> None:
        self._schema = schema
        self._texts = texts
        self._books = (before, after)
        self._bearing = bearing
        self._places = {name: place for place, name in enumerate(bearing)}
        self._shared = {name: found for name, found in bearing.items() if len(found) > 1}

    def attributed(self, cells: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
        """Return `cells` with their causes; `frame` is the batch that they come from."""
        if not len(cells):
            return cells
        single = {name: str(found[0]) for name, found in self._bearing.items()}
        cause = pl.col("statement").replace_strict(single, return_dtype=pl.String)
        contested = cells.filter(pl.col("statement").is_in(list(self._shared)))
        simple = cells.filter(~pl.col("statement").is_in(list(self._shared)))
        parts = [simple.with_columns(cause.alias("cause"))]
        if len(contested):
            rows = contested[ROW].unique().sort()
            forward, backward = (self._swapped(frame[rows], rows, s) for s in self._engines)
            for (name,), mine in contested.group_by("statement", maintain_order=True):
                parts.append(self._caused(str(name), mine, forward, backward))
        order = pl.col("statement").replace_strict(self._places, return_dtype=pl.UInt32)
        return pl.concat(parts).sort(ROW, order)

    def _swapped(
        self, frame: pl.DataFrame, rows: pl.Series, swaps: Mapping[Element, _Swap]
    ) -> dict[Element, pl.DataFrame]:
        """Return the states of the shared statements under each swap."""
        found = {}
        for element, swap in swaps.items():
            truths = swap.engine.truths(frame.select(swap.columns))
            told = truths.with_columns(rows.alias(ROW))
            found[element] = told.select(ROW, *states(self._shared, truths.columns))
        return found

    @cached_property
    def _engines(self) -> tuple[dict[Element, _Swap], dict[Element, _Swap]]:
        """The swaps of the earlier version towards the later one, and those back."""
        before, after = self._books
        return self._swaps(before, after), self._swaps(after, before)

    def _swaps(self, base: Rulebook, other: Rulebook) -> dict[Element, _Swap]:
        one, two = parts_of_book(base), parts_of_book(other)
        rules = {**other.by_id, **base.by_id}
        found: dict[Element, _Swap] = {}
        for element in dict.fromkeys(e for mine in self._shared.values() for e in mine):
            ids = [name for name, mine in self._shared.items() if element in mine]
            try:
                book = swapped(one, two, element, rules, ids)
            except UnreadableSwapError:
                continue
            columns = fitting(self._schema, self._texts, book.terms)
            schema = {name: self._schema[name] for name in columns}
            found[element] = _Swap(columns, CohortEngine(schema, self._texts, book))
        return found

    def _caused(
        self,
        name: str,
        cells: pl.DataFrame,
        forward: Mapping[Element, pl.DataFrame],
        backward: Mapping[Element, pl.DataFrame],
    ) -> pl.DataFrame:
        elements = self._shared[name]
        marks = [
            *(self._agrees(name, cells, forward.get(e), "after") for e in elements),
            *(self._agrees(name, cells, backward.get(e), "before") for e in elements),
        ]
        keys = pl.select(pl.concat_str([mark.cast(pl.Int8) for mark in marks])).to_series()
        causes = {key: _cause(elements, key) for key in keys.unique()}
        return cells.with_columns(keys.replace_strict(causes).alias("cause"))

    def _agrees(
        self, name: str, cells: pl.DataFrame, swap: pl.DataFrame | None, column: str
    ) -> pl.Series:
        """Tell for which cells a swap gives the state of `column`."""
        if swap is None:
            return pl.Series([False] * len(cells))
        found = cells.join(swap.select(ROW, pl.col(name).alias("swap")), on=ROW, how="left")
        with_ends = found.with_columns(
            pl.when((pl.col("before") == ABSENT) | (pl.col("after") == ABSENT))
            .then((pl.col("swap") == HOLDS) == (pl.col(column) == HOLDS))
            .otherwise(~differs(pl.col("swap"), pl.col(column)))
            .alias("agrees")
        )
        return with_ends["agrees"]


def _cause(elements: Sequence[Element], key: str) -> str:
    half = len(elements)
    alone = [str(e) for e, mark in zip(elements, key[:half], strict=True) if mark == "1"]
    needed = [str(e) for e, mark in zip(elements, key[half:], strict=True) if mark == "1"]
    if alone:
        return ALONE.join(alone)
    return NEEDED.join(needed) if needed else TOGETHER.join(map(str, elements))
