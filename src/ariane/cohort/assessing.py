"""From a Parquet file of patients to a Parquet file of truths, batch by batch, all or nothing."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from ariane.case.problems import Problem, ProblemKind
from ariane.case.suggestions import nearest
from ariane.cohort.patients import CASE_ID, Reject, fits, known_columns, rejects
from ariane.facts.vocabulary import BY_NAME
from ariane.guideline.tncd24.chapter import statements

BATCH_ROWS = 50_000


class Counts(NamedTuple):
    """Rows read, assessed and rejected (the last two add up to the first), and NaN made null."""

    read: int
    assessed: int
    rejected: int
    not_a_number: int


class TableError(ValueError):
    """A table whose columns cannot be facts; nothing has been computed from it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def assess_table(source: Path, output: Path, batch_rows: int = BATCH_ROWS) -> Counts:
    """Write truths to `output` and refused rows to `output`.rejects.jsonl; return the counts.

    Memory is bounded by `batch_rows`. Raises `TableError`, `OSError`, or `pyarrow.ArrowInvalid`
    for a file that is no Parquet; then neither output is touched.
    """
    file = pq.ParquetFile(source)
    _check(pl.DataFrame(file.schema_arrow.empty_table()))
    counts = Counts(0, 0, 0, 0)
    refused_path = output.with_name(f"{output.name}.rejects.jsonl")
    with (
        _temporary(refused_path) as refused,
        _temporary(output) as written,
        refused.open("w", encoding="utf-8") as lines,
        pq.ParquetWriter(written, _schema()) as truths_file,
    ):
        for part in file.iter_batches(batch_size=batch_rows):
            frame = pl.DataFrame(pa.Table.from_batches([part]))
            truths, found, nan = assessed(frame, counts.read)
            truths_file.write_table(truths.to_arrow().cast(_schema()))
            lines.writelines(map(_line, found))
            counts = Counts(
                counts.read + frame.height,
                counts.assessed + truths.height,
                counts.rejected + len(found),
                counts.not_a_number + nan,
            )
    return counts


def assessed(batch: pl.DataFrame, offset: int = 0) -> tuple[pl.DataFrame, list[Reject], int]:
    """Return the truths of the rows that are cases, the others, and how many NaN were made null."""
    floats = [name for name, dtype in batch.schema.items() if dtype.is_float()]
    nan = sum(int(batch[name].is_nan().sum()) for name in floats)
    batch = batch.with_columns(pl.col(floats).fill_nan(None)) if nan else batch
    empty = [name for name, dtype in batch.schema.items() if dtype == pl.Null and name != CASE_ID]
    batch = batch.drop(empty)
    known = known_columns(batch)
    found = list(rejects(batch, known, offset))
    columns = {statement.id: known.truth(statement.when) for statement in statements()}
    truths = pl.DataFrame({CASE_ID: batch[CASE_ID], **columns})
    if found:
        kept = pl.repeat(True, batch.height, dtype=pl.Boolean, eager=True)
        kept = kept.scatter([reject.row - offset for reject in found], False)
        truths = truths.filter(kept)
    return truths, found, nan


def _check(columns: pl.DataFrame) -> None:
    names = columns.columns
    problems = []
    if CASE_ID not in names or columns.schema[CASE_ID] != pl.String:
        problems.append(Problem(ProblemKind.MISSING_KEY, CASE_ID, expected="text"))
    for name, dtype in columns.schema.items():
        if name == CASE_ID:
            continue
        if name not in BY_NAME:
            near = nearest(name, BY_NAME)
            problems.append(Problem(ProblemKind.UNKNOWN_FACT, name, None, str(dtype), "", near))
        elif not fits(dtype, BY_NAME[name]):
            expected = type(BY_NAME[name]).__name__.removesuffix("Fact").lower()
            problems.append(Problem(ProblemKind.WRONG_TYPE, name, None, str(dtype), expected))
    if problems:
        raise TableError(tuple(problems))


def _schema() -> pa.Schema:
    truths = [pa.field(statement.id, pa.bool_()) for statement in statements()]
    return pa.schema([pa.field(CASE_ID, pa.large_string()), *truths])


def _line(reject: Reject) -> str:
    reasons = [
        {"kind": p.kind, "place": p.place, "value": p.value, "expected": p.expected}
        for p in reject.problems
    ]
    entry = {"row": reject.row, "case_id": reject.case_id, "reasons": reasons}
    return json.dumps(entry, ensure_ascii=False) + "\n"


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """Give a file beside `path` that takes its place at the end, and is gone after a failure."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    written = Path(name)
    try:
        yield written
        written.chmod(0o644)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
