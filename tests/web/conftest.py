"""Databases to test on, and a workbench with a browser before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.databases import address, database, new_address, postgres
from support.workbench import Browser, workbench

__all__ = ["address", "database", "new_address", "postgres"]


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with workbench(tmp_path) as found:
        yield found
