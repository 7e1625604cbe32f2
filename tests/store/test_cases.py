"""Cases are kept whole, with every state that they had, and never overwritten in silence."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from ariane.store import cases
from ariane.store.cases import Change, ChangedMeanwhileError, Kind, NoSuchCaseError
from ariane.store.database import Database, DatabaseError


def change(text: str = "{}", kind: Kind = Kind.EDITED, at: str = "2025-03-01T10:00:00") -> Change:
    return Change("dossier é", text, "Zoé", at, kind)


def kept(database: Database, text: str = "{}", at: str = "2025-03-01T10:00:00") -> str:
    with database.writing() as connection:
        return cases.create_case(connection, change(text, Kind.CREATED, at)).id


def test_a_new_case_is_its_first_revision(database: Database) -> None:
    case_id = kept(database, '{"é": "\\u0000"}')
    with database.reading() as connection:
        stored = cases.read_case(connection, case_id)
        assert stored == (case_id, "dossier é", 1, '{"é": "\\u0000"}', "2025-03-01T10:00:00", False)
        (only,) = cases.revisions(connection, case_id)
    assert only == (1, "2025-03-01T10:00:00", "Zoé", Kind.CREATED, stored.document)


def test_a_save_keeps_every_earlier_state(database: Database) -> None:
    case_id = kept(database, "1")
    for base in (1, 2, 3):
        with database.writing() as connection:
            saved = cases.save_case(connection, case_id, base, change(str(base + 1)))
            assert saved.revision == base + 1
    with database.reading() as connection:
        states = cases.revisions(connection, case_id)
        assert [(state.number, state.document) for state in states] == [
            (4, "4"),
            (3, "3"),
            (2, "2"),
            (1, "1"),
        ]
        assert cases.revision(connection, case_id, 2).document == "2"
        assert cases.read_case(connection, case_id).document == "4"


@pytest.mark.parametrize("base", [0, 1, 3, -1])
def test_a_save_on_another_state_than_the_newest_is_refused(database: Database, base: int) -> None:
    case_id = kept(database, "first")
    with database.writing() as connection:
        cases.save_case(connection, case_id, 1, change("second"))
    with pytest.raises(ChangedMeanwhileError) as refused, database.writing() as connection:
        cases.save_case(connection, case_id, base, change("lost"))
    assert (refused.value.current.revision, refused.value.current.document) == (2, "second")
    with database.reading() as connection:
        assert [state.document for state in cases.revisions(connection, case_id)] == [
            "second",
            "first",
        ]


def test_what_is_not_there_is_said(database: Database) -> None:
    with database.writing() as connection:
        for ask in (
            lambda: cases.read_case(connection, "none"),
            lambda: cases.save_case(connection, "none", 1, change()),
            lambda: cases.archive_case(connection, "none"),
            lambda: cases.revision(connection, "none", 1),
        ):
            with pytest.raises(NoSuchCaseError):
                ask()


def test_the_list_has_the_latest_first_and_nothing_archived(database: Database) -> None:
    old, new = kept(database, at="2025-01-01"), kept(database, at="2025-02-01")
    with database.writing() as connection:
        assert [case.id for case in cases.list_cases(connection)] == [new, old]
        cases.archive_case(connection, new)
        assert [case.id for case in cases.list_cases(connection)] == [old]
        assert [case.id for case in cases.list_cases(connection, archived=True)] == [new]
        assert cases.read_case(connection, new).id == new
        cases.archive_case(connection, new, archived=False)
        assert [case.id for case in cases.list_cases(connection)] == [new, old]


def test_work_that_fails_leaves_nothing(database: Database) -> None:
    case_id = kept(database, "first")

    def work() -> None:
        with database.writing() as connection:
            cases.save_case(connection, case_id, 1, change("half"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    with database.reading() as connection:
        assert cases.read_case(connection, case_id).revision == 1
        assert len(cases.revisions(connection, case_id)) == 1


def test_reading_leaves_no_trace(database: Database) -> None:
    with database.reading() as connection:
        cases.create_case(connection, change())
    with database.reading() as connection:
        assert cases.list_cases(connection) == []


def test_what_a_driver_refuses_comes_as_an_error_of_the_store(database: Database) -> None:
    case_id = kept(database)
    with pytest.raises(DatabaseError), database.writing() as connection:
        cases.create_case(connection, change(), case_id)


def test_two_writers_at_once_of_which_one_is_told(database: Database) -> None:
    """Each adds its letter until taken: what one wrote, the other has read before it writes."""
    case_id = kept(database, "")

    def work(letter: str) -> int:
        refused = 0
        for _ in range(15):
            while True:
                with database.reading() as connection:
                    read = cases.read_case(connection, case_id)
                try:
                    with database.writing() as connection:
                        new = change(read.document + letter)
                        cases.save_case(connection, case_id, read.revision, new)
                    break
                except ChangedMeanwhileError:
                    refused += 1
        return refused

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, "abc"))
    with database.reading() as connection:
        stored = cases.read_case(connection, case_id)
        states = cases.revisions(connection, case_id)
    assert sorted(stored.document) == sorted("abc" * 15)
    assert [state.number for state in states] == list(range(46, 0, -1))
    for later, earlier in pairwise(states):
        assert later.document[:-1] == earlier.document
