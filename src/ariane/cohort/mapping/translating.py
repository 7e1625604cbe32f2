"""One cell of a source table as the value of a fact, or why it is none."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from ariane.case.suggestions import nearest
from ariane.case.tree import LONGEST_NUMBER, NUMBER
from ariane.cohort.mapping.source_mapping import Reading
from ariane.logic.fact import (
    BoolFact,
    DateFact,
    EnumFact,
    Fact,
    IntFact,
    NumberFact,
    ScoresFact,
    SetFact,
)

BOOLEANS = {"true": True, "false": False}
LARGEST = 2**53
"""Up to here every whole number has a float of its own."""
SHOWN = 30
"""So many codes are named in a reason, no more."""


class Untranslated(NamedTuple):
    """Why a cell is no value.

    `unmapped`, `not-a-number`, `unit`, `out-of-range` or `no-such-date`; what was expected instead.
    """

    kind: str
    expected: str = ""
    nearest: tuple[str, ...] = ()


def translated(reading: Reading, cell: str, unit: str | None = None) -> Any:
    """Return the value of the fact, `None` where the cell says nothing, or an `Untranslated`."""
    cell = cell.strip()
    if cell in reading.unknown or not cell:
        return None
    if isinstance(reading.fact, SetFact):
        return _members(reading, cell)
    if reading.values is not None:
        return _coded(reading, cell)
    if isinstance(reading.fact, NumberFact):
        return _number(reading, reading.fact, cell, unit)
    return _written(reading, reading.fact, cell)


def _coded(reading: Reading, code: str) -> Any:
    assert reading.values is not None  # noqa: S101 - the caller has looked
    listed, meaning = reading.values.find(code)
    return meaning if listed else _unmapped(code, tuple(reading.values.meanings))


def _unmapped(code: str, known: tuple[str, ...]) -> Untranslated:
    expected = " | ".join(known[:SHOWN]) + (" | …" if len(known) > SHOWN else "")
    return Untranslated("unmapped", expected, nearest(code, known))


def _members(reading: Reading, cell: str) -> Any:
    fact = reading.fact
    members = set()
    for written in (part.strip() for part in cell.split(reading.separator)):
        if reading.values is not None:
            member = _coded(reading, written)
        elif isinstance(fact, SetFact) and fact.allowed and written not in fact.allowed:
            member = _unmapped(written, fact.allowed)
        else:
            member = written
        if isinstance(member, Untranslated):
            return member
        if member:
            members.add(member)
    return frozenset(members)


def _number(reading: Reading, fact: NumberFact, cell: str, unit: str | None) -> Any:
    factor = reading.factor
    if reading.units:
        if unit is None:
            cell, _, unit = cell.partition(" ")
        if unit.strip() not in reading.units:
            return Untranslated("unit", " | ".join(reading.units), nearest(unit, reading.units))
        factor = reading.units[unit.strip()]
    written = cell.replace(reading.decimal, ".")
    if not NUMBER.match(written) or len(written) > LONGEST_NUMBER:
        return Untranslated("not-a-number", f"0{reading.decimal}0")
    stated = Decimal(written)
    number = stated * factor if stated < LARGEST else stated
    whole = isinstance(fact, IntFact)
    allowed = fact.allowed if isinstance(fact, IntFact) else ()
    fits = 0 <= number < LARGEST and (not whole or number == int(number))
    if not fits or (allowed and number not in allowed) or (fact.maximum or number) < number:
        expected = " | ".join(map(str, allowed)) or ("int ≥ 0" if whole else "decimal ≥ 0")
        return Untranslated("out-of-range", expected)
    return int(number) if whole else number


def _written(reading: Reading, fact: Fact, cell: str) -> Any:
    """Read a cell as the fact itself is written."""
    match fact:
        case BoolFact():
            return BOOLEANS.get(cell.lower(), _unmapped(cell, tuple(BOOLEANS)))
        case EnumFact():
            return cell if cell in fact.allowed else _unmapped(cell, fact.allowed)
        case DateFact():
            day = as_day(cell, reading.date_format)
            return day or Untranslated("no-such-date", reading.date_format)
        case ScoresFact():
            return _scores(reading, fact, cell)
    return cell


def _scores(reading: Reading, fact: ScoresFact, cell: str) -> Any:
    parts = [part.strip() for part in cell.split(reading.separator)]
    allowed = {str(score): score for score in fact.allowed}
    if len(parts) != fact.length or not all(part in allowed for part in parts):
        return Untranslated("out-of-range", f"{fact.length} × ({' | '.join(allowed)})")
    return tuple(allowed[part] for part in parts)


def as_day(cell: str, form: str) -> str | None:
    """Return a date as YYYY-MM-DD, or `None` where there is no such date in that form."""
    try:
        return datetime.strptime(cell, form).date().isoformat()
    except ValueError:
        return None
