"""The tables that migrations make are the tables that the program speaks of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from ariane.store import audit
from ariane.store.database import Database, DatabaseError, open_as_it_is, open_database
from ariane.store.location import address_of, default_folder, sqlite_address
from ariane.store.migrating import configuration
from ariane.store.tables import METADATA


def test_migrations_make_exactly_the_tables_of_the_metadata(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, METADATA) == []
        assert set(inspect(connection).get_table_names()) == {*METADATA.tables, "alembic_version"}


def test_a_missing_column_would_be_seen(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE cases DROP COLUMN archived"))
    with database.engine.connect() as connection:
        (found,) = compare_metadata(MigrationContext.configure(connection), METADATA)
        assert found[0] == "add_column"


def test_migrations_go_down_and_up_again(database: Database) -> None:
    with database.engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(configuration(connection), "head")
        assert set(METADATA.tables) < set(inspect(connection).get_table_names())


def test_opening_again_changes_nothing(address: str) -> None:
    for _ in range(2):
        opened = open_database(address)
        with opened.writing() as connection:
            audit.append(connection, what="opened")
        opened.close()
    again = open_database(address)
    with again.reading() as connection:
        assert audit.verify(connection).intact == 2
    again.close()


def test_two_processes_may_open_a_new_database_at_once(address: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        for opened in pool.map(open_database, [address] * 4):
            opened.close()


def test_a_migration_that_stops_half_way_leaves_no_table(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(connection: object, revision: str) -> None:
        upgrade(connection, revision)
        raise KeyboardInterrupt

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", stop)
    with pytest.raises(KeyboardInterrupt):
        open_database(address)
    monkeypatch.undo()
    opened = open_as_it_is(address)
    with opened.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    opened.close()
    open_database(address).close()


def test_a_database_of_a_later_version_is_refused(address: str) -> None:
    opened = open_database(address)
    with opened.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.close()
    with pytest.raises(DatabaseError, match="9999"):
        open_database(address)


def test_what_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "ariane.db").write_text("these are not the pages of a database " * 100)
    for address in (
        sqlite_address(tmp_path),
        "not an address",
        "nosuch://host/name",
        f"postgresql://user:secret@/name?host={tmp_path}",
    ):
        with pytest.raises(DatabaseError) as refused:
            open_database(address)
        assert "secret" not in str(refused.value)


def test_a_file_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        open_as_it_is(sqlite_address(tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()


def test_the_folder_of_a_new_database_is_for_its_owner_alone(tmp_path: Path) -> None:
    open_database(sqlite_address(tmp_path / "data")).close()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_the_address_is_the_one_given_else_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert address_of("postgresql:///board", tmp_path) == "postgresql:///board"
    assert address_of("", tmp_path) == f"sqlite:///{tmp_path}/ariane.db"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "ariane"
