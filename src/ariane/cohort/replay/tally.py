"""What a replay counts, batch by batch; its size does not grow with the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import polars as pl

from ariane.cohort.columns import ROW
from ariane.cohort.replay.advice import ABSENT, DIRECTIONS, HOLDS, Change, Matter, direction
from ariane.cohort.replay.comparing import STRATUM, Compared


class Tally:
    """Counts of patients; `matters` says what each statement is about.

    `transitions`: by statement, state before, state after and cause (empty where nothing changes).
    `changes`: by stratum and `Change`. `directions` and `causes`: patients, each once, who meet a
    change of advice of that kind, or by that cause.
    """

    def __init__(self, matters: Mapping[str, Matter]) -> None:
        self._directions = pl.DataFrame(
            [
                {"statement": name, "begins": begins, "direction": direction(matter, begins)}
                for name, matter in matters.items()
                for begins in (True, False)
            ],
            schema={"statement": pl.String, "begins": pl.Boolean, "direction": pl.String},
        )
        self.rows = self.compared = self.rejected = self.nan = 0
        self.transitions: Counter[tuple[str, str, str, str]] = Counter()
        self.changes: Counter[tuple[str, Change]] = Counter()
        self.directions: Counter[str] = Counter()
        self.causes: Counter[str] = Counter()

    def add(self, rows: int, batch: Compared) -> None:
        """Count a batch of so many rows. Raises `RuntimeError` where a row is lost."""
        if rows != len(batch.strata) + len(batch.rejects):
            raise RuntimeError(f"rows after {self.rows} do not reconcile: {rows}")
        self.rows += rows
        self.compared += len(batch.strata)
        self.rejected += len(batch.rejects)
        self.nan += batch.nan
        self._add_transitions(batch)
        advice = self._advice(batch.cells)
        for name, count in _patients(advice, "direction"):
            self.directions[name] += count
        for name, count in _patients(advice, "cause"):
            self.causes[name] += count
        self._add_changes(batch, advice)

    def _add_transitions(self, batch: Compared) -> None:
        for (name, before, after), count in batch.pairs.items():
            if before == after or (ABSENT in (before, after) and HOLDS not in (before, after)):
                self.transitions[(name, before, after, "")] += count
        keys = ("statement", "before", "after", "cause")
        for name, before, after, cause, count in batch.cells.group_by(keys).len().iter_rows():
            self.transitions[(name, before, after, cause)] += count

    def _advice(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Return the cells where a statement begins or ceases to hold, with their direction."""
        before, after = pl.col("before") == HOLDS, pl.col("after") == HOLDS
        moved = cells.filter(before != after).with_columns(after.alias("begins"))
        return moved.join(self._directions, on=("statement", "begins"), how="left")

    def _add_changes(self, batch: Compared, advice: pl.DataFrame) -> None:
        matters = advice.filter(pl.col("direction").is_in(DIRECTIONS))
        among = [(Change.MATTERS, matters), (Change.ADVICE, advice), (Change.SILENT, batch.cells)]
        kind = pl.lit(Change.NONE.value)
        for change, cells in reversed(among):
            met = pl.col(ROW).is_in(cells[ROW].implode())
            kind = pl.when(met).then(pl.lit(change.value)).otherwise(kind)
        told = batch.strata.with_columns(kind.alias("kind"))
        for stratum, change, count in told.group_by(STRATUM, "kind").len().iter_rows():
            self.changes[(stratum, Change(change))] += count


def _patients(cells: pl.DataFrame, column: str) -> list[tuple[str, int]]:
    counted = cells.group_by(column).agg(pl.col(ROW).n_unique())
    return list(counted.iter_rows())
