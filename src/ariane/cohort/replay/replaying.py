"""From a table to what changes in it between two versions: batch by batch, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import polars as pl

from ariane.cohort.columns import CASE_ID, ROW
from ariane.cohort.replay.advice import Matter, matter_of
from ariane.cohort.replay.comparing import CELLS, Compared, Comparison
from ariane.cohort.replay.elements import Element
from ariane.cohort.replay.tally import Tally
from ariane.cohort.streaming import Progress, rejects_path, replaced
from ariane.cohort.synthetic import is_synthetic
from ariane.cohort.tables import Sink, Source
from ariane.guideline.rulebook.rulebook import Rule, Rulebook
from ariane.guideline.rulebook.writing import rule_data

NUMBER = "row"


class Replay(NamedTuple):
    """What a table looks like under two versions.

    `unread`: the columns that the earlier version cannot read, and those that the later cannot: to
    it those facts are unknown. `rules`: the statements that can differ, as the later version has
    them where it does. `exclusions_changed`: whether the combinations that refuse a row differ.
    `synthetic`: the table says that none of its rows is a patient.
    """

    before: Rulebook
    after: Rulebook
    by: str
    changed: tuple[Element, ...]
    unread: tuple[tuple[str, ...], ...]
    rules: Mapping[str, Rule]
    tally: Tally
    synthetic: bool

    @property
    def exclusions_changed(self) -> bool:
        """Whether the two versions refuse other combinations of facts."""
        return self.before.terms.exclusions != self.after.terms.exclusions

    @property
    def restated(self) -> Mapping[str, tuple[str, ...]]:
        """What else than the condition differs of statements that both versions have."""
        shared = [rule for rule in self.after.rules if rule.id in self.before.by_id]
        found = {rule.id: _differing(self.before.by_id[rule.id], rule) for rule in shared}
        return {name: fields for name, fields in found.items() if fields}

    def matter(self, statement: str) -> Matter:
        """Return what a statement that can differ is about."""
        return matter_of(self.rules[statement])


def replay_table(
    source: Path,
    before: Rulebook,
    after: Rulebook,
    progress: Progress,
    output: Path | None = None,
    by: str = "",
) -> Replay:
    """Compare two versions over a table; with `output`, write each difference and the rejects.

    Raises `TableError` for its columns and `OSError`; then no file has been touched.
    """
    table, synthetic = Source(source), is_synthetic(source)
    comparison = Comparison(table.schema, table.texts, before, after, by)
    rules = {name: after.by_id.get(name) or before.by_id[name] for name in comparison.bearing}
    tally = Tally({name: matter_of(rule) for name, rule in rules.items()})
    with _files(output, table.schema[CASE_ID]) as files:
        for frame in table.frames():
            batch = comparison.compare(frame, tally.rows)
            if files is not None:
                files.write(frame, batch, tally.rows)
            tally.add(len(frame), batch)
            progress(tally.rows, table.rows)
    return Replay(before, after, by, comparison.changed, comparison.unread, rules, tally, synthetic)


def _differing(before: Rule, after: Rule) -> tuple[str, ...]:
    said = [rule_data(rule) for rule in (before, after)]
    return tuple(key for key in said[0] if key != "when" and said[0][key] != said[1][key])


class _Files:
    def __init__(self, output: Path, case_id: pl.DataType, stack: ExitStack) -> None:
        # The table comes last into its place: where it stands, its rejects do too.
        stream = stack.enter_context(replaced(output))
        self._rejects = stack.enter_context(replaced(rejects_path(output)))
        self._schema = pl.Schema({CASE_ID: case_id, NUMBER: pl.Int64(), **_cells()})
        self._sink = stack.enter_context(closing(Sink(stream, output.suffix, self._schema)))

    def write(self, frame: pl.DataFrame, batch: Compared, first_row: int) -> None:
        """Append the differences and the rejects of a batch."""
        numbers = (pl.col(ROW).cast(pl.Int64) + first_row).alias(NUMBER)
        told = batch.cells.with_columns(numbers, frame[CASE_ID].gather(batch.cells[ROW]))
        self._sink.write(told.select(self._schema.names()).cast(self._schema))
        for reject in batch.rejects:
            self._rejects.write(json.dumps(reject, ensure_ascii=False).encode() + b"\n")


def _cells() -> dict[str, pl.DataType]:
    return {name: dtype() for name, dtype in CELLS.items()}


@contextmanager
def _files(output: Path | None, case_id: pl.DataType) -> Iterator[_Files | None]:
    with ExitStack() as stack:
        yield None if output is None else _Files(output, case_id, stack)
