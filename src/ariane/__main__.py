"""`python -m ariane`."""

from __future__ import annotations

from ariane.cli.main import main

main()
