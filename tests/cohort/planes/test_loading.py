"""Planes of real tables against the assessment of each case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.case.case import Case
from ariane.case.problems import CaseError
from ariane.cohort.columns import CASE_ID, TableError, dtype_of
from ariane.cohort.planes.batches import Batches
from ariane.cohort.planes.bitmaps import unpacked
from ariane.cohort.planes.loading import Loader
from ariane.cohort.planes.recorded import recorded
from ariane.cohort.planes.resident import ResidentCohort
from ariane.cohort.planes.words import as_bytes
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.evaluate import evaluate
from ariane.logic.planes import Emitter, Program
from support.case_files import case, plain
from support.random_cases import RandomPatients

SCHEMA = {CASE_ID: pl.String(), **{fact.name: dtype_of(fact) for fact in VOCABULARY}}
WHEN = [s.when for s in statements()]
DONE = [s.fulfilled_when for s in statements() if s.fulfilled_when is not None]


def emitted() -> tuple[Emitter, Program]:
    emitter = Emitter()
    conditions = [*WHEN, *map(recorded, DONE)]
    wires = [wire for c in conditions for wire in (emitter.holds(c), emitter.fails(c))]
    return emitter, emitter.program(wires)


def written(rows: list[dict[str, Any]], path: Path) -> Path:
    frame = pl.DataFrame([{CASE_ID: f"P{n}", **r} for n, r in enumerate(rows)], schema=SCHEMA)
    if path.suffix == ".csv":
        lists = [n for n, d in SCHEMA.items() if isinstance(d, pl.List)]
        joined = [
            pl.when(pl.col(n).list.len() == 0)
            .then(pl.lit("[]"))
            .otherwise(pl.col(n).cast(pl.List(pl.String)).list.join("|"))
            .alias(n)
            for n in lists
        ]
        frame.with_columns(joined).write_csv(path)
    elif path.suffix == ".arrow":
        frame.write_ipc(path)
    else:
        frame.write_parquet(path)
    return path


def truths(rows: list[dict[str, Any]]) -> list[list[bool | None] | None]:
    def of(row: dict[str, Any]) -> list[bool | None] | None:
        try:
            known: Case = case(row)
        except CaseError:
            return None
        return [evaluate(c, known.known) for c in WHEN] + [
            evaluate(c, known.recorded) for c in DONE
        ]

    return [of(row) for row in rows]


@pytest.mark.parametrize(("ending", "derived"), [("parquet", 0.2), ("arrow", 0.0), ("csv", 0.0)])
def test_planes_say_of_each_patient_what_the_walk_of_the_tree_says(
    ending: str, derived: float, tmp_path: Path
) -> None:
    patients = RandomPatients(11)
    rows = [
        plain(patients.with_no_results(patients.told(patients.patient(), 0.4, derived)))
        for _ in range(120)
    ]
    for row in rows[::9]:
        row |= {"liver_metastases": True, "extraperitoneal_disease": False}
    rows[5]["sex"] = "x"
    expected = truths(rows)
    emitter, program = emitted()
    table = Batches(written(rows, tmp_path / f"in.{ending}"))
    loader = Loader(emitter, table.schema, table.texts)
    (batch,) = table
    loaded = loader.load(batch, 0)
    assert [reject["row"] for reject in loaded.rejects] == [
        n for n, row in enumerate(expected) if row is None
    ]
    place = {leaf: n for n, leaf in enumerate(loader.inputs)}
    found = program.run([loaded.planes[place[leaf]] for leaf in program.inputs])
    bits = [unpacked(as_bytes(plane), len(rows)).tolist() for plane in found]
    nothing: list[bool | None] = [None] * (len(WHEN) + len(DONE))
    for number, row in enumerate(expected):
        got = [(bits[n][number], bits[n + 1][number]) for n in range(0, len(bits), 2)]
        assert got == [(value is True, value is False) for value in row or nothing]


def test_a_resident_cohort_is_asked_without_its_columns(tmp_path: Path) -> None:
    patients = RandomPatients(3)
    rows = [plain(patients.case_facts(0.5)) for _ in range(90)]
    path = written(rows, tmp_path / "in.parquet")
    emitter, program = emitted()
    cohort = ResidentCohort.of(emitter, Batches(path))
    path.unlink()
    found = cohort.counts(program).tolist()
    told = [row for row in truths(rows) if row is not None]
    assert cohort.rejected == len(rows) - len(told)
    expected = [
        [r[n] for r in told].count(value)
        for n in range(len(WHEN + DONE))
        for value in (True, False)
    ]
    assert found == expected


def test_a_number_too_long_for_a_float_is_compared_exactly(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "case_id,tmb_mut_per_mb\na,9.99999999999999999999\nb,10\nc,10.0000000000000000001\n"
    )
    emitter, program = emitted()
    long = ResidentCohort.of(emitter, Batches(tmp_path / "a.csv")).counts(program).tolist()
    (tmp_path / "b.csv").write_text("case_id,tmb_mut_per_mb\na,9.9\nb,10\nc,10.1\n")
    assert long == ResidentCohort.of(emitter, Batches(tmp_path / "b.csv")).counts(program).tolist()


def test_columns_apart_are_not_read_as_facts(tmp_path: Path) -> None:
    pl.DataFrame({CASE_ID: ["a"], "centre": ["x"]}).write_parquet(tmp_path / "in.parquet")
    table = Batches(tmp_path / "in.parquet")
    with pytest.raises(TableError):
        Loader(emitted()[0], table.schema, table.texts)
    assert Loader(emitted()[0], table.schema, table.texts, ["centre"]).inputs


def test_an_empty_table_has_nobody(tmp_path: Path) -> None:
    emitter, program = emitted()
    cohort = ResidentCohort.of(emitter, Batches(written([], tmp_path / "in.parquet")))
    assert set(cohort.counts(program).tolist()) == {0}
