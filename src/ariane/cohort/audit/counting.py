"""From a table to counts: batch by batch, group by group, never row by row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np

from ariane.cohort.audit.grouping import (
    MOST_GROUPS,
    Group,
    Grouping,
    TooManyGroupsError,
    ordered,
    require_groups,
)
from ariane.cohort.audit.questions import Question, questions
from ariane.cohort.planes.batches import Batches
from ariane.cohort.planes.loading import Loader
from ariane.cohort.planes.words import Counts as Numbers
from ariane.cohort.planes.words import Machine, arranged
from ariane.cohort.streaming import Counts, Progress


class Tally(NamedTuple):
    """How many patients each question is true of, in each of the finest groups."""

    asked: Mapping[Question, int]
    grouping: Grouping
    groups: Mapping[Group, Numbers]

    def of(self, name: str | None) -> dict[str | None, Numbers]:
        """Return the counts by the values of one grouping; of `None`, all patients as one group."""
        if name is None:
            none = np.zeros(len(self.asked), np.int64)
            return {None: sum(self.groups.values(), none)}
        place = self.grouping.names.index(name)
        found: dict[str | None, Numbers] = {}
        for group, counts in self.groups.items():
            value = group[place]
            found[value] = found[value] + counts if value in found else counts
        return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or "")))


def counted(
    source: Path, grouping: Grouping, rejects: IO[bytes] | None, progress: Progress
) -> tuple[Tally, Counts]:
    """Count a table; refused rows are written to `rejects`, if given, as `assess` does.

    Raises `TableError` for its columns, `TooManyGroupsError`, `OSError`, `pyarrow.ArrowException`.
    """
    table = Batches(source)
    require_groups(grouping, table.schema)
    asked, program, emitter = questions()
    loader = Loader(emitter, table.schema, table.texts, grouping.columns)
    place = {leaf: number for number, leaf in enumerate(loader.inputs)}
    inputs = [place[leaf] for leaf in program.inputs]
    machine = Machine(program)
    groups: dict[Group, Numbers] = {}
    counts = Counts()
    for batch in table:
        order = ordered(grouping, batch) if grouping.names and batch.num_rows else None
        loaded = loader.load(batch, counts.rows)
        planes = arranged(loaded.planes, order.rows) if order else loaded.planes
        found = machine.counts([planes[row] for row in inputs], order.starts if order else (0,))
        for number, group in enumerate(order.groups if order else ((),)):
            groups[group] = groups.get(group, 0) + found[:, number]
        _require_few(grouping, groups)
        if rejects is not None:
            rejects.writelines(
                json.dumps(reject, ensure_ascii=False).encode() + b"\n" for reject in loaded.rejects
            )
        refused = len(loaded.rejects)
        more = (batch.num_rows, batch.num_rows - refused, refused, loaded.nan)
        counts = Counts(*(a + b for a, b in zip(counts, more, strict=True)))
        progress(counts.rows, table.rows)
    tally = Tally({question: number for number, question in enumerate(asked)}, grouping, groups)
    return tally, counts


def _require_few(grouping: Grouping, groups: Mapping[Group, Numbers]) -> None:
    for place, name in enumerate(grouping.names):
        if len({group[place] for group in groups}) > MOST_GROUPS:
            raise TooManyGroupsError(name)
