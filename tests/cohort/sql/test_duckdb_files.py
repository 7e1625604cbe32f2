"""DuckDB on files and on a database: every form the same, whole or not at all, nothing written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from ariane.cli.main import main
from ariane.cohort.columns import CASE_ID
from ariane.cohort.engines import Engine
from ariane.cohort.places import DuckDbTable
from ariane.cohort.sql.cells import cell
from ariane.cohort.sql.dialects import DuckDb
from ariane.facts.vocabulary import BY_NAME
from support.cohort_engines import KILLED, as_duckdb, assessed_by

TEXTS = {
    CASE_ID: [f"P{i}" for i in range(9)],
    "liver_metastases": ["true", "False", "", "yes", "TRUE", "true", "", "", ""],
    "liver_lesion_count": ["3", "007", "", "1.5", "-1", "many", "+2", "99999999999999999", "1e2"],
    "tmb_mut_per_mb": [
        "9.9",
        "10",
        "10.",
        ".5",
        "1e1",
        "nan",
        "10.000000000000000000001",
        "inf",
        "",
    ],
    "board_date": [
        "2026-03-02",
        "2026-02-29",
        "2028-02-29",
        "",
        "2/3/26",
        "",
        "",
        "",
        "1999-12-31",
    ],
    "suspected_origins": ["[]", "colorectal|gastric", "moon", "", "colorectal|", "", "", "", ""],
    "pci_region_scores": ["0|1|2|3|0|0|0|0|0|0|0|0|0", "0|1", "", "[]", "4", "a", "", "", ""],
    "sex": ["male", "unknown", "Male", " ", "female", "", "", "", ""],
}


def command(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["cohort", "assess", *map(str, words), "--lang", "en"])
    return int(left.value.code or 0)


def test_texts_mean_what_they_mean_to_polars(tmp_path: Path) -> None:
    pl.DataFrame(TEXTS).write_csv(tmp_path / "in.csv")
    table, rejects, counts = assessed_by(Engine.DUCKDB, tmp_path / "in.csv", tmp_path)
    expected = assessed_by(Engine.POLARS, tmp_path / "in.csv", tmp_path)
    assert (rejects, counts) == (expected.rejects, expected.counts)
    assert table.equals(expected.table)
    assert 0 < counts.rejected < counts.rows


def test_arrow_with_dictionaries_and_a_name_full_of_stars(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {CASE_ID: range(4), "sex": ["male", "female", None, "man"], "ecog_ps": [0, 4, None, 5]},
        schema_overrides={"sex": pl.Categorical, "ecog_ps": pl.UInt8},
    )
    frame.write_ipc(tmp_path / "in.arrow")
    frame.write_parquet(tmp_path / "[i]*n.parquet")
    frame.write_parquet(tmp_path / "in.parquet")
    arrow, parquet = (
        assessed_by(Engine.DUCKDB, tmp_path / name, tmp_path)
        for name in ("in.arrow", "[i]*n.parquet")
    )
    assert arrow.table.equals(parquet.table)
    assert arrow.rejects == parquet.rejects
    assert [reject["row"] for reject in arrow.rejects] == [3]


def test_a_column_that_folds_case_does_not_fold_here(tmp_path: Path) -> None:
    path = tmp_path / "in.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE t (case_id INT, sex VARCHAR COLLATE NOCASE)")
        connection.execute("INSERT INTO t VALUES (1, 'male'), (2, 'MALE')")
    got = assessed_by(Engine.DUCKDB, DuckDbTable(path, "t"), tmp_path)
    assert [reject["row"] for reject in got.rejects] == [1]


def test_a_narrow_float_is_the_decimal_that_it_was_written_as() -> None:
    fact = BY_NAME["tmb_mut_per_mb"]
    value = cell(DuckDb(), fact, pl.Float32()).value
    for text in ("9.9", "0.1", "123.456", "1e-7", "16777216"):
        found = duckdb.sql(f"SELECT {value} FROM (SELECT CAST('{text}' AS FLOAT) AS {fact.name})")
        assert found.fetchall() == [(float(text),)]


def test_killed_in_the_middle_it_leaves_what_was_there(tmp_path: Path) -> None:
    place = as_duckdb(pl.DataFrame({CASE_ID: range(200_000)}), tmp_path)
    output = tmp_path / "out.parquet"
    output.write_bytes(b"earlier")
    words = [sys.executable, "-c", KILLED, "duckdb", str(place), str(output)]
    assert subprocess.run(words, check=False).returncode == -9
    assert output.read_bytes() == b"earlier"
    assert not (tmp_path / "out.rejects.jsonl").exists()


def test_the_command_on_a_table_of_a_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = as_duckdb(pl.DataFrame({CASE_ID: ["a", "b"], "ecog_ps": [1, 9]}), tmp_path)
    before = place.database.read_bytes()
    output = tmp_path / "out.parquet"
    assert command(place, "-o", output, "--engine", "duckdb") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Rows read: 2; assessed: 1; rejected: 1" in said.err
    assert place.database.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("in.parquet", "No files found"),
        ("none.duckdb#t", "does not exist"),
        ("broken.duckdb#t", "broken.duckdb"),
        ("broken.parquet", "broken.parquet"),
        ("in.duckdb#nothing", "does not exist"),
        ("in.duckdb#", "No table is named"),
        ("in.xlsx", "format not recognised"),
        ("postgresql://me:secret@here/x#t", "the engine duckdb does not read this"),
    ],
)
def test_what_it_cannot_read_it_refuses_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, expected: str
) -> None:
    for name in ("broken.duckdb", "broken.parquet"):
        (tmp_path / name).write_text("nothing of the kind")
    duckdb.connect(str(tmp_path / "in.duckdb")).close()
    where = place if ":" in place else tmp_path / place
    before = sorted(path.name for path in tmp_path.iterdir())
    assert command(where, "-o", tmp_path / "out.parquet", "--engine", "duckdb") == 2
    said = capsys.readouterr().err
    assert expected in said
    assert "secret" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == before
