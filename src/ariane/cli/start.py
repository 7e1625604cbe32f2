"""Where the command starts, and ends.

A command lives for a moment and keeps what it makes: the garbage collector would find nothing, and
is left out. Nothing else is imported before that. At the end, what it made is not taken apart piece
by piece: the system takes it back at once.
"""

from __future__ import annotations

import gc
import os
import sys


def start() -> None:
    """Run the command line."""
    gc.disable()
    from ariane.cli.main import main

    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _leave(end.code or 0)
        raise


def _leave(status: int) -> None:
    """End the process, once all that it said is written; where it cannot be, return."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(status)
