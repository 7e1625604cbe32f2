"""The chapter as one object: its statements in order, and its edition."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from types import MappingProxyType

from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.contents import STATEMENT_IDS

GUIDELINE_ID = "tncd-24"
EDITION = "2025-03"
EDITION_DATE = date(2025, 3, 1)
REVIEW_AFTER_YEARS = 2
SOURCE_LINES = 1157

SECTIONS: tuple[str, ...] = (
    "s24_1",
    "s24_2_1",
    "s24_2_2",
    "s24_3",
    "s24_3_1",
    "s24_3_2_1",
    "s24_3_2_2",
    "s24_3_2_2_2",
    "s24_3_2_2_4",
    "s24_3_2_2_5",
    "s24_3_3",
    "s24_3_4",
    "s24_3_5",
    "s24_3_6",
    "s24_3_6_2",
    "s24_3_6_3",
    "s24_3_7_1",
    "s24_3_7_2",
    "s24_3_7_3",
    "s24_3_7_5",
    "s24_3_8",
    "s24_3_8_2",
    "s24_3_8_4",
    "s24_4_1",
    "s24_4_2",
    "s24_4_3",
    "s24_4_4",
    "s24_5",
    "s24_6",
    "s24_7",
    "s24_8",
    "s24_8_1",
    "s24_8_2",
    "s24_8_3",
    "s24_9_1",
    "s24_9_2",
)
"""Modules of this package that hold statements, in the order of the chapter."""


@cache
def statements() -> tuple[Statement, ...]:
    """Return the statements that are written, in the order of the table of contents."""
    order = {name: index for index, name in enumerate(STATEMENT_IDS)}
    return tuple(sorted(statements_by_id().values(), key=lambda s: order[s.id]))


@cache
def statements_by_id() -> MappingProxyType[str, Statement]:
    """Return the written statements by id. Raises `ValueError` where an id comes twice."""
    found: dict[str, Statement] = {}
    for name in SECTIONS:
        for statement in import_module(f"ariane.guideline.tncd24.{name}").STATEMENTS:
            if statement.id in found:
                raise ValueError(f"{statement.id} is written twice")
            found[statement.id] = statement
    return MappingProxyType(found)


def section_module(statement_id: str) -> str:
    """Return the name of the module, and of the wording file, that holds a statement."""
    return _modules()[statement_id]


@cache
def _modules() -> dict[str, str]:
    return {
        statement.id: name
        for name in SECTIONS
        for statement in import_module(f"ariane.guideline.tncd24.{name}").STATEMENTS
    }


def is_dated(today: date) -> bool:
    """Tell whether the edition is older than the years after which it should be reviewed."""
    review = EDITION_DATE.replace(year=EDITION_DATE.year + REVIEW_AFTER_YEARS)
    return today >= review
