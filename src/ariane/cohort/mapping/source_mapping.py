"""What a mapping file says: which columns and which items of which tables are which facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from ariane.logic.fact import Fact

SCHEMA = "ariane-mapping/1"
ANY_ENDING = "*"
"""At the end of a code: whatever begins like it."""


class Several(StrEnum):
    """What to do where a patient has several values for one fact."""

    AGREE = "agree"
    FIRST = "first"
    LAST = "last"
    UNION = "union"


@dataclass(frozen=True)
class Codes:
    """Source codes and what they mean; a code may end in `*`. The first that fits is taken."""

    meanings: Mapping[str, Any]

    def find(self, code: str) -> tuple[bool, Any]:
        """Tell whether a code is listed, and what it means."""
        if code in self.meanings:
            return True, self.meanings[code]
        for start, meaning in self._beginnings:
            if code.startswith(start):
                return True, meaning
        return False, None

    @cached_property
    def _beginnings(self) -> tuple[tuple[str, Any], ...]:
        listed = self.meanings.items()
        return tuple((c[:-1], meaning) for c, meaning in listed if c.endswith(ANY_ENDING))


@dataclass(frozen=True)
class Reading:
    """How the text of a cell becomes the value of a fact.

    `values` says what each code means (`None`: unknown); without it the text is read as the fact
    is written. A number is multiplied by `factor`, or by that of its unit where `units` are given.
    """

    fact: Fact
    values: Codes | None = None
    unknown: frozenset[str] = frozenset()
    units: Mapping[str, Decimal] = field(default_factory=dict)
    factor: Decimal = Decimal(1)
    decimal: str = "."
    date_format: str = "%Y-%m-%d"
    separator: str = "|"
    several: Several = Several.AGREE


@dataclass(frozen=True)
class States:
    """An item that says by being there: facts with their values."""

    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Items:
    """A long table: what a row is about stands in the columns `key`, joined by `|`."""

    key: tuple[str, ...]
    value: str | None
    unit: str | None
    of: Codes


@dataclass(frozen=True)
class SourceTable:
    """One table: its file, the column of the patient, and what the others mean.

    `date` orders the rows of a patient. With `lists_patients` no other table may name a patient
    whom this one does not. `ignored` are columns known and not wanted, `unknown` are texts that say
    nothing in any column.
    """

    name: str
    file: str
    patient: str
    columns: Mapping[str, Reading]
    items: Items | None = None
    date: str | None = None
    date_format: str = "%Y-%m-%d"
    delimiter: str = ","
    encoding: str = "utf-8"
    lists_patients: bool = False
    optional: bool = False
    ignored: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()

    def named_columns(self) -> tuple[str, ...]:
        """Return the columns that the table must have."""
        items = self.items
        keys = (*items.key, items.value, items.unit) if items else ()
        named = (self.patient, self.date, *self.columns, *keys)
        return tuple(dict.fromkeys(name for name in named if name is not None))


@dataclass(frozen=True)
class SourceMapping:
    """A mapping file that has been checked."""

    id: str
    cites: tuple[str, ...]
    tables: tuple[SourceTable, ...]

    def facts(self) -> frozenset[str]:
        """Return the names of all facts that some column or item can give."""
        named: set[str] = set()
        for table in self.tables:
            named |= {reading.fact.name for reading in table.columns.values()}
            for item in table.items.of.meanings.values() if table.items else ():
                named |= {*item.facts} if isinstance(item, States) else {item.fact.name}
        return frozenset(named)
