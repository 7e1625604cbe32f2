"""A case erased as the law may ask: what was said of it goes, the hashes that vouch for it stay."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete

from ariane.store.audit import erase
from ariane.store.cases import read_case, revisions
from ariane.store.referral_history import erase_referrals
from ariane.store.tables import CASES


class Erased(NamedTuple):
    """How much has gone: states of the case, referrals with their decisions, records of the log."""

    states: int
    referrals: int
    records: int


def erase_case(connection: Connection, case_id: str) -> Erased:
    """Erase a case, every earlier state of it, and what referrals, decisions and the log say of it.

    Chains still hold. Raises `NoSuchCaseError`. Copies that left this database (backups, exported
    files) are out of reach.
    """
    read_case(connection, case_id)
    states = len(revisions(connection, case_id))
    referrals = erase_referrals(connection, case_id)
    connection.execute(delete(CASES).where(CASES.c.id == case_id))
    return Erased(states, referrals, erase(connection, case_id))
