"""Killed in the middle of a save and started again: nothing acknowledged is lost, nothing half."""

from __future__ import annotations

import json
import subprocess
import sys
from time import sleep

from ariane.store import audit, cases
from ariane.store.cases import Kind
from ariane.store.database import open_database
from ariane.web.casework import Casework
from ariane.web.people import LOCAL
from support import endless_saves

LIVES = 3


def killed_after(address: str, case_id: str, saves: int, more_seconds: float) -> int:
    """Let a process save so often and a little longer, kill it; return its last acknowledgement."""
    process = subprocess.Popen(
        [sys.executable, endless_saves.__file__, address, case_id],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(saves)]
    sleep(more_seconds)
    process.kill()
    rest, _ = process.communicate()
    return int(rest.split("\n")[:-1][-1]) if "\n" in rest else acknowledged[-1]


def test_what_was_acknowledged_is_kept_whole(address: str) -> None:
    database = open_database(address)
    case_id = Casework(database).create("killed", LOCAL).id
    acknowledged = [killed_after(address, case_id, 5, 0.003 * life) for life in range(1, LIVES + 1)]
    with database.reading() as connection:
        stored = cases.read_case(connection, case_id)
        states = cases.revisions(connection, case_id)
        verdict = audit.verify(connection)
        written = [
            int(entry.record["revision"])
            for entry in audit.entries(connection, verdict.intact)
            if entry.record["what"] in tuple(Kind)
        ]
    database.close()
    numbers = [state.number for state in states]
    assert sorted(acknowledged) == acknowledged
    assert stored.revision >= acknowledged[-1] >= 5 * LIVES
    assert numbers == written == list(range(stored.revision, 0, -1))
    assert stored.document == states[0].document
    assert verdict.broken is None
    for state in states[:-1]:
        note = json.loads(state.document)["notes"]
        assert note == f"{state.number - 1} " + "x" * 2000
