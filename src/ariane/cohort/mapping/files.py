"""The files that a mapping speaks of: which they are, and their rows as texts."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from ariane.case.suggestions import nearest
from ariane.cohort.mapping.source_mapping import SourceMapping, SourceTable
from ariane.cohort.tables import Source

TYPED = (".parquet", ".arrow")
WITH_MARK = {"utf-8": "utf-8-sig"}
"""A byte order mark is no part of the first name."""


class InputProblem(NamedTuple):
    """A problem: `missing` or `several` files, one `unreadable` or `empty`, a `column`, `twice`."""

    kind: str
    file: str
    name: str = ""
    nearest: tuple[str, ...] = ()


class InputError(ValueError):
    """Files that a mapping cannot be applied to; nothing has been written."""

    def __init__(self, problems: Sequence[InputProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.kind}: {p.file} {p.name}" for p in problems))


class Found(NamedTuple):
    """The file of each table, and the files that no table claims."""

    tables: tuple[tuple[SourceTable, Path], ...]
    unclaimed: tuple[Path, ...]


def found_files(mapping: SourceMapping, inputs: Sequence[Path]) -> Found:
    """Find the file of each table among files and folders. Raises `InputError`."""
    present = [path for given in inputs for path in _files(given)]
    problems: list[InputProblem] = []
    tables: list[tuple[SourceTable, Path]] = []
    for table in mapping.tables:
        fitting = [path for path in present if fnmatch(path.name, table.file)]
        if len(fitting) > 1:
            names = ", ".join(path.name for path in fitting)
            problems.append(InputProblem("several", table.file, names))
        elif fitting:
            tables.append((table, fitting[0]))
        elif not table.optional:
            near = nearest(table.file, [path.name for path in present])
            problems.append(InputProblem("missing", table.file, table.name, near))
    if problems:
        raise InputError(problems)
    claimed = {path for _, path in tables}
    return Found(tuple(tables), tuple(path for path in present if path not in claimed))


def _files(given: Path) -> list[Path]:
    if not given.is_dir():
        return [given]
    return sorted(path for path in given.iterdir() if path.is_file() and path.name[0] != ".")


class SourceRows:
    """The rows of one file. Raises `InputError` where it has not the columns of its table."""

    def __init__(self, table: SourceTable, path: Path) -> None:
        self.path = path
        self._table = table
        try:
            self._rows = _typed(path) if path.suffix in TYPED else _text(path, table)
            self.header = next(self._rows)[1]
        except StopIteration:
            raise InputError([InputProblem("empty", path.name)]) from None
        except (UnicodeDecodeError, csv.Error) as error:
            raise InputError([InputProblem("unreadable", path.name, str(error))]) from None
        problems = [
            InputProblem("column", path.name, name, nearest(name, self.header))
            for name in table.named_columns()
            if name not in self.header
        ]
        twice = {name for name in self.header if self.header.count(name) > 1}
        problems += [InputProblem("twice", path.name, name) for name in sorted(twice)]
        if problems:
            raise InputError(problems)

    def unread(self) -> tuple[str, ...]:
        """Return the columns that the mapping does not speak of."""
        known = {*self._table.named_columns(), *self._table.ignored}
        return tuple(name for name in self.header if name not in known)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the number of each row, from 0, and its cells. Raises `InputError`."""
        try:
            yield from self._rows
        except (UnicodeDecodeError, csv.Error) as error:
            raise InputError([InputProblem("unreadable", self.path.name, str(error))]) from None


def _text(path: Path, table: SourceTable) -> Iterator[tuple[int, list[str]]]:
    encoding = WITH_MARK.get(table.encoding, table.encoding)
    with path.open(encoding=encoding, newline="") as stream:
        for number, row in enumerate(csv.reader(stream, delimiter=table.delimiter), -1):
            if row:
                yield number, row


def _typed(path: Path) -> Iterator[tuple[int, list[str]]]:
    source = Source(path)
    yield -1, list(source.schema)
    number = 0
    for frame in source.frames():
        for row in frame.iter_rows():
            yield number, [_shown(cell) for cell in row]
            number += 1


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, list):
        return "|".join(_shown(member) for member in cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)
