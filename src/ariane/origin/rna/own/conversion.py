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
from ariane.origin.rna.own.stages import DiskMatrix, Stages
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
) -> tuple[DiskMatrix, Scale]:
    """Return the ranks (samples x genes) and the scale of a table; goes on if begun.

    Raises `InputRefused` for cells that cannot be.
    """
    shape = (len(layout.samples), len(layout.genes))
    ranks = stages.matrix("ranks", shape)
    held = stages.matrix("values", shape[::-1]) if layout.genes_in_rows else ranks
    seen = _read(table, layout, stages, held, progress, block_bytes)
    if layout.genes_in_rows:
        _rank(held, ranks, stages, progress, block_bytes)
    return ranks, seen.scale


def _read(
    table: Rows,
    layout: Layout,
    stages: Stages,
    held: DiskMatrix,
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
        _put(held, block, layout.genes_in_rows)
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


def _put(held: DiskMatrix, block: Sequence[tuple[int, Floats]], genes_in_rows: bool) -> None:
    if block:
        places = [place for place, _ in block]
        numbers = np.stack([numbers for _, numbers in block])
        held.put(places, numbers if genes_in_rows else sample_ranks(numbers), genes_in_rows)


def _rank(
    values: DiskMatrix, ranks: DiskMatrix, stages: Stages, progress: Progress, block_bytes: int
) -> None:
    """Rank the genes of each sample, a block of samples at a time."""
    done = stages.progress("rank").get("samples", 0)
    total, genes = ranks.shape
    most = max(1, block_bytes // (8 * genes))
    for start in range(done, total, most):
        stop = min(total, start + most)
        ranks.put(range(start, stop), sample_ranks(values.columns(slice(start, stop))))
        stages.note("rank", {"samples": stop})
        progress("rank", stop, total)
