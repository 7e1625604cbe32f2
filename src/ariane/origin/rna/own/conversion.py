"""From an expression table of any size to a matrix on disk, its genes named and joined.

Two passes over the table: its names, then its numbers, a block of rows at a time, as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ariane.origin.rna.expression import numbered_rows, refuse_impossible
from ariane.origin.rna.layout import Layout
from ariane.origin.rna.own.stages import DiskMatrix, Stages
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


@dataclass(frozen=True, slots=True)
class Converted:
    """A table on disk, as it stood: one row a sample, or one a gene."""

    matrix: DiskMatrix
    genes_in_rows: bool
    scale: Scale

    def blocks(self, block_bytes: int) -> Iterator[Floats]:
        """Return all samples in order (samples x genes), so many bytes at a time."""
        samples, genes = self.matrix.shape[:: -1 if self.genes_in_rows else 1]
        most = max(1, block_bytes // (8 * max(1, genes)))
        read = self.matrix.columns if self.genes_in_rows else self.matrix.rows
        return (read(slice(start, start + most)) for start in range(0, samples, most))

    def of_genes(self, places: NDArray[np.intp], block_bytes: int) -> Floats:
        """Return some of the genes, in memory (samples x genes chosen)."""
        if self.genes_in_rows:
            return np.ascontiguousarray(self.matrix.rows(places).T)
        return np.concatenate([block[:, places] for block in self.blocks(block_bytes)])


def converted(
    table: Rows, layout: Layout, stages: Stages, progress: Progress, block_bytes: int = BLOCK_BYTES
) -> Converted:
    """Bring a table to disk; goes on if begun. Raises `InputRefused` for cells that cannot be."""
    shape = (len(layout.samples), len(layout.genes))
    matrix = stages.matrix("values", shape[::-1] if layout.genes_in_rows else shape)
    noted = stages.progress("read")
    done, total = noted.get("rows", 0), len(layout.rows)
    seen = range_from(noted["range"]) if noted else Range()
    most = max(1, block_bytes // (8 * len(table.columns)))
    block: list[tuple[int, Floats]] = []

    def put_down(row: int) -> None:
        matrix.join([place for place, _ in block], [numbers for _, numbers in block])
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
    return Converted(matrix, layout.genes_in_rows, seen.scale)
