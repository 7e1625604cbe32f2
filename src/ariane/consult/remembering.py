"""Exact statuses over the clinical vocabulary, remembered case after case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import stated_definitions
from ariane.logic.expression import Expression
from ariane.logic.memory import Memory
from ariane.logic.remembered import Answers, RememberedStatuses, Status

Stated = tuple[Expression, ...]


class Remembering:
    """The exact statuses of a fixed list of conditions.

    What stated derived facts forbid beside the constraints is remembered apart.
    """

    def __init__(self, conditions: Sequence[Expression], answers: Answers | None = None) -> None:
        def remembered(stated: Stated) -> RememberedStatuses:
            return RememberedStatuses(conditions, (*FORBIDDEN, *stated), answers or {})

        self._by_stated: Memory[Stated, RememberedStatuses] = Memory(remembered)
        self._by_stated[()] = remembered(())

    def statuses(self, known: Mapping[str, Any]) -> list[Status]:
        """Return the Kleene value and the exact status of every condition."""
        return self._by_stated[stated_definitions(known)].statuses(known)
