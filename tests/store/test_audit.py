"""The log shows any tampering, and goes on after an erasure that the law asks for."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, insert, select, update

from ariane.store import audit
from ariane.store.database import Database
from ariane.store.tables import AUDIT

COUNT = 6


@pytest.fixture
def written(database: Database) -> Database:
    for number in range(1, COUNT + 1):
        with database.writing() as connection:
            audit.append(connection, who=f"Zoé {number}", what="read", case="ab"[number % 2])
    return database


def verdict(database: Database) -> audit.Verdict:
    with database.reading() as connection:
        return audit.verify(connection)


def tamper(database: Database, at: int, **values: object) -> None:
    with database.writing() as connection:
        connection.execute(update(AUDIT).where(AUDIT.c.number == at).values(**values))


def test_an_empty_log_holds(database: Database) -> None:
    assert verdict(database) == audit.Verdict(0, 0, audit.GENESIS, None)


def test_what_was_written_is_read(written: Database) -> None:
    found = verdict(written)
    with written.reading() as connection:
        latest = audit.entries(connection)
    assert (found.intact, found.erased, found.broken) == (COUNT, 0, None)
    assert found.head == latest[0].chain_hash
    assert [entry.record["who"] for entry in latest] == [f"Zoé {n}" for n in range(COUNT, 0, -1)]
    assert [entry.number for entry in latest] == list(range(COUNT, 0, -1))


def test_the_latest_of_one_case(written: Database) -> None:
    with written.reading() as connection:
        assert [entry.number for entry in audit.entries(connection, 2, "a")] == [6, 4]
        assert [entry.number for entry in audit.entries(connection, 4)] == [6, 5, 4, 3]


@pytest.mark.parametrize("number", [1, 3, COUNT])
@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"record": '{"who": "somebody else"}'}, "record"),
        ({"record_hash": "0" * 64}, "record"),
        ({"chain_hash": "f" * 64}, "chain"),
        ({"number": 99}, "gap"),
        ({"record": None, "record_hash": "0" * 64}, "chain"),
    ],
    ids=["record", "record_hash", "chain_hash", "number", "erased and rewritten"],
)
def test_every_column_is_guarded(
    written: Database, number: int, values: dict[str, object], what: str
) -> None:
    tamper(written, number, **values)
    found = verdict(written)
    assert found.broken == audit.Broken(number, what)
    assert found.intact == number - 1


def test_a_record_with_its_own_hash_rewritten_breaks_the_chain(written: Database) -> None:
    text = '{"who": "somebody else"}'
    tamper(written, 3, record=text, record_hash=audit._hash(text))
    assert verdict(written).broken == audit.Broken(3, "chain")


def test_a_whole_entry_rewritten_breaks_the_next(written: Database) -> None:
    text = '{"who": "somebody else"}'
    hashed = audit._hash(text)
    with written.reading() as connection:
        before = next(e for e in audit.entries(connection) if e.number == 2).chain_hash
    tamper(
        written, 3, record=text, record_hash=hashed, chain_hash=audit._hash(f"3:{before}:{hashed}")
    )
    assert verdict(written).broken == audit.Broken(4, "chain")


@pytest.mark.parametrize("number", [1, 3])
def test_a_missing_entry_is_a_gap(written: Database, number: int) -> None:
    with written.writing() as connection:
        connection.execute(delete(AUDIT).where(AUDIT.c.number == number))
    assert verdict(written).broken == audit.Broken(number, "gap")


def test_two_entries_exchanged_are_seen(written: Database) -> None:
    with written.writing() as connection:
        rows = {
            row.number: row._asdict()
            for row in connection.execute(select(AUDIT).where(AUDIT.c.number.in_([2, 3])))
        }
        connection.execute(delete(AUDIT).where(AUDIT.c.number.in_([2, 3])))
        for number, other in ((2, 3), (3, 2)):
            connection.execute(insert(AUDIT).values(rows[other] | {"number": number}))
    assert verdict(written).broken == audit.Broken(2, "chain")


def test_entries_cut_off_the_end_change_the_head(written: Database) -> None:
    """No chain can show this by itself: a head noted elsewhere does."""
    before = verdict(written)
    with written.writing() as connection:
        connection.execute(delete(AUDIT).where(AUDIT.c.number == COUNT))
    after = verdict(written)
    assert after.broken is None
    assert (after.intact, after.head != before.head) == (COUNT - 1, True)


def test_an_erasure_keeps_the_chain(written: Database) -> None:
    before = verdict(written)
    with written.writing() as connection:
        assert audit.erase(connection, "a") == COUNT // 2
    found = verdict(written)
    assert found == before._replace(erased=COUNT // 2)
    with written.reading() as connection:
        records = [entry.record for entry in audit.entries(connection)]
        kept = [row[0] for row in connection.execute(select(AUDIT.c.record))]
    assert sum(record == {} for record in records) == COUNT // 2
    assert not any('"a"' in text for text in kept if text)
    with written.writing() as connection:
        audit.append(connection, who="Zoé", what="read", case="b")
    assert verdict(written).broken is None


def test_equal_records_have_different_hashes(database: Database) -> None:
    """Else an erased record could be guessed from its hash."""
    for _ in range(2):
        with database.writing() as connection:
            audit.append(connection, who="Zoé", what="read", case="a")
    with database.reading() as connection:
        first, second = audit.entries(connection)
    assert first.record_hash != second.record_hash


def test_writers_at_once_make_one_chain(database: Database) -> None:
    def work(who: int) -> None:
        for _ in range(10):
            with database.writing() as connection:
                audit.append(connection, who=str(who))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    found = verdict(database)
    assert (found.intact, found.broken) == (40, None)


def test_an_entry_goes_with_the_work_that_it_is_about(database: Database) -> None:
    def work() -> None:
        with database.writing() as connection:
            audit.append(connection, who="Zoé")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert verdict(database).intact == 0


def test_records_are_json_in_a_fixed_order(written: Database) -> None:
    with written.reading() as connection:
        text = connection.execute(select(AUDIT.c.record).where(AUDIT.c.number == 1)).scalar_one()
    assert list(json.loads(text)) == ["case", "salt", "what", "who"]
