"""A process that saves one case again and again until it is killed, and tells each save."""

from __future__ import annotations

import sys
from itertools import count

from ariane.store.database import open_database
from ariane.web.casework import Casework
from ariane.web.people import LOCAL


def save_for_ever(address: str, case_id: str) -> None:
    casework = Casework(open_database(address))
    revision = casework.open(case_id, LOCAL).stored.revision
    for number in count(revision):
        note = f"{number} " + "x" * 2000
        revision = casework.set_field(case_id, revision, "notes", note, LOCAL).stored.revision
        print(revision, flush=True)


if __name__ == "__main__":
    save_for_ever(sys.argv[1], sys.argv[2])
