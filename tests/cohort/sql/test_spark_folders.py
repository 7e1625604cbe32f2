"""Spark, on this machine alone: a real one, with Java.

A query of the whole chapter costs it many seconds before the first row: few tables hold much.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort.columns import CASE_ID, TableError
from ariane.cohort.engines import Engine, EngineError
from ariane.cohort.sql.bits import Bits
from ariane.cohort.sql.cells import cell
from ariane.cohort.sql.dialects import Spark
from ariane.facts.vocabulary import BY_NAME
from support.cohort_engines import assessed_by
from support.cohort_gate import gate, table_of
from support.random_cases import RandomPatients
from support.trees_in_sql import check

GATE = 20_000
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""What a Java that runs for seconds is better without: optimising what runs once."""
BAD: tuple[dict[str, Any], ...] = (
    {"ecog_ps": 7, "sex": "Male"},
    {"liver_lesion_count": -1},
    {"tmb_mut_per_mb": float("inf")},
    {"suspected_origins": frozenset(["moon"]), "nodal_max_basin": "\u00a0"},
    {"board_date": "2026-02-30", "pci_region_scores": (4,) * 13},
    {"liver_metastases": True, "liver_lesion_count": 0},
    {"drainage_spared_organs": frozenset([""])},
)
NAN = {"tmb_mut_per_mb": float("nan"), "cup_board_validated": True, "ecog_ps": 1}


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Two threads, and no more tasks than there are."""
    pytest.importorskip("pyspark", reason="install 'ariane-cup[spark]'")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("there is no Java (Debian: apt-get install openjdk-17-jre-headless)")
    from ariane.cohort.sql.spark_run import session

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", SHORT_LIVED)
        found = session("local[2]")
    found.conf.set("spark.sql.shuffle.partitions", "2")
    yield found
    found.stop()


@pytest.mark.usefixtures("spark")
def test_every_cell_of_a_folder_agrees_and_the_same_rows_are_refused(tmp_path: Path) -> None:
    patients = RandomPatients(6)
    broken = [{**patients.case_facts(0.6), **patients.case_facts(0.8)} for _ in range(40)]
    derived = [patients.told(patients.patient(), 0.5, 0.5) for _ in range(20)]
    some = table_of([*broken, *derived, *({**patients.case_facts(0.9), **b} for b in BAD), NAN])
    parts = [some[:30], gate().table[:GATE], some[30:]]
    folder = tmp_path / "in.parquet"
    folder.mkdir()
    for number, part in enumerate(parts):
        part.write_parquet(folder / f"part-{number}.parquet")
    whole = tmp_path / "whole.parquet"
    pl.concat(parts).write_parquet(whole)

    got = assessed_by(Engine.SPARK, folder, tmp_path)
    expected = assessed_by(Engine.POLARS, whole, tmp_path)
    assert got.table.equals(expected.table)
    assert got.rejects == expected.rejects
    assert got.counts == expected.counts
    assert got.counts.nan == 1
    assert got.counts.rejected > len(BAD)
    assert got.table[30 - _refused(got, 30) :][:GATE].equals(gate().truths[:GATE])


def _refused(got: Any, before: int) -> int:
    return sum(reject["row"] < before for reject in got.rejects)


@pytest.mark.usefixtures("spark")
def test_numbers_of_every_type_are_the_same_numbers(tmp_path: Path) -> None:
    steps = [0.0, 9.9, 10.0, 10.1, 79.9, 0.1234567]
    facts = {"cup_board_validated": True, "ecog_ps": 1}
    columns = {
        "tmb_mut_per_mb": pl.Float32,
        "expert_agreement_pct": pl.Decimal(12, 3),
        "liver_lesion_count": pl.Float64,
        "ecog_ps": pl.Int8,
    }
    rows = [
        {
            CASE_ID: i,
            **facts,
            "tmb_mut_per_mb": s,
            "expert_agreement_pct": s,
            "liver_lesion_count": i,
        }
        for i, s in enumerate(steps)
    ]
    frame = pl.DataFrame(rows).cast(columns)  # type: ignore[arg-type]
    frame = frame.with_columns(board_date=pl.lit("2028-02-29").str.to_date())
    frame.write_parquet(tmp_path / "in.parquet")
    got = assessed_by(Engine.SPARK, tmp_path / "in.parquet", tmp_path)
    expected = assessed_by(Engine.POLARS, tmp_path / "in.parquet", tmp_path)
    assert got.table.equals(expected.table.cast({CASE_ID: got.table[CASE_ID].dtype}))
    assert got.rejects == expected.rejects == []
    offered = got.table["S24.5.1-O2"].to_list()
    assert offered == [None, None, None, True, True, None]


def test_a_narrow_float_is_the_decimal_that_it_was_written_as(spark: Any) -> None:
    read = cell(Spark(), BY_NAME["tmb_mut_per_mb"], pl.Float32())
    for text, doubtful in (("9.9", False), ("123.456", False), ("0.1234567", True)):
        row = f"(SELECT CAST('{text}' AS FLOAT) AS tmb_mut_per_mb)"
        (found,) = spark.sql(f"SELECT {read.value}, {read.doubtful} FROM {row}").collect()
        assert tuple(found) == (float(text), doubtful)


def test_random_trees(spark: Any, tmp_path: Path) -> None:
    def run(states: pl.DataFrame, text: str) -> list[Any]:
        states.write_parquet(tmp_path / "states.parquet")
        spark.read.parquet(str(tmp_path / "states.parquet")).createOrReplaceTempView("states")
        return [tuple(row) for row in spark.sql(text).collect()]

    check(Spark(), Bits, 9, "states", run)


@pytest.mark.usefixtures("spark")
def test_columns_that_are_no_facts_refuse_the_table(tmp_path: Path) -> None:
    frame = pl.DataFrame({"Sex": ["male"], "liver_metastases": [1.5]})
    frame.write_parquet(tmp_path / "in.parquet")
    with pytest.raises(TableError) as caught:
        assessed_by(Engine.SPARK, tmp_path / "in.parquet", tmp_path)
    found = {problem.name: (problem.kind, problem.found) for problem in caught.value.problems}
    assert found == {
        CASE_ID: ("missing", ""),
        "Sex": ("unknown", ""),
        "liver_metastases": ("type", "double"),
    }
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize("content", [None, "nothing of the kind"])
def test_what_it_cannot_read_it_refuses_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "in.parquet"
    if content:
        path.write_text(content)
    with pytest.raises(SystemExit) as left:
        main(["cohort", "assess", str(path), "-o", str(tmp_path / "out.csv"), "--engine", "spark"])
    assert left.value.code == 2
    assert "in.parquet" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_a_stop_in_the_middle_leaves_what_was_there(spark: Any, tmp_path: Path) -> None:
    from ariane.cohort.running import run_of
    from ariane.cohort.streaming import write_assessed

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    pl.DataFrame({CASE_ID: ["a"]}).write_parquet(tmp_path / "in.parquet")
    output = tmp_path / "out.parquet"
    output.write_bytes(b"earlier")
    with pytest.raises(KeyboardInterrupt):
        write_assessed(run_of(Engine.SPARK, tmp_path / "in.parquet"), output, stop)
    assert output.read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]
    assert not spark.sparkContext._jsc.getPersistentRDDs()


def test_without_java_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    from ariane.cohort.sql.spark_run import session

    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("JAVA_HOME", "/nowhere")
    with pytest.raises(EngineError) as caught:
        session(None)
    assert caught.value.kind == "no-java"
