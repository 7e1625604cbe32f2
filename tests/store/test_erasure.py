"""A case erased by law: nothing of it is left, and what vouched for it still stands."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from ariane.board.boards import Board
from ariane.board.permissions import Role
from ariane.board.referral import Signature
from ariane.store import audit
from ariane.store.board_work import refer_case
from ariane.store.cases import Change, Kind, NoSuchCaseError, create_case, read_case, save_case
from ariane.store.database import Database, open_database
from ariane.store.erasure import Erased, erase_case
from ariane.store.location import sqlite_address
from ariane.store.referral_history import verify_referral
from ariane.store.referrals import ErasedReferralError, read_referral
from ariane.store.tables import REVISIONS

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
WORD = "Zébulon"
REVISED = 2


def change(name: str, kind: Kind) -> Change:
    document = {"schema": "ariane-case/1", "id": name, "facts": {}, "notes": f"{WORD} & <CK7>"}
    return Change(name, json.dumps(document, ensure_ascii=False), "Dr A", START.isoformat(), kind)


def filled(database: Database) -> str:
    """Keep a case of two states with a referral and entries of the log; return the referral."""
    with database.writing() as connection:
        for case_id in ("c1", "c2"):
            create_case(connection, change(WORD, Kind.CREATED), case_id)
            audit.append(connection, who="Dr A", what="created", case=case_id)
        save_case(connection, "c1", 1, change(WORD, Kind.EDITED))
        signature = Signature("Dr A", frozenset({Role.REFERRING_CLINICIAN}), START)
        audit.append(connection, who="Dr A", what="refer", case="c1", detail="cup")
        return refer_case(connection, "c1", Board.CUP, signature).id


def test_a_case_is_erased_and_every_chain_still_holds(database: Database) -> None:
    referral_id = filled(database)
    with database.writing() as connection:
        assert erase_case(connection, "c1") == Erased(REVISED, 1, 2)
    with database.reading() as connection:
        verdict = audit.verify(connection)
        assert (verdict.intact, verdict.erased, verdict.broken) == (3, 2, None)
        assert verify_referral(connection, referral_id) is None
        assert read_case(connection, "c2").title == WORD
        assert {row.case_id for row in connection.execute(select(REVISIONS))} == {"c2"}
        with pytest.raises(NoSuchCaseError):
            read_case(connection, "c1")
        with pytest.raises(ErasedReferralError):
            read_referral(connection, referral_id)
    with pytest.raises(NoSuchCaseError), database.writing() as connection:
        erase_case(connection, "c1")


def test_no_file_of_sqlite_holds_what_was_erased(tmp_path: Path) -> None:
    database = open_database(sqlite_address(tmp_path))
    filled(database)
    with database.writing() as connection:
        erase_case(connection, "c1")
        erase_case(connection, "c2")
    database.forget()
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    database.close()
    assert b"SQLite format 3" in held
    assert WORD.encode() not in held
