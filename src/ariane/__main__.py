"""`python -m ariane`."""

from __future__ import annotations

from ariane.cli.start import start

start()
