"""Tables in every form, batch by batch, written whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort import tables
from ariane.cohort.streaming import assess_table

COLUMNS = {
    "case_id": [f"P{i}" for i in range(25)],
    "sex": ["male", "female", None, "man", "male"] * 5,
    "liver_metastases": [True, False, None, True, True] * 5,
    "liver_lesion_count": [3, 0, None, 2, 0] * 5,
}
"""Of five rows, the fourth has a wrong value and the fifth a contradiction."""
KILLED = """
import os, signal, sys
from pathlib import Path
from ariane.cohort import tables
from ariane.cohort.streaming import assess_table
tables.BATCH = 10
assess_table(Path(sys.argv[1]), Path(sys.argv[2]), lambda *_: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.parquet"
    pl.DataFrame(COLUMNS).write_parquet(path)
    return path


def test_counts_reconcile_and_rows_keep_their_numbers(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "BATCH", 7)
    told: list[tuple[int, int | None]] = []
    counts = assess_table(source, tmp_path / "out.parquet", lambda *done: told.append(done))
    assert counts == (25, 15, 10, 0)
    assert told[-1] == (25, 25)
    rejects = [json.loads(line) for line in (tmp_path / "out.rejects.jsonl").open()]
    assert [r["row"] for r in rejects] == [n for n in range(25) if n % 5 > 2]
    assert [r["case_id"] for r in rejects] == [f"P{r['row']}" for r in rejects]
    kept = pl.read_parquet(tmp_path / "out.parquet")["case_id"].to_list()
    assert kept == [f"P{i}" for i in range(25) if i % 5 < 3]


def test_every_form_gives_the_same_table(source: Path, tmp_path: Path) -> None:
    pl.DataFrame(COLUMNS).write_csv(tmp_path / "in.csv")
    pl.DataFrame(COLUMNS).write_ipc(tmp_path / "in.arrow")
    for ending in ("parquet", "csv", "arrow"):
        assess_table(tmp_path / f"in.{ending}", tmp_path / f"{ending}.{ending}", lambda *_: None)
    whole = pl.read_parquet(tmp_path / "parquet.parquet")
    assert whole.equals(pl.read_ipc(tmp_path / "arrow.arrow"))
    assert whole.equals(pl.read_csv(tmp_path / "csv.csv", schema=whole.schema))


def test_killed_in_the_middle_it_leaves_what_was_there(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.parquet"
    output.write_bytes(b"earlier")
    command = [sys.executable, "-c", KILLED, str(source), str(output)]
    assert subprocess.run(command, check=False).returncode == -9
    assert output.read_bytes() == b"earlier"
    assert not (tmp_path / "out.rejects.jsonl").exists()
    assess_table(source, output, lambda *_: None)
    assert len(pl.read_parquet(output)) == 15


def test_a_failure_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assess_table(source, tmp_path / "out.parquet", fail)
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main([*words, "--lang", "en"])
    return int(left.value.code or 0)


def test_the_command(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = str(tmp_path / "out.csv")
    assert run("cohort", "assess", str(source), "-o", output) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Rows read: 25; assessed: 15; rejected: 10" in said.err


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", "case_id,sexe\n1,male\n", "did you mean sex"),
        ("a.csv", "sex\nmale\n", "case_id is missing"),
        ("a.csv", "", "a.csv"),
        ("a.parquet", "no parquet", "a.parquet"),
        ("a.xlsx", "", "format not recognised"),
    ],
)
def test_a_bad_table_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, expected: str
) -> None:
    (tmp_path / name).write_text(content)
    output = tmp_path / "out.parquet"
    assert run("cohort", "assess", str(tmp_path / name), "-o", str(output)) == 2
    assert expected in capsys.readouterr().err
    assert not output.exists()


def test_a_table_that_is_not_there_and_itself(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("cohort", "assess", str(tmp_path / "none.csv"), "-o", str(source)) == 2
    assert run("cohort", "assess", str(source), "-o", str(source)) == 2
    assert "very table" in capsys.readouterr().err
    assert len(pl.read_parquet(source)) == 25


def test_without_the_libraries_it_says_which_extra(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ariane.cli.cohort_tables.find_spec", lambda name: None)
    assert run("cohort", "assess", str(source), "-o", "x.parquet") == 2
    assert "ariane-cup[cohort]" in capsys.readouterr().err
