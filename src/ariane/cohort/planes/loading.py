"""From rows to planes: what fits goes through as columns, what is doubtful goes one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from ariane.case.case import Case
from ariane.case.problems import CaseError
from ariane.cohort.columns import CASE_ID, RAW, READ, read, require_columns
from ariane.cohort.planes.bitmaps import Bitmap, true, unpacked
from ariane.cohort.planes.conflicts import contradictory
from ariane.cohort.planes.leaves import Leaves, Read
from ariane.cohort.planes.recorded import TWINS
from ariane.cohort.planes.words import Words, as_bytes
from ariane.cohort.rows import case_of, reason
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression, IsKnown, OneOf
from ariane.logic.planes import Emitter


class Loaded(NamedTuple):
    """One plane an input, without the refused; the rejects as the rejects file has them; NaN."""

    planes: Words
    rejects: list[dict[str, Any]]
    nan: int


class Loader:
    """Reads the inputs of programs from tables of one schema. Raises `TableError` for its columns.

    `emitter` has emitted all that will be asked; `apart` are columns that are not read as facts.
    """

    def __init__(
        self,
        emitter: Emitter,
        schema: Mapping[str, pl.DataType],
        texts: bool,
        apart: Sequence[str] = (),
    ) -> None:
        kept = {*BY_NAME, CASE_ID}
        table = {n: d for n, d in schema.items() if n in kept or n not in apart}
        require_columns(table, texts)
        self._case_id = table.pop(CASE_ID)
        self._facts = table
        self._conflicts = emitter.program([contradictory(emitter)])
        self.inputs = emitter.inputs()
        self._leaves = Leaves(self.inputs, table)

    def load(self, batch: Any, first_row: int) -> Loaded:
        """Return a batch as planes; `first_row` is the number of its first row."""
        found = self._leaves.read(batch)
        suspects = self._suspects(batch, found)
        rejects = self._one_by_one(batch, suspects, found.planes, first_row)
        return Loaded(found.planes, rejects, found.nan)

    def _suspects(self, batch: Any, found: Read) -> NDArray[np.int64]:
        inputs = [found.planes[self._leaves.place[leaf]] for leaf in self._conflicts.inputs]
        (conflicts,) = self._conflicts.run(inputs)
        doubts = found.doubtful | self._nameless(batch)
        bits = doubts | as_bytes(conflicts)[: len(doubts)]
        return np.flatnonzero(unpacked(bits, batch.num_rows))

    def _nameless(self, batch: Any) -> Bitmap:
        """Return the rows whose id is absent, or may be blank."""
        column: Any = pl.from_arrow(batch.select([CASE_ID]))
        said = pl.col(CASE_ID).is_not_null()
        if not self._case_id.is_integer():
            said = pl.col(CASE_ID).cast(pl.String).str.contains(r"^\S").fill_null(False)
        return true(column.select(~said)[CASE_ID].to_arrow())

    def _one_by_one(
        self, batch: Any, suspects: NDArray[np.int64], planes: Words, first_row: int
    ) -> list[dict[str, Any]]:
        if not len(suspects):
            return []
        rejects = []
        names = tuple(self._facts)
        frame: Any = pl.from_arrow(batch.select([CASE_ID, *names]).take(pa.array(suspects)))
        raw = frame.rename({name: RAW + name for name in names})
        reads = [
            read(BY_NAME[name], dtype).alias(READ + name) for name, dtype in self._facts.items()
        ]
        for bit, row in zip(suspects, raw.with_columns(reads).iter_rows(named=True), strict=True):
            number = first_row + int(bit)
            try:
                case = case_of(row, names, f"row {number}")
            except CaseError as error:
                reasons = [reason(problem) for problem in error.problems]
                rejects.append({"row": number, "case_id": row[CASE_ID], "reasons": reasons})
                _write(planes, int(bit), [False] * len(self.inputs))
            else:
                _write(planes, int(bit), [_holds(leaf, case) for leaf in self.inputs])
        return rejects


def _holds(leaf: Expression, case: Case) -> bool:
    """Tell whether an input holds for a case; derived facts are stated once they are known."""
    literal = isinstance(leaf, IsKnown | OneOf) and leaf.fact in TWINS
    return evaluate(leaf, case.recorded if literal else case.known) is True


def _write(planes: Words, bit: int, truths: Sequence[bool]) -> None:
    column = as_bytes(planes)[:, bit // 8]
    mask = np.uint8(1 << bit % 8)
    column &= ~mask
    column |= np.where(truths, mask, np.uint8(0))
