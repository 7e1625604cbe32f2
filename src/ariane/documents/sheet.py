"""A board's document before it is laid out: title, parts, rows; Word and PDF are made from it.

A value that is not known is `None` and is laid out as a visible blank: nothing is ever made up.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A label and its value; `None` leaves room to write."""

    label: str
    value: str | None


class Grid(NamedTuple):
    """A table: its columns, their relative widths, its cells; an empty cell is room to write."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    lines: tuple[tuple[str, ...], ...]


class Part(NamedTuple):
    """One part under a heading: text, rows, a table, then `room` empty lines to write on."""

    heading: str
    text: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    grid: Grid | None = None
    room: int = 0


class Sheet(NamedTuple):
    """One document: what it is, of whom or what, what it is not, and its parts."""

    title: str
    subtitle: str
    notices: tuple[str, ...]
    parts: tuple[Part, ...]
