"""Work on cases without HTTP: undo, conflicts, the log of all of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest

from ariane.board.permissions import Action, Role
from ariane.case.problems import CaseError
from ariane.store import audit
from ariane.store.cases import ChangedMeanwhileError, Kind, NoSuchCaseError
from ariane.store.database import Database
from ariane.web.case_steps import NothingToUndoError, actions_between, title_of
from ariane.web.casework import Casework
from ariane.web.desk import NotPermittedError
from ariane.web.people import LOCAL, Person

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def casework(database: Database) -> Casework:
    return Casework(database, lambda: NOON)


def edited(casework: Casework, *values: int) -> str:
    """Return a case in which PS was entered again and again."""
    case_id = casework.create("essai", LOCAL).id
    for number, value in enumerate(values, start=1):
        casework.set_facts(case_id, number, {"ecog_ps": value}, LOCAL)
    return case_id


def undone(casework: Casework, case_id: str, times: int = 1) -> Any:
    for _ in range(times):
        base = casework.open(case_id, LOCAL).stored.revision
        found = casework.undo(case_id, base, LOCAL)
    return found.document["facts"].get("ecog_ps")


def log(database: Database) -> list[tuple[str, str]]:
    with database.reading() as connection:
        found = audit.entries(connection)
    return [(entry.record["what"], entry.record["revision"]) for entry in reversed(found)]


def test_undoing_goes_back_one_step_each_time(casework: Casework) -> None:
    case_id = edited(casework, 0, 1, 2)
    assert undone(casework, case_id) == 1
    assert undone(casework, case_id) == 0
    assert undone(casework, case_id) is None
    with pytest.raises(NothingToUndoError):
        undone(casework, case_id)
    states = casework.history(case_id, LOCAL)
    assert [state.kind for state in states] == [Kind.UNDONE] * 3 + [Kind.EDITED] * 3 + [
        Kind.CREATED
    ]


def test_undoing_after_an_edit_after_an_undo_takes_back_the_edit_first(casework: Casework) -> None:
    case_id = edited(casework, 0, 1)
    assert undone(casework, case_id) == 0
    base = casework.open(case_id, LOCAL).stored.revision
    casework.set_facts(case_id, base, {"ecog_ps": 3}, LOCAL)
    assert undone(casework, case_id) == 0
    assert undone(casework, case_id) is None
    with pytest.raises(NothingToUndoError):
        undone(casework, case_id)


def test_several_undos_then_several_edits(casework: Casework) -> None:
    case_id = edited(casework, 0, 1, 2)
    assert undone(casework, case_id, 2) == 0
    for value in (3, 4):
        base = casework.open(case_id, LOCAL).stored.revision
        casework.set_facts(case_id, base, {"ecog_ps": value}, LOCAL)
    assert [undone(casework, case_id) for _ in range(3)] == [3, 0, None]


def test_undoing_an_old_state_is_a_conflict(casework: Casework) -> None:
    case_id = edited(casework, 0, 1)
    with pytest.raises(ChangedMeanwhileError):
        casework.undo(case_id, 2, LOCAL)
    assert casework.open(case_id, LOCAL).document["facts"] == {"ecog_ps": 1}


@pytest.mark.parametrize(
    "change",
    [
        lambda work, case: work.set_facts(case, 1, {"sex": "male"}, LOCAL),
        lambda work, case: work.set_entry(case, 1, "exams", "mri_liver", {"status": "done"}, LOCAL),
        lambda work, case: work.set_field(case, 1, "notes", "x", LOCAL),
    ],
    ids=["facts", "entry", "field"],
)
def test_the_later_of_two_is_told_and_overwrites_nothing(
    casework: Casework, database: Database, change: Callable[[Casework, str], object]
) -> None:
    case_id = edited(casework, 0)
    before = log(database)
    with pytest.raises(ChangedMeanwhileError) as refused:
        change(casework, case_id)
    assert refused.value.current.revision == 2
    assert log(database) == before
    assert casework.open(case_id, LOCAL).document == {
        "schema": "ariane-case/1",
        "id": "essai",
        "facts": {"ecog_ps": 0},
    }


def test_of_many_at_once_on_one_state_one_wins(casework: Casework, database: Database) -> None:
    case_id = edited(casework)

    def work(value: int) -> bool:
        try:
            casework.set_facts(case_id, 1, {"ecog_ps": value}, LOCAL)
        except ChangedMeanwhileError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(work, range(4)))
    assert sum(won) == 1
    assert casework.open(case_id, LOCAL).document["facts"] == {"ecog_ps": won.index(True)}
    assert log(database) == [("created", "1"), ("edited", "2"), ("read", "2")]


def test_reading_editing_and_archiving_at_once_never_lock_each_other_out(
    casework: Casework, database: Database
) -> None:
    case_id = edited(casework)

    def work(number: int) -> None:
        for _ in range(4):
            if number == 0:
                casework.archive(case_id, LOCAL)
            base = casework.open(case_id, LOCAL).stored.revision
            try:
                casework.set_field(case_id, base, "notes", f"{number} {base}", LOCAL)
            except ChangedMeanwhileError:
                continue

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, range(3)))
    with database.reading() as connection:
        assert audit.verify(connection).broken is None


def test_a_contradiction_is_refused_whole(casework: Casework, database: Database) -> None:
    case_id = edited(casework, 1)
    before = log(database)
    with pytest.raises(CaseError) as refused:
        casework.set_facts(
            case_id,
            2,
            {"ecog_ps": 9, "sex": "other", "tmb_mut_per_mb": "x", "ihc_ck7": "pos"},
            LOCAL,
        )
    assert len(refused.value.problems) == 3
    assert log(database) == before
    assert casework.open(case_id, LOCAL).document["facts"] == {"ecog_ps": 1}


def test_what_changes_nothing_leaves_no_revision(casework: Casework) -> None:
    case_id = edited(casework, 1)
    found = casework.set_facts(case_id, 2, {"ecog_ps": 1, "sex": None}, LOCAL)
    assert found.stored.revision == 2
    assert len(casework.history(case_id, LOCAL)) == 2


def test_making_a_fact_unknown_again(casework: Casework) -> None:
    case_id = edited(casework, 1)
    assert casework.set_facts(case_id, 2, {"ecog_ps": None}, LOCAL).document["facts"] == {}


def test_everything_that_touches_a_case_is_logged(casework: Casework, database: Database) -> None:
    case_id = edited(casework, 1)
    casework.open(case_id, LOCAL)
    casework.history(case_id, LOCAL)
    casework.export(case_id, LOCAL)
    casework.undo(case_id, 2, LOCAL)
    casework.archive(case_id, LOCAL)
    casework.log(LOCAL, 5)
    assert [what for what, _ in log(database)] == [
        "created",
        "edited",
        "read",
        "read-history",
        "export",
        "undone",
        "archive",
        "read-audit",
    ]
    with database.reading() as connection:
        record = audit.entries(connection, 8)[-1].record
    assert {**record, "salt": ""} == {
        "at": "2026-03-02T12:00:00.000+00:00",
        "who": "local",
        "what": "created",
        "case": case_id,
        "revision": "1",
        "salt": "",
    }


def test_who_has_signed_in_is_named_with_what_the_provider_calls_them(
    casework: Casework, database: Database
) -> None:
    person = Person("Zoé", frozenset({Role.BOARD_COORDINATOR}), "42")
    case_id = casework.create("essai", person).id
    with database.reading() as connection:
        assert audit.entries(connection)[0].record["subject"] == "42"
    assert casework.history(case_id, person)[0].actor == "Zoé"


def test_what_is_refused_is_neither_done_nor_logged(casework: Casework, database: Database) -> None:
    case_id = edited(casework, 1)
    before, nobody = log(database), Person("x", frozenset())
    for ask in (
        lambda: casework.all_cases(nobody),
        lambda: casework.open(case_id, nobody),
        lambda: casework.create("x", nobody),
        lambda: casework.bring_in(b"", "x", nobody),
        lambda: casework.set_facts(case_id, 2, {}, nobody),
        lambda: casework.set_facts(case_id, 2, {"sex": "male"}, nobody),
        lambda: casework.set_entry(case_id, 2, "exams", "mri_liver", None, nobody),
        lambda: casework.set_field(case_id, 2, "notes", "x", nobody),
        lambda: casework.undo(case_id, 2, nobody),
        lambda: casework.history(case_id, nobody),
        lambda: casework.export(case_id, nobody),
        lambda: casework.archive(case_id, nobody),
        lambda: casework.log(nobody, 1),
    ):
        with pytest.raises(NotPermittedError):
            ask()
    assert log(database) == before


def test_a_case_that_is_not_there(casework: Casework) -> None:
    for ask in (
        lambda: casework.open("none", LOCAL),
        lambda: casework.set_facts("none", 1, {"sex": "male"}, LOCAL),
        lambda: casework.undo("none", 1, LOCAL),
        lambda: casework.history("none", LOCAL),
        lambda: casework.archive("none", LOCAL),
    ):
        with pytest.raises(NoSuchCaseError):
            ask()


def test_what_it_takes_to_turn_one_document_into_another() -> None:
    before = {"id": "a", "facts": {"sex": "male", "ihc_ck7": "pos"}, "notes": "x"}
    assert actions_between(before, before) == set()
    assert actions_between(before, {**before, "facts": {"sex": "male"}}) == {Action.EDIT_PATHOLOGY}
    assert actions_between(before, {**before, "notes": "y"}) == {Action.EDIT_CLINICAL}
    more = {**before, "facts": {"tmb_mut_per_mb": 10, "ihc_ck7": "pos"}}
    assert actions_between(before, more) == {Action.EDIT_CLINICAL, Action.EDIT_MOLECULAR}


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("essai", "essai"),
        (" a\nb ", "a b"),
        ("a\x00b\ud800", "ab"),
        ("\x00", "?"),
        ("é" * 300, "é" * 200),
    ],
)
def test_a_title_is_one_line_that_can_be_shown(said: str, title: str) -> None:
    assert title_of(said) == title
    assert title_of("é" * 300) == "é" * 200
