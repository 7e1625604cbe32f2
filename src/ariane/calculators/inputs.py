"""What a person typed for a calculator: read strictly, and refused with every problem at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ariane.case.suggestions import nearest

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
"""Days that a plan may start on: anything else is a typing error."""
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_WITH_COMMA = re.compile(r"-?\d+,\d+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class InputKind(StrEnum):
    """What can be wrong with one input."""

    MISSING = "missing"
    DAY_MISSING = "day-missing"
    FORMULA_MISSING = "formula-missing"
    COMMA = "comma"
    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-whole"
    OUT_OF_RANGE = "out-of-range"
    NOT_A_DATE = "not-a-date"
    DATE_OUT_OF_RANGE = "date-out-of-range"
    NOT_A_CHOICE = "not-a-choice"
    UNKNOWN_REGIMEN = "unknown-regimen"
    NO_PRINTED_DOSE = "no-printed-dose"
    TOO_FEW_VISITS = "too-few-visits"


class InputProblem(NamedTuple):
    """One problem: the option or argument, what was typed, what was expected, the nearest names."""

    kind: InputKind
    option: str
    value: str = ""
    expected: str = ""
    nearest: tuple[str, ...] = ()


class InputError(ValueError):
    """Inputs that nothing is computed from; carries all their problems."""

    def __init__(self, problems: Sequence[InputProblem]) -> None:
        super().__init__("; ".join(f"{p.option}: {p.kind} {p.value!r}" for p in problems))
        self.problems = tuple(problems)


class Inputs:
    """Reads inputs one by one and keeps their problems; a refused one reads as `None`."""

    def __init__(self) -> None:
        self.problems: list[InputProblem] = []

    def refuse(
        self,
        kind: InputKind,
        option: str,
        value: str = "",
        expected: str = "",
        near: tuple[str, ...] = (),
    ) -> None:
        """Note a problem."""
        self.problems.append(InputProblem(kind, option, value, expected, near))

    def number(
        self, option: str, typed: str | None, low: int, high: int, unit: str = ""
    ) -> Decimal | None:
        """Read a decimal number, written with a point, between two bounds that are included."""
        expected = f"{low}-{high} {unit}".rstrip()
        if typed is None:
            self.refuse(InputKind.MISSING, option, expected=expected)
        elif _WITH_COMMA.fullmatch(typed):
            self.refuse(InputKind.COMMA, option, typed, expected)
        elif not _NUMBER.fullmatch(typed):
            self.refuse(InputKind.NOT_A_NUMBER, option, typed, expected)
        elif not low <= Decimal(typed) <= high:
            self.refuse(InputKind.OUT_OF_RANGE, option, typed, expected)
        else:
            return Decimal(typed)
        return None

    def count(self, option: str, typed: str, low: int, high: int) -> int | None:
        """Read a whole number between two bounds that are included."""
        number = self.number(option, typed, low, high)
        if number is None:
            return None
        if number != number.to_integral_value():
            self.refuse(InputKind.NOT_WHOLE, option, typed, f"{low}-{high}")
            return None
        return int(number)

    def day(self, option: str, typed: str | None) -> date | None:
        """Read a day, YYYY-MM-DD."""
        if typed is None:
            self.refuse(InputKind.DAY_MISSING, option)
            return None
        try:
            day = date.fromisoformat(typed) if _DAY.fullmatch(typed) else None
        except ValueError:
            day = None
        if day is None:
            self.refuse(InputKind.NOT_A_DATE, option, typed)
        elif not EARLIEST <= day <= LATEST:
            self.refuse(InputKind.DATE_OUT_OF_RANGE, option, typed, f"{EARLIEST} - {LATEST}")
            return None
        return day

    def choice(
        self,
        option: str,
        typed: str | None,
        choices: tuple[str, ...],
        missing: InputKind = InputKind.MISSING,
    ) -> str | None:
        """Read one of a few names, in small or capital letters."""
        expected = " | ".join(choices)
        if typed is None:
            self.refuse(missing, option, expected=expected)
        elif typed.strip().lower() in choices:
            return typed.strip().lower()
        else:
            near = nearest(typed, choices)
            self.refuse(InputKind.NOT_A_CHOICE, option, typed, expected, near)
        return None
