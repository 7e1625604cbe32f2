"""Synthetic tables: repeatable, possible, and of use."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort.assessing import CohortEngine
from ariane.cohort.columns import CASE_ID
from ariane.cohort.simulating import simulate_table, simulated


def test_no_row_breaks_a_rule_and_every_answer_is_met() -> None:
    (frame,) = simulated(3000, 1)
    batch = CohortEngine(frame.schema).assess(frame, 1)
    assert batch.rejects == []
    truths = batch.assessed.drop(CASE_ID).unpivot()["value"].unique().to_list()
    assert set(truths) == {True, False, None}
    assert all(frame[name].drop_nulls().len() for name in frame.columns)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        path = tmp_path / f"{name}.parquet"
        simulate_table(40, seed, path, lambda *_: None)
        written.append(path.read_bytes())
    assert written[0] == written[1] != written[2]
    assert len(pl.read_parquet(tmp_path / "a.parquet")) == 40


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, status in (("a.arrow", 0), ("a.csv", 2), ("missing/a.arrow", 2)):
        with pytest.raises(SystemExit) as left:
            main(["cohort", "simulate", "-n", "5", "--lang", "en", "-o", str(tmp_path / name)])
        assert int(left.value.code or 0) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert "Synthetic" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.arrow"]
