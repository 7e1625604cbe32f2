"""A backup restores everything, on both databases, and a bad one changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ariane.cli.main import main
from ariane.store.backup import BackupError, Obstacle, back_up, restore
from ariane.store.cases import Change, Kind, create_case, list_cases
from ariane.store.database import Database, open_database


def titles(address: str) -> list[str]:
    opened = open_database(address)
    with opened.reading() as connection:
        found = sorted(case.title for case in list_cases(connection))
    opened.close()
    return found


def add(database: Database, title: str) -> None:
    with database.writing() as connection:
        create_case(connection, Change(title, "{}", "a", "2026-03-02T09:00:00Z", Kind.CREATED))


def test_a_backup_taken_while_in_use_restores_elsewhere(
    new_address: list[str], tmp_path: Path
) -> None:
    source, target = new_address
    file = tmp_path / "backup"
    database = open_database(source)
    add(database, "été < 4 & CK7+")
    with database.reading() as connection:
        list_cases(connection)
        back_up(source, file)
    add(database, "later")
    restore(file, target)
    assert titles(target) == ["été < 4 & CK7+"]
    with pytest.raises(BackupError) as refused:
        restore(file, source)
    assert refused.value.obstacle is Obstacle.NOT_EMPTY
    assert titles(source) == ["later", "été < 4 & CK7+"]
    restore(file, source, replace=True)
    assert titles(source) == ["été < 4 & CK7+"]
    add(database, "after")
    assert titles(source) == ["after", "été < 4 & CK7+"]
    database.close()
    assert [path.name for path in tmp_path.glob(".backup*")] == []


def test_a_damaged_or_foreign_file_changes_nothing(address: str, tmp_path: Path) -> None:
    database = open_database(address)
    add(database, "kept")
    whole, bad = tmp_path / "whole", tmp_path / "bad"
    back_up(address, whole)
    content = whole.read_bytes()
    for wrong in (b"", b"hello", content[: len(content) // 2]):
        bad.write_bytes(wrong)
        with pytest.raises(BackupError):
            restore(bad, address, replace=True)
    assert titles(address) == ["kept"]
    database.close()


def test_a_failed_backup_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_bytes(b"old")
    for address in (f"sqlite:///{tmp_path / 'none.db'}", "sqlite://", "nonsense"):
        with pytest.raises(BackupError):
            back_up(address, file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    return int(left.value.code or 0)


def test_the_commands(new_address: list[str], tmp_path: Path) -> None:
    source, target = new_address
    database = open_database(source)
    add(database, "kept")
    database.close()
    file = str(tmp_path / "backup")
    assert run("backup", file, "--database", source) == 0
    assert run("restore", file, "--database", source) == 2
    assert run("restore", file, "--database", target) == 0
    assert titles(target) == ["kept"]
    assert run("restore", str(tmp_path / "none"), "--database", target) == 2
