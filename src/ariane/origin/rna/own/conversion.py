"""From an expression table of any size to the ranks of its genes, in a matrix on disk.

Two passes over the table: its names, then its numbers, a block of rows at a time. Where genes stand
in rows, the numbers go to disk as they come and are ranked a block of samples at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.rna.expression import numbered_rows, refuse_impossible
from ariane.origin.rna.layout import Layout
from ariane.origin.rna.own.stages import Stages
from ariane.origin.rna.ranks import sample_ranks
from ariane.origin.rna.rows import Rows
from ariane.origin.rna.scale import Range, Scale, range_from

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

BLOCK_BYTES = 64 << 20
"""Numbers held in memory at once."""
Progress = Callable[[str, int, int], None]
"""Called with the stage, the steps done and the steps in all."""


def restricted(layout: Layout, wanted: Set[str]) -> Layout:
    """Return a layout that holds only some of the samples; the others are not read."""
    samples = tuple(sample for sample in layout.samples if sample in wanted)
    place = {sample: number for number, sample in enumerate(samples)}
    moved = [place.get(sample, -1) for sample in layout.samples]
    if not layout.genes_in_rows:
        return layout._replace(samples=samples, rows=tuple(moved))
    columns = tuple(moved[held] if held >= 0 else -1 for held in layout.columns)
    return layout._replace(samples=samples, columns=columns)


def converted(
    table: Rows, layout: Layout, stages: Stages, progress: Progress, block_bytes: int = BLOCK_BYTES
) -> tuple[Floats, Scale]:
    """Return the ranks (samples x genes, on disk) and the scale of a table; goes on if begun.

    Raises `InputRefused` for cells that cannot be.
    """
    shape = (len(layout.samples), len(layout.genes))
    if not layout.genes_in_rows:
        ranks = stages.matrix("ranks", shape)
        seen = _read(table, layout, stages, ranks, progress, block_bytes)
        return ranks, seen.scale
    values = stages.matrix("values", shape[::-1])
    seen = _read(table, layout, stages, values, progress, block_bytes)
    ranks = stages.matrix("ranks", shape)
    _rank(values, ranks, stages, progress, block_bytes)
    return ranks, seen.scale


def _read(
    table: Rows,
    layout: Layout,
    stages: Stages,
    matrix: Floats,
    progress: Progress,
    block_bytes: int,
) -> Range:
    """Write the numbers of each row into its row of a matrix: ranks if it is a sample."""
    noted = stages.progress("read")
    done, total = noted.get("rows", 0), len(layout.rows)
    seen = range_from(noted["range"]) if noted else Range()
    most = max(1, block_bytes // (8 * len(table.columns)))
    block: list[tuple[int, Floats]] = []

    def put_down(row: int) -> None:
        _put(matrix, block, layout.genes_in_rows)
        block.clear()
        stages.note("read", {"rows": row, "range": seen.data()})
        progress("read", row, total)

    if done < total:
        for row, place, numbers in numbered_rows(table, layout, seen, done):
            block.append((place, numbers))
            if len(block) >= most:
                put_down(row)
        put_down(total)
    refuse_impossible(table.path, seen)
    return seen


def _put(matrix: Floats, block: Sequence[tuple[int, Floats]], genes_in_rows: bool) -> None:
    """Write a block: numbers of genes join what is there, samples are ranked."""
    if not block:
        return
    places = [place for place, _ in block]
    numbers = np.stack([numbers for _, numbers in block])
    if genes_in_rows:
        for place, row in zip(places, numbers, strict=True):
            matrix[place] = np.fmax(matrix[place], row)
    else:
        matrix[places] = sample_ranks(numbers)
    matrix.flush()  # type: ignore[attr-defined]


def _rank(
    values: Floats, ranks: Floats, stages: Stages, progress: Progress, block_bytes: int
) -> None:
    """Rank the genes of each sample, a block of samples at a time."""
    done = stages.progress("rank").get("samples", 0)
    total, genes = ranks.shape
    most = max(1, block_bytes // (8 * genes))
    for start in range(done, total, most):
        block = slice(start, min(total, start + most))
        ranks[block] = sample_ranks(np.ascontiguousarray(values[:, block].T))
        ranks.flush()  # type: ignore[attr-defined]
        stages.note("rank", {"samples": block.stop})
        progress("rank", block.stop, total)
