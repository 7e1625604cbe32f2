"""Referrals, sessions and decisions as they are kept, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import Connection, Table, delete, insert, inspect, update

from ariane.board.boards import Board
from ariane.board.decision import Decision, Difference, Reason, Unanswered, freeze
from ariane.board.gap_ledger import gap_ledger
from ariane.board.permissions import Role
from ariane.board.referral import Circumstances, Referral, Signature, open_referral, take
from ariane.board.session import AgendaItem, Meeting, Present, QuorumRule, quorum
from ariane.board.steps import Command, State
from ariane.cli.main import main
from ariane.documents.consultation_json import consultation_json
from ariane.store.audit import GENESIS, Broken
from ariane.store.board_tables import DECISIONS, REFERRAL_EVENTS, REFERRALS
from ariane.store.board_work import StaysOnAgendaError, change_agenda
from ariane.store.cases import Change, Kind, create_case
from ariane.store.chain import chained, sealed
from ariane.store.database import Database, DatabaseError
from ariane.store.decisions import (
    DecisionChangedError,
    FaultyDecisionError,
    altered_decisions,
    decisions_in_force,
    record_decision,
)
from ariane.store.migrating import configuration
from ariane.store.referral_history import erase_referrals, verify_referral
from ariane.store.referrals import (
    NoSuchReferralError,
    ReferralChangedError,
    create_referral,
    list_referrals,
    read_referral,
    save_referral,
)
from ariane.store.sessions import (
    NoSuchSessionError,
    SessionChangedError,
    create_session,
    list_sessions,
    read_session,
    set_agenda,
    set_attendance,
)
from ariane.store.tables import CASES
from ariane.wording.language import Language
from support.shipped import shipped

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
AROUND = Circumstances(
    (), date(2026, 3, 2), True, True, 'à cause de l\'œdème < 4 & "CK7"', True, True
)
PRESENT = tuple(
    Present(f"Dr {name}", True, name) for name in ("oncologie", "chirurgie", "pathologie")
)
DOCUMENT = consultation_json(shipped("peritoneal-isolated"), Language.FR)
FORGED = {"record": "{}", "record_hash": "0" * 64, "number": 7}
TO_SENT = (Command.COMPLETE, Command.SEND)


def signed(minutes: int = 0) -> Signature:
    return Signature("Dr É. Martin", frozenset(Role), START + timedelta(minutes=minutes))


def opened(referral_id: str = "r1", case_id: str = "c1") -> Referral:
    return open_referral(referral_id, case_id, Board.CUP, signed())


def seated(connection: Connection, referral_id: str = "r1") -> str:
    """Keep a session that may decide on a referral; return its id."""
    session_id = create_session(connection, Board.CUP, START).sitting.id
    set_agenda(connection, session_id, 1, [AgendaItem(1, referral_id, Meeting.UPSTREAM)])
    set_attendance(connection, session_id, 2, PRESENT)
    return session_id


def moved(referral: Referral, *steps: Command) -> Referral:
    for step in steps:
        referral = take(referral, step, signed(), AROUND)
    return referral


@pytest.fixture
def store(database: Database) -> Database:
    with database.writing() as connection:
        change = Change("t", "{}", "a", "2026-03-02T09:00:00Z", Kind.CREATED)
        create_case(connection, change, "c1")
        create_referral(connection, opened())
    return database


def test_a_referral_comes_back_as_it_was(store: Database) -> None:
    sent = moved(opened(), *TO_SENT)
    with store.writing() as connection:
        save_referral(connection, sent, 1)
    with store.reading() as connection:
        assert read_referral(connection, "r1") == sent
        (line,) = list_referrals(connection, Board.CUP, [State.SENT])
        assert (line.state, line.version, line.case_id) == (State.SENT, 3, "c1")
        assert list_referrals(connection, Board.RENAPE) == []
        assert list_referrals(connection, states=[State.DRAFT]) == []
        assert verify_referral(connection, "r1") is None
        with pytest.raises(NoSuchReferralError):
            read_referral(connection, "none")


def test_two_coordinators_at_once(store: Database) -> None:
    first, second = moved(opened(), Command.COMPLETE), moved(opened(), Command.WITHDRAW)
    with store.writing() as connection:
        save_referral(connection, first, 1)
    with pytest.raises(ReferralChangedError) as refused, store.writing() as connection:
        save_referral(connection, second, 1)
    assert refused.value.current == first
    with store.reading() as connection:
        assert read_referral(connection, "r1") == first


@pytest.mark.parametrize("table", [REFERRAL_EVENTS, DECISIONS], ids=str)
def test_history_cannot_be_altered_even_by_hand(store: Database, table: Table) -> None:
    with store.writing() as connection:
        record_decision(connection, decided(seated(connection)), 0)
    changes = [update(table).values({name: value}) for name, value in FORGED.items()]
    for change in (*changes, delete(table)):
        with (
            pytest.raises(DatabaseError, match="history cannot be altered"),
            store.writing() as connection,
        ):
            connection.execute(change)


def test_a_history_forged_past_the_triggers_is_seen(store: Database) -> None:
    with store.writing() as connection:
        save_referral(connection, moved(opened(), *TO_SENT), 1)
    forged = {"referral_id": "r1", "number": 4, "happened": "closed"}
    rest = {"record": "{}", "record_hash": "0" * 64, "chain_hash": "0" * 64}
    with store.writing() as connection:
        connection.execute(insert(REFERRAL_EVENTS).values(**forged, **rest))
    with store.reading() as connection:
        assert verify_referral(connection, "r1") == Broken(4, "record")


def test_a_state_changed_beside_its_history_is_seen(store: Database) -> None:
    with store.writing() as connection:
        connection.execute(update(REFERRALS).values(state=State.CLOSED.value))
    with store.reading() as connection:
        assert verify_referral(connection, "r1") == Broken(1, "state")
    with store.writing() as connection:
        connection.execute(update(REFERRALS).values(state=State.DRAFT.value, version=2))
    with store.reading() as connection:
        assert verify_referral(connection, "r1") == Broken(2, "gap")


def test_records_are_erased_by_law_and_the_chain_still_holds(store: Database) -> None:
    with store.writing() as connection:
        save_referral(connection, moved(opened(), *TO_SENT), 1)
        record_decision(connection, decided(seated(connection)), 0)
    with store.writing() as connection:
        assert erase_referrals(connection, "c1") == 1
        connection.execute(delete(CASES).where(CASES.c.id == "c1"))
    with store.reading() as connection:
        assert verify_referral(connection, "r1") is None
        assert list_referrals(connection) == []
        assert decisions_in_force(connection) == []
        assert altered_decisions(connection) == []
        with pytest.raises(NoSuchReferralError):
            read_referral(connection, "r1")
        rows = connection.exec_driver_sql("SELECT * FROM referral_events").fetchall()
    assert len(rows) == 3
    assert "Martin" not in repr(rows)


def test_a_session_keeps_agenda_attendance_and_its_own_rule(store: Database) -> None:
    items = (AgendaItem(1, "r1", Meeting.UPSTREAM, "Dr B"),)
    present = (
        Present("Dr B", True, "oncologie", True, frozenset({"r1"})),
        Present("Dr A", True, "chirurgie"),
    )
    rule = QuorumRule(2, frozenset({"pathologie"}))
    with store.writing() as connection:
        session_id = create_session(connection, Board.CUP, START, rule).sitting.id
        create_session(connection, Board.RENAPE, START + timedelta(days=1))
        assert set_agenda(connection, session_id, 1, items) == 2
        assert set_attendance(connection, session_id, 2, present) == 3
    with store.reading() as connection:
        found = read_session(connection, session_id)
        assert (found.revision, found.rule) == (3, rule)
        assert (found.agenda, found.present) == (items, present)
        assert [s.board for s in list_sessions(connection)] == [Board.RENAPE, Board.CUP]
        assert [s.id for s in list_sessions(connection, Board.CUP)] == [session_id]
        with pytest.raises(NoSuchSessionError):
            read_session(connection, "none")
    with pytest.raises(SessionChangedError) as refused, store.writing() as connection:
        set_agenda(connection, session_id, 1, ())
    assert refused.value.current.agenda == items


def decided(session_id: str, text: str = "Cœlioscopie < 4 & CK7+") -> Decision:
    return Decision(
        "r1",
        session_id,
        START,
        "Dr A",
        text,
        freeze(DOCUMENT),
        (Difference("S24.2.1-A2", Reason.PATIENT_CHOICE, "refuse"),),
        (Unanswered("24.5.2", "CHIP ?"),),
    )


def test_every_decision_is_kept_and_the_last_is_in_force(store: Database) -> None:
    with store.writing() as connection:
        session_id = seated(connection)
        assert record_decision(connection, decided(session_id), 0) == 1
        assert record_decision(connection, decided(session_id, "Autre"), 1) == 2
    with pytest.raises(DecisionChangedError), store.writing() as connection:
        record_decision(connection, decided(session_id), 1)
    faulty = decided(session_id)._replace(signed_by="")
    with pytest.raises(FaultyDecisionError, match="unsigned"), store.writing() as connection:
        record_decision(connection, faulty, 2)
    with store.reading() as connection:
        (found,) = decisions_in_force(connection, session_id=session_id)
        assert found == decided(session_id, "Autre")._replace(quorum=quorum(PRESENT))
        assert decisions_in_force(connection, referral_id="r2") == []
        assert [gap.section for gap in gap_ledger([found])] == ["24.2.1", "24.5.2"]


def test_no_decision_is_kept_that_its_session_may_not_take(store: Database) -> None:
    with store.writing() as connection:
        session_id = create_session(connection, Board.CUP, START).sitting.id
    with pytest.raises(FaultyDecisionError) as refused, store.writing() as connection:
        record_decision(connection, decided(session_id), 0)
    assert [fault.what for fault in refused.value.faults] == ["not-on-agenda", "no-quorum"]
    assert refused.value.quorum == quorum(())
    without = decided(session_id)._replace(without_quorum="urgence < 48 h & grève")
    with store.writing() as connection:
        set_agenda(connection, session_id, 1, [AgendaItem(1, "r1", Meeting.UPSTREAM)])
        set_attendance(connection, session_id, 2, PRESENT[:2])
        record_decision(connection, without, 0)
    with store.reading() as connection:
        (found,) = decisions_in_force(connection)
    assert found == without._replace(quorum=quorum(PRESENT[:2]))
    with store.writing() as connection:
        set_attendance(connection, session_id, 3, PRESENT)
    with pytest.raises(FaultyDecisionError, match="quorum-is-there"), store.writing() as connection:
        record_decision(connection, without, 1)
    with pytest.raises(NoSuchSessionError), store.writing() as connection:
        record_decision(connection, decided("none"), 0)


def test_what_was_kept_before_quorums_were_counted_is_still_read(store: Database) -> None:
    """The records of older versions have no such entries; their hashes still stand."""
    kept = sealed(
        {
            "at": START.isoformat(),
            "signed_by": "Dr A",
            "text": "Cœlioscopie",
            "consultation": DOCUMENT,
            "differences": [],
            "unanswered": [],
        }
    )
    said = {"at": START.isoformat(), "actor": "Dr A", "session": None, "reason": ""}
    event, hashed = sealed(said)
    link = chained("r2", 1, "opened", GENESIS, hashed)
    with store.writing() as connection:
        session_id = create_session(connection, Board.CUP, START).sitting.id
        create_referral(connection, opened("r3"))
        connection.execute(
            insert(REFERRALS).values(
                id="r2", case_id="c1", board="cup", state="draft", version=1, since="2026"
            )
        )
        connection.execute(
            insert(REFERRAL_EVENTS).values(
                referral_id="r2", number=1, happened="opened",
                record=event, record_hash=hashed, chain_hash=link,
            )
        )  # fmt: skip
        connection.execute(
            insert(DECISIONS).values(
                referral_id="r2", session_id=session_id, number=1,
                record=kept[0], record_hash=kept[1],
            )
        )  # fmt: skip
    with store.reading() as connection:
        (found,) = decisions_in_force(connection, "r2")
        assert (found.quorum, found.without_quorum) == (None, "")
        assert read_referral(connection, "r2").events[0].without_quorum == ""
        assert verify_referral(connection, "r2") is None
        assert altered_decisions(connection) == []


def test_an_agenda_keeps_the_cases_that_were_decided_on(store: Database) -> None:
    with store.writing() as connection:
        session_id = seated(connection)
        record_decision(connection, decided(session_id), 0)
        create_referral(connection, opened("r2"))
    both = [AgendaItem(n, f"r{n}", Meeting.UPSTREAM) for n in (1, 2)]
    with store.writing() as connection:
        assert change_agenda(connection, session_id, 3, both) == 4
        assert change_agenda(connection, session_id, 4, both[:1]) == 5
    with pytest.raises(StaysOnAgendaError), store.writing() as connection:
        change_agenda(connection, session_id, 5, [])
    unknown = [*both, AgendaItem(3, "none", Meeting.UPSTREAM)]
    with pytest.raises(NoSuchReferralError), store.writing() as connection:
        change_agenda(connection, session_id, 5, unknown)


def test_an_agenda_and_a_decision_at_once_never_part(store: Database) -> None:
    """Either the case is taken off, or it is decided on."""
    with store.writing() as connection:
        session_id = seated(connection)

    def take_off() -> bool:
        try:
            with store.writing() as connection:
                change_agenda(connection, session_id, 3, [])
        except StaysOnAgendaError:
            return False
        return True

    def decide() -> bool:
        try:
            with store.writing() as connection:
                record_decision(connection, decided(session_id), 0)
        except FaultyDecisionError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(work) for work in (take_off, decide)]
    assert sum(work.result() for work in done) == 1


def test_the_tables_are_those_of_the_migrations_and_go_away_again(database: Database) -> None:
    with database.writing() as connection:
        from ariane.store.tables import METADATA

        made = inspect(connection)
        for name, table in METADATA.tables.items():
            columns = {column["name"] for column in made.get_columns(name)}
            assert columns == {column.name for column in table.columns}, name
    with database.engine.begin() as connection:
        command.downgrade(configuration(connection), "0001")
        assert "referrals" not in inspect(connection).get_table_names()
        command.upgrade(configuration(connection), "head")
        assert "referrals" in inspect(connection).get_table_names()


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_the_ledger_is_exported_from_the_database(
    store: Database, address: str, capfdbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    with store.writing() as connection:
        record_decision(connection, decided(seated(connection)), 0)
    for extra, shown in ((), False), (("--with-texts",), True):
        with pytest.raises(SystemExit) as left:
            main(["board", "gaps", "--database", address, "--format", form, *extra])
        said = capfdbinary.readouterr().out.decode()
        assert not left.value.code
        assert "S24.2.1-A2" in said
        assert ("CHIP ?" in said) == shown
