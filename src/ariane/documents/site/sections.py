"""The sections that hold statements, in the order of the chapter."""

from __future__ import annotations

from functools import cache

from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements


@cache
def sections() -> dict[str, list[Statement]]:
    """Return the statements of every section that has some, by the number of the section."""
    numbers = sorted({s.section for s in statements()}, key=_in_order)
    return {number: [s for s in statements() if s.section == number] for number in numbers}


def _in_order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
