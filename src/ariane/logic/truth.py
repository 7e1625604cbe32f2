"""Truth values of strong Kleene logic (Kleene, Introduction to Metamathematics, 1952, §64)."""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn


class Truth(StrEnum):
    """What is known of a condition: it holds, it fails, or the facts at hand do not tell."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> Truth:
        """Translate the evaluators' `True`, `False`, `None`."""
        if value is None:
            return cls.UNKNOWN
        return cls.HOLDS if value else cls.FAILS

    def __bool__(self) -> NoReturn:
        raise TypeError(
            f"{self!r} is not a yes or a no: compare it, for instance `truth is Truth.HOLDS`"
        )


def kleene_not(value: bool | None) -> bool | None:
    """Negation: unknown stays unknown."""
    return None if value is None else not value


def kleene_and(values: list[bool | None]) -> bool | None:
    """Conjunction: one false decides, else one unknown leaves it open."""
    if False in values:
        return False
    return None if None in values else True


def kleene_or(values: list[bool | None]) -> bool | None:
    """Disjunction: one true decides, else one unknown leaves it open."""
    if True in values:
        return True
    return None if None in values else False
