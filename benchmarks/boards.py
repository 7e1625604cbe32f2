"""The coordinator's board with ten thousand referrals: how long the server takes to show it.

    PYTHONPATH=src python benchmarks/boards.py [--referrals 10000] [--rounds 20]

On an SQLite file in a temporary folder, through the application itself, without a network.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from fastapi.testclient import TestClient

from ariane.board.boards import Board
from ariane.board.permissions import Role
from ariane.board.referral import Circumstances, Signature, open_referral, take
from ariane.board.steps import Command
from ariane.case.document import blank_document, written
from ariane.store.cases import Change, Kind, create_case
from ariane.store.database import Database, open_database
from ariane.store.location import sqlite_address
from ariane.store.referrals import create_referral
from ariane.web.app import create_app
from ariane.web.settings import Settings

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
STEPS = (Command.COMPLETE, Command.SEND, Command.SCHEDULE)


def fill(database: Database, referrals: int) -> None:
    """Keep as many cases, each before the national board, in four states."""
    roles = frozenset(Role)
    with database.writing() as connection:
        for number in range(referrals):
            document = written(blank_document(f"case-{number}"))
            at = START + timedelta(minutes=number)
            change = Change(f"case-{number}", document, "load", at.isoformat(), Kind.CREATED)
            stored = create_case(connection, change)
            signature = Signature("load", roles, at)
            referral = open_referral(f"r{number}", stored.id, Board.CUP, signature)
            around = Circumstances(session=(at + timedelta(days=9)).date())
            for command in STEPS[: number % 4]:
                referral = take(referral, command, signature, around)
            create_referral(connection, referral)


def main() -> None:
    """Fill a database, ask for the page, print median and 95th percentile."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--referrals", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=20)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = sqlite_address(Path(folder) / "data")
        database = open_database(address)
        fill(database, chosen.referrals)
        database.close()
        app = create_app(Settings(database=address, demo=False))
        with TestClient(app, base_url="http://127.0.0.1") as client:
            client.get("/board").raise_for_status()
            taken, worked = [], []
            for _ in range(chosen.rounds):
                begun, used = time.perf_counter(), time.process_time()
                client.get("/board").raise_for_status()
                taken.append((time.perf_counter() - begun) * 1000)
                worked.append((time.process_time() - used) * 1000)
    print(f"{chosen.referrals} referrals: median {median(taken):.0f} ms, ", end="")
    print(f"95th percentile {quantiles(taken, n=20)[-1]:.0f} ms; ", end="")
    print(f"of the processor {median(worked):.0f} ms")


if __name__ == "__main__":
    main()
