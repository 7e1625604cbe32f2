"""What came of source tables: a table of facts, or its assessment, beside what was refused."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from ariane.cohort.mapping.converting import Conversion
from ariane.cohort.streaming import Counts, Progress, rejects_path, replaced
from ariane.cohort.tables import BATCH, Sink

AssessTable = Callable[[Path, Path, Progress], Counts]


def write_conversion(conversion: Conversion, output: Path) -> None:
    """Write the facts and, beside them, the rejects; whole or not at all. Raises `OSError`."""
    with (
        replaced(output) as stream,
        replaced(rejects_path(output)) as rejects,
        closing(Sink(stream, output.suffix, conversion.frame.schema)) as sink,
    ):
        for frame in conversion.frame.iter_slices(BATCH):
            sink.write(frame)
        _write_rejects(rejects, conversion.rejects)


def assess_conversion(
    conversion: Conversion, output: Path, progress: Progress, assess: AssessTable
) -> Counts:
    """Assess the converted patients; all rejects go into one file, with the patients' places.

    Raises `OSError`; then no file has been touched.
    """
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".") as folder:
        facts, assessed = Path(folder) / "facts.parquet", Path(folder) / output.name
        write_conversion(conversion, facts)
        counts = assess(facts, assessed, progress)
        lines = rejects_path(assessed).read_text("utf-8").splitlines()
        refused = [_renumbered(json.loads(line), conversion.numbers) for line in lines]
        with replaced(rejects_path(assessed)) as rejects:
            _write_rejects(rejects, [*conversion.rejects, *refused])
        # The table comes last into its place: where it stands, its rejects do too.
        os.replace(rejects_path(assessed), rejects_path(output))
        os.replace(assessed, output)
    rejected = conversion.patients - counts.assessed
    return counts._replace(rows=conversion.patients, rejected=rejected)


def _renumbered(reject: dict[str, Any], numbers: Sequence[int]) -> dict[str, Any]:
    return {**reject, "row": numbers[reject["row"]]}


def _write_rejects(stream: IO[bytes], rejects: Sequence[dict[str, Any]]) -> None:
    for reject in rejects:
        stream.write(json.dumps(reject, ensure_ascii=False).encode() + b"\n")
