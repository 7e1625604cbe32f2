"""The boards that a case can be referred to."""

from __future__ import annotations

from enum import StrEnum


class Board(StrEnum):
    """The national board for cancers of unknown primary (24.9.1); a RENAPE board (24.9.2)."""

    CUP = "cup"
    RENAPE = "renape"
