"""Where the command starts.

A command lives for a moment and keeps what it makes: the garbage collector would find nothing, and
is left out. Nothing else is imported before that.
"""

from __future__ import annotations

import gc


def start() -> None:
    """Run the command line."""
    gc.disable()
    from ariane.cli.main import main

    main()
