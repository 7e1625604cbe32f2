"""The audit of a table, from its rows to what may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import IO, NamedTuple

from ariane.cohort.audit.counting import counted
from ariane.cohort.audit.grouping import Grouping
from ariane.cohort.audit.release import Released, View, views
from ariane.cohort.streaming import Counts, Progress
from ariane.cohort.synthetic import is_synthetic


class Audit(NamedTuple):
    """What may be shown of a table; `minimum`: the smallest number of patients but zero.

    `counts` are for who has the table, not to be shown with the rest; `synthetic`: the table says
    that its rows are no patients.
    """

    views: tuple[View, ...]
    minimum: int
    grouping: Grouping
    counts: Counts
    synthetic: bool = False

    @property
    def everyone(self) -> View:
        """All patients together."""
        return self.views[0]

    @property
    def rejected(self) -> Released:
        """The refused rows, if there are not too few of them."""
        refused = self.counts.rejected
        return None if 0 < refused < self.minimum else refused

    @property
    def rows(self) -> Released:
        """The rows read, where they do not tell the refused ones."""
        assessed = self.everyone.patients[0]
        return None if self.rejected is None or assessed is None else self.counts.rows


def audited(
    source: Path,
    grouping: Grouping,
    minimum: int,
    rejects: IO[bytes] | None,
    progress: Progress,
) -> Audit:
    """Audit a table; refused rows are written to `rejects`, if given.

    Raises `TableError` for its columns, `TooManyGroupsError`, `OSError`, `pyarrow.ArrowException`.
    """
    tally, counts = counted(source, grouping, rejects, progress)
    return Audit(views(tally, minimum), minimum, grouping, counts, is_synthetic(source))
