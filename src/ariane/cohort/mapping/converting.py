"""Source tables as a table of facts, one row a patient; what is not understood is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from ariane.cohort.columns import CASE_ID, dtype_of
from ariane.cohort.mapping.files import SourceRows, found_files
from ariane.cohort.mapping.gathering import Patient, Place, Reason, Reported
from ariane.cohort.mapping.source_mapping import (
    Reading,
    Several,
    SourceMapping,
    SourceTable,
    States,
)
from ariane.cohort.mapping.translating import Untranslated, as_day, translated
from ariane.facts.vocabulary import VOCABULARY


@dataclass
class Conversion:
    """Facts, one row a patient; `numbers` are the patients' places among all, in order of meeting.

    `rejects` are patients, and rows of no patient (their `row` is null), with all reasons. What is
    `unread` are columns, items and files that the mapping does not speak of; items are counted.
    """

    frame: pl.DataFrame
    numbers: list[int]
    rejects: list[dict[str, Any]]
    patients: int
    strays: int
    unread_columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread_items: dict[str, Counter[str]] = field(default_factory=dict)
    unread_files: tuple[str, ...] = ()
    read_files: tuple[Path, ...] = ()


def converted(mapping: SourceMapping, inputs: Sequence[Path]) -> Conversion:
    """Read all tables of a mapping, among files and folders. Raises `InputError`, `OSError`."""
    found = found_files(mapping, inputs)
    gathered = _Gathering()
    first = sorted(found.tables, key=lambda pair: not pair[0].lists_patients)
    for table, path in first:
        gathered.add(table, SourceRows(table, path))
    result = gathered.result(mapping)
    result.read_files = tuple(path for _, path in found.tables)
    result.unread_files = tuple(path.name for path in found.unclaimed)
    return result


class _Gathering:
    def __init__(self) -> None:
        self.patients: dict[str, Patient] = {}
        self.strays: list[dict[str, Any]] = []
        self.columns: dict[str, tuple[str, ...]] = {}
        self.items: dict[str, Counter[str]] = {}
        self._listed = False

    def add(self, table: SourceTable, rows: SourceRows) -> None:
        """Read one table."""
        unread = rows.unread()
        if unread:
            self.columns[rows.path.name] = unread
        for number, cells in rows:
            if len(cells) != len(rows.header):
                said = f"{len(cells)} cells"
                place = Place(rows.path.name, number, "")
                self._stray(None, Reason("cells", place, said, f"{len(rows.header)} cells"))
                continue
            self._row(table, rows.path.name, number, dict(zip(rows.header, cells, strict=True)))
        self._listed |= table.lists_patients

    def _row(self, table: SourceTable, file: str, number: int, row: dict[str, str]) -> None:
        name = row[table.patient].strip()
        place = Place(file, number, table.patient)
        if not name:
            return self._stray(None, Reason("no-patient", place, ""))
        if name not in self.patients and self._listed and not table.lists_patients:
            return self._stray(name, Reason("unknown-patient", place, name))
        reader = _Row(
            table, Place(file, number, ""), row, self.patients.setdefault(name, Patient())
        )
        item = reader.read()
        if item is not None:
            self.items.setdefault(file, Counter())[item] += 1
        return None

    def _stray(self, name: str | None, reason: Reason) -> None:
        self.strays.append({"row": None, "case_id": name, "reasons": [reason.data()]})

    def result(self, mapping: SourceMapping) -> Conversion:
        """Return the patients of whom all was understood, and the others apart."""
        rows: list[dict[str, Any]] = []
        numbers: list[int] = []
        refused: list[dict[str, Any]] = []
        for number, (name, patient) in enumerate(self.patients.items()):
            facts = patient.facts()
            if patient.reasons:
                reasons = [reason.data() for reason in patient.reasons]
                refused.append({"row": number, "case_id": name, "reasons": reasons})
            else:
                rows.append({CASE_ID: name, **{k: _cell(value) for k, value in facts.items()}})
                numbers.append(number)
        named = mapping.facts()
        types = {fact.name: dtype_of(fact) for fact in VOCABULARY if fact.name in named}
        frame = pl.DataFrame(rows, schema={CASE_ID: pl.String(), **types})
        rejects, count = refused + self.strays, len(self.patients)
        strays = len(self.strays)
        return Conversion(frame, numbers, rejects, count, strays, self.columns, self.items)


class _Row:
    """One row of one table, read into its patient."""

    def __init__(
        self, table: SourceTable, place: Place, row: dict[str, str], patient: Patient
    ) -> None:
        self._table = table
        self._place = place
        self._row = row
        self._patient = patient
        self._day = self._date()

    def read(self) -> str | None:
        """Report what the row says; return its item where the mapping does not speak of it."""
        for column, reading in self._table.columns.items():
            self._read(reading, column, None)
        items = self._table.items
        if items is None:
            return None
        key = "|".join(self._row[column].strip() for column in items.key)
        listed, item = items.of.find(key)
        if not listed:
            return key
        if isinstance(item, States):
            for name, value in item.facts.items():
                self._report(name, value, items.key[-1], Several.AGREE)
        elif items.value is not None:
            self._read(item, items.value, self._row[items.unit] if items.unit else None)
        return None

    def _date(self) -> str | None:
        column = self._table.date
        written = "" if column is None else self._row[column].strip()
        if column is None or not written or written in self._table.unknown:
            return None
        day = as_day(written, self._table.date_format)
        if day is None:
            self._refuse(column, Untranslated("no-such-date", self._table.date_format), written)
        return day

    def _read(self, reading: Reading, column: str, unit: str | None) -> None:
        value = translated(reading, self._row[column], unit)
        if isinstance(value, Untranslated):
            said = self._row[column].strip()
            self._refuse(column, value, f"{said} {unit.strip()}" if unit else said)
        elif value is not None:
            self._report(reading.fact.name, value, column, reading.several)

    def _report(self, fact: str, value: Any, column: str, several: Several) -> None:
        if value is not None:
            place = self._place._replace(column=column)
            self._patient.report(fact, Reported(value, place, self._day, several))

    def _refuse(self, column: str, why: Untranslated, said: str) -> None:
        place = self._place._replace(column=column)
        reason = Reason(why.kind, place, said, why.expected, why.nearest)
        self._patient.reasons.append(reason)


def _cell(value: Any) -> Any:
    if isinstance(value, frozenset | tuple):
        return sorted(value) if isinstance(value, frozenset) else list(value)
    return float(value) if isinstance(value, Decimal) else value
