"""`ariane audit` as an administrator runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from ariane.cli.main import main
from ariane.store import audit
from ariane.store.database import Database, open_database
from ariane.store.location import sqlite_address
from ariane.store.tables import AUDIT


def run(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["audit", *words])
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    database = open_database(sqlite_address(tmp_path))
    for case in "aba":
        write(database, case)
    database.close()
    return tmp_path


def write(database: Database, case: str) -> None:
    with database.writing() as connection:
        audit.append(
            connection,
            at="2026-03-02T10:00:00.000+00:00",
            who="Zoé \x1b[31m",
            what="edited",
            case=case,
            revision="2",
        )


def change(folder: Path, *statements: object) -> None:
    database = open_database(sqlite_address(folder))
    with database.writing() as connection:
        for statement in statements:
            connection.execute(statement)  # type: ignore[call-overload]
    database.close()


def test_a_log_that_holds_is_counted_with_its_head(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run("verify", "--data", str(folder), "--lang", "en", capsys=capsys)
    _, shown, _ = run("show", "--data", str(folder), "-n", "1", "--format", "json", capsys=capsys)
    (latest,) = json.loads(shown)["entries"]
    assert status == 0
    assert "3 entries" in out
    assert latest["chain_hash"] in out
    assert latest["record"]["who"].startswith("Zoé")
    assert "salt" not in latest["record"]


def test_the_first_broken_entry_is_named_with_status_3(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(folder, update(AUDIT).where(AUDIT.c.number == 2).values(record="{}"))
    status, out, err = run("verify", "--data", str(folder), "--lang", "en", capsys=capsys)
    assert (status, out) == (3, "")
    assert "no. 2 (its content was changed)" in err
    assert "Intact before it: 1." in err
    change(folder, delete(AUDIT).where(AUDIT.c.number == 1))
    status, _, err = run("verify", "--data", str(folder), capsys=capsys)
    assert status == 3
    assert "n°\u00a01 (elle manque)" in err


def test_erased_entries_are_counted_and_shown_as_such(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(sqlite_address(folder))
    with database.writing() as connection:
        audit.erase(connection, "b")
    database.close()
    status, out, _ = run("verify", "--data", str(folder), "--lang", "en", capsys=capsys)
    assert status == 0
    assert "1 entry erased" in out
    _, out, _ = run("show", "--data", str(folder), "--lang", "en", capsys=capsys)
    assert "(erased)" in out


def test_the_latest_come_first_and_of_one_case_where_it_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run("show", "--data", str(folder), "--case", "a", capsys=capsys)
    lines = out.splitlines()
    assert status == 0
    assert [line.split()[0] for line in lines[1:]] == ["3", "1"]
    assert "2026-03-02 10:00:00" in lines[1]
    assert "modifié" in lines[1]
    assert "\x1b" not in out
    _, out, _ = run("show", "--data", str(folder), "--case", "none", capsys=capsys)
    assert out.strip() == "Aucune entrée."


def test_a_log_that_is_not_there_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run("verify", "--data", str(tmp_path / "nowhere"), capsys=capsys)
    assert (status, out) == (2, "")
    assert "ne peut pas être lu" in err
    assert not (tmp_path / "nowhere").exists()


def test_what_an_entry_says_further_is_shown_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(sqlite_address(folder))
    with database.writing() as connection:
        for what, detail in (
            ("step", "send"),
            ("refer", "renape"),
            ("decide", "without-quorum"),
            ("erase", "on request \x1b[31m"),
        ):
            at = "2026-03-02T10:00:00.000+00:00"
            audit.append(connection, at=at, who="Zoé", what=what, case="c", detail=detail)
    database.close()
    words = ("show", "--data", str(folder), "-n", "4", "--lang", "en")
    _, text, _ = run(*words, capsys=capsys)
    _, data, _ = run(*words, "--format", "json", capsys=capsys)
    for said in ("Send", "RENAPE", "without a quorum", "on request"):
        assert said in text, said
    assert "\x1b" not in text
    details = [entry["record"]["detail"] for entry in json.loads(data)["entries"]]
    assert details == ["on request \x1b[31m", "without-quorum", "renape", "send"]
