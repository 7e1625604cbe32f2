"""PostgreSQL: its own types, its refusals in words without a password, and nothing written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import psycopg
import pytest

from ariane.cli.main import main
from ariane.cohort.columns import CASE_ID
from ariane.cohort.engines import Engine
from ariane.cohort.places import PostgreSqlTable
from ariane.cohort.sql.cells import cell
from ariane.cohort.sql.dialects import PostgreSql
from ariane.facts.vocabulary import BY_NAME
from support.cohort_engines import KILLED, as_postgresql, assessed_by
from support.postgres import Cluster

OWN_TYPES = """
CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TYPE sexes AS ENUM ('male', 'Male');
CREATE DOMAIN burden AS numeric;
CREATE TABLE t (
  case_id serial, sex sexes, msi_status text COLLATE folded, tmb_mut_per_mb burden,
  board_date date, prior_procedures varchar[], percutaneous_biopsy_result char(20),
  liver_lesion_count numeric
);
INSERT INTO t VALUES
  (0, 'male', 'mss_pmmr', '10.00', '2028-02-29', '{}', 'diagnostic', '2.00'),
  (1, 'Male', null, null, null, null, null, null),
  (2, null, 'MSS_PMMR', null, null, null, null, null),
  (3, null, null, 'NaN', null, null, null, null),
  (4, null, null, 'Infinity', null, null, null, null),
  (5, null, null, '10.000000000000000000001', null, null, null, null),
  (6, null, null, null, 'infinity', null, null, null),
  (7, null, null, null, null, '{{null,null},{a,b}}', null, null),
  (8, null, null, null, null, null, 'none of these', null),
  (9, null, null, null, null, null, null, '2.5');
"""


def command(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["cohort", "assess", *map(str, words), "--lang", "en"])
    return int(left.value.code or 0)


@pytest.mark.parametrize("engine", [Engine.POSTGRESQL, Engine.POLARS])
def test_its_own_types_are_read_exactly(engine: Engine, postgres: Cluster, tmp_path: Path) -> None:
    address = postgres.new_database()
    with psycopg.connect(address) as connection:
        connection.execute(OWN_TYPES)
    got = assessed_by(engine, PostgreSqlTable(address, "public.t"), tmp_path)
    places = {reject["case_id"]: reject["reasons"][0]["place"] for reject in got.rejects}
    assert places == {
        1: "facts.sex",
        2: "facts.msi_status",
        4: "facts.tmb_mut_per_mb",
        6: "facts.board_date",
        7: "facts.prior_procedures[0]",
        8: "facts.percutaneous_biopsy_result",
        9: "facts.liver_lesion_count",
    }
    burden = dict(got.table.select(CASE_ID, "S24.8.3-W3").iter_rows())
    assert burden == {0: False, 3: None, 5: None}


def test_a_narrow_float_is_the_decimal_that_it_was_written_as(postgres: Cluster) -> None:
    fact = BY_NAME["tmb_mut_per_mb"]
    value = cell(PostgreSql(), fact, pl.Float32()).value
    with psycopg.connect(postgres.new_database()) as connection:
        for text in ("9.9", "0.1", "123.456", "1e-7", "16777216"):
            row = f"(SELECT CAST('{text}' AS float4) AS {fact.name}) AS t"
            assert connection.execute(f"SELECT {value} FROM {row}").fetchone() == (float(text),)


def test_nothing_is_written_and_no_password_said(
    postgres: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = as_postgresql(
        pl.DataFrame({CASE_ID: ['a\n,"b', "c"], "ecog_ps": [1, 9]}), postgres.new_database()
    )
    with psycopg.connect(table.address) as connection:
        connection.execute(
            "ALTER DATABASE " + connection.info.dbname + " SET default_transaction_read_only = on"
        )
    address = table.address.replace("postgres@", "postgres:hushhush@")
    output = tmp_path / "out.parquet"
    assert command(f"{address}#{table.table}", "-o", output, "--engine", "postgresql") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Rows read: 2; assessed: 1; rejected: 1" in said.err
    assert "hushhush" not in said.err
    assert pl.read_parquet(output)[CASE_ID].to_list() == ['a\n,"b']


@pytest.mark.parametrize("engine", ["postgresql", "polars"])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("#s.", "#nowhere."), "does not exist"),
        (("postgres@", "nobody:hushhush@"), "nobody"),
        (("postgres@", "postgres:hush%zzhush@"), "cannot be read"),
        (("port=", "sslpassword=hushhush&port=1"), "…"),
    ],
)
def test_what_fails_is_said_in_words_without_a_password(
    postgres: Cluster,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    engine: str,
    change: tuple[str, str],
    expected: str,
) -> None:
    table = as_postgresql(pl.DataFrame({CASE_ID: ["a"]}), postgres.new_database())
    where = f"{table.address}#{table.table}".replace(*change)
    assert command(where, "-o", tmp_path / "out.parquet", "--engine", engine) == 2
    said = capsys.readouterr().err
    assert expected in said
    assert "hush" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_type_that_no_fact_has_is_called_as_postgresql_calls_it(
    postgres: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = postgres.new_database()
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE t (case_id int, sex point, sexe text)")
    assert command(f"{address}#t", "-o", tmp_path / "o.csv", "--engine", "postgresql") == 2
    said = capsys.readouterr().err
    assert "sex: type point; expected String" in said
    assert "did you mean sex" in said


def test_killed_in_the_middle_it_leaves_what_was_there(postgres: Cluster, tmp_path: Path) -> None:
    address = postgres.new_database()
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE t AS SELECT generate_series(1, 60000) AS case_id")
    output = tmp_path / "out.parquet"
    output.write_bytes(b"earlier")
    words = [sys.executable, "-c", KILLED, "postgresql", f"{address}#t", str(output)]
    assert subprocess.run(words, check=False).returncode == -9
    assert output.read_bytes() == b"earlier"
    assert not (tmp_path / "out.rejects.jsonl").exists()
