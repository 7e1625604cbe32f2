"""An expression table: samples by genes, whatever its form, orientation and identifiers.

Where several rows or columns name one gene, the greatest known value counts, sample by sample. This
rule alone commutes with every increasing change of scale (a sum does not survive a logarithm, nor
does a mean), so that ranks are the same from counts per length, TPM or their logarithms; and it
needs no second pass. Missing cells are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.refusal import MOST_TOLD, InputProblem, InputRefused
from ariane.origin.rna.layout import Layout, find_layout
from ariane.origin.rna.rows import Row, Rows, is_missing, open_rows
from ariane.origin.rna.scale import Range, Scale

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A table in memory; `values`: one row a sample, one column a gene, NaN where unknown.

    `layout` says what was joined, skipped and not known for a gene.
    """

    samples: tuple[str, ...]
    genes: tuple[str, ...]
    values: Floats
    scale: Scale
    layout: Layout


def read_expression(path: Path) -> Expression:
    """Read a table into memory. Raises `InputRefused` with all that is wrong."""
    table = open_rows(path)
    layout = find_layout(table)
    shape = (len(layout.genes), len(layout.samples))
    values = np.full(shape if layout.genes_in_rows else shape[::-1], np.nan, dtype=np.float32)
    seen = Range()
    for _, place, numbers in numbered_rows(table, layout, seen):
        np.fmax(values[place], numbers, out=values[place])
    refuse_impossible(table.path, seen)
    across = values.T if layout.genes_in_rows else values
    return Expression(layout.samples, layout.genes, across, seen.scale, layout)


def refuse_impossible(path: Path, seen: Range) -> None:
    """Raise `InputRefused` for numbers below zero on a scale that has none."""
    if seen.problems:
        raise InputRefused(str(path), seen.problems)


def numbered_rows(
    table: Rows, layout: Layout, seen: Range, after: int = 0
) -> Iterator[tuple[int, int, Floats]]:
    """Return each row that holds a sample or a gene: its number from 1, its place, its numbers.

    Numbers stand by gene where rows are samples, by sample where they are genes. The first `after`
    rows are passed over. `seen` is kept up to date. Raises `InputRefused` for cells that are no
    numbers, after having read on for more of them.
    """
    places = [place for place, held in enumerate(layout.columns) if held >= 0]
    pick = itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)
    joined = _Joined(layout, places)
    problems: list[InputProblem] = []
    rows = enumerate(zip(layout.rows, table.rows(), strict=True), start=1)
    for number, (place, row) in islice(rows, after, None):
        if place < 0:
            continue
        numbers = _numbers(table, row, pick(row.cells), places, problems)
        _look_at(table, row, numbers, places, seen)
        if len(problems) >= MOST_TOLD:
            break
        if not problems:
            yield number, place, joined(numbers.astype(np.float32))
    if problems:
        raise InputRefused(str(table.path), tuple(problems[:MOST_TOLD]))


class _Joined:
    """Puts the numbers of a row in the order of samples or genes, the greatest where several."""

    def __init__(self, layout: Layout, places: Sequence[int]) -> None:
        held = np.array([layout.columns[place] for place in places])
        self._order = np.argsort(held, kind="stable")
        self._starts = np.flatnonzero(np.diff(held[self._order], prepend=-1))

    def __call__(self, numbers: Floats) -> Floats:
        return np.asarray(np.fmax.reduceat(numbers[self._order], self._starts))


def _numbers(
    table: Rows,
    row: Row,
    cells: Sequence[object],
    places: Sequence[int],
    problems: list[InputProblem],
) -> NDArray[np.float64]:
    try:
        numbers = np.array(list(map(float, cells)))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        numbers = np.array(
            [
                _number(table, row, cell, place, problems)
                for cell, place in zip(cells, places, strict=True)
            ]
        )
    for each in np.flatnonzero(np.isinf(numbers)).tolist():
        problems.append(_problem("not-finite", table, row, places[each], cells[each]))
    return numbers


def _number(table: Rows, row: Row, cell: object, place: int, problems: list[InputProblem]) -> float:
    if is_missing(cell):
        return np.nan
    try:
        return table.number(cell) if isinstance(cell, str) else float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        problems.append(_problem("not-a-number", table, row, place, cell))
        return np.nan


def _look_at(
    table: Rows, row: Row, numbers: NDArray[np.float64], places: Sequence[int], seen: Range
) -> None:
    known = numbers[np.isfinite(numbers)]
    seen.add(known)
    if len(known) and known.min() < 0 and len(seen.negative) < MOST_TOLD:
        each = int(np.flatnonzero(numbers < 0)[0])
        seen.negative.append(_problem("negative", table, row, places[each], f"{numbers[each]:g}"))


def _problem(kind: str, table: Rows, row: Row, place: int, cell: object) -> InputProblem:
    return InputProblem(kind, str(row.place), str(cell), table.columns[place])
