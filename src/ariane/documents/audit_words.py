"""The log in words: what was done, and what an entry says further."""

from __future__ import annotations

from collections.abc import Mapping

from ariane.board.boards import Board
from ariane.board.steps import Command
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import printable

WORDED = {
    "refer": {board.value: f"board:board.{board}" for board in Board},
    "step": {command.value: f"board:command.{command}" for command in Command},
    "decide": {"without-quorum": "audit:detail.without-quorum"},
}
"""What the detail of an entry is worded as, by what was done; other details are words already."""


def what_words(record: Mapping[str, str], language: Language) -> str:
    """Return what was done."""
    return say(f"audit:what.{record['what']}", language)


def detail_words(record: Mapping[str, str], language: Language) -> str:
    """Return what an entry says further; empty for most."""
    detail = record.get("detail", "")
    key = WORDED.get(record["what"], {}).get(detail)
    return say(key, language) if key else printable(detail)
