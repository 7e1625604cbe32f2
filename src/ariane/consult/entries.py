"""What one statement brings to a consultation; made once for each status and fulfilment of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ariane.consult.consultation import Assessed
from ariane.consult.fulfilment import fulfilled
from ariane.consult.importance import importance
from ariane.facts.vocabulary import ORDER, in_order
from ariane.guideline.statement import Statement
from ariane.logic.remembered import Status
from ariane.logic.truth import Truth

Key = Status | tuple[Status, bool | None, bool | None]
"""Its status; where it asks for something, also what its own condition and what its exams say."""


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """What the answers about one fact settle of one statement: (number of the answer, truth)."""

    statement: str
    weight: int
    settles: tuple[tuple[int, bool], ...]


class Entry(NamedTuple):
    """One statement as it is assessed; how much it weighs while it is open, and its shares.

    A share stands with the place of its fact in the vocabulary.
    """

    assessed: Assessed
    weight: int
    shares: tuple[tuple[int, Share], ...]


def entry(statement: Statement, key: Key) -> Entry:
    """Return what a statement brings."""
    status, own, exams = key if isinstance(key, tuple) else (key, None, None)
    done = fulfilled(statement, status.kleene, own, exams)
    missing = in_order(status.missing)
    truth, settled_truth = Truth.of(status.kleene), Truth.of(status.truth)
    assessed = Assessed(statement, truth, status.settled, settled_truth, missing, done)
    weight = 0 if status.settled else importance(statement, done)
    return Entry(assessed, weight, _shares(statement.id, weight, status) if weight else ())


def _shares(statement: str, weight: int, status: Status) -> tuple[tuple[int, Share], ...]:
    settles: dict[int, list[tuple[int, bool]]] = {}
    for gain in status.gains:
        settles.setdefault(ORDER[gain.fact.name], []).append((gain.answer, gain.truth))
    return tuple(
        (place, Share(statement, weight, tuple(settled))) for place, settled in settles.items()
    )
