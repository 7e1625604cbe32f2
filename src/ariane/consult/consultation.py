"""A consultation: the status of every statement of the guideline for one case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from ariane.case.case import Case
from ariane.consult.safeguards import Safety
from ariane.guideline.algorithm import Algorithm, Edge
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.ambiguities import Ambiguity
from ariane.logic.fact import Fact
from ariane.logic.truth import Truth


class Fulfilled(StrEnum):
    """Whether what a statement asks for has been done."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class Assessed(NamedTuple):
    """One statement for one case.

    `truth` is the Kleene value of its condition; `settled_truth` what every completion of the case
    agrees on, else unknown; `missing` the unknown facts that can still turn it, in the order of the
    vocabulary.
    """

    statement: Statement
    truth: Truth
    settled: bool
    settled_truth: Truth
    missing: tuple[str, ...]
    fulfilled: Fulfilled

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id

    @property
    def is_open(self) -> bool:
        """Whether it holds and is not known to be fulfilled."""
        return self.settled_truth is Truth.HOLDS and self.fulfilled is not Fulfilled.YES


class Answer(NamedTuple):
    """Answers to a question that settle the same statements to the same truth."""

    values: tuple[Any, ...]
    settles: tuple[tuple[str, bool], ...]


class Question(NamedTuple):
    """An unknown fact: the statements that some answer settles, in the order of the chapter.

    `score` (0 to 1) is the importance of what its answers settle, see `consult.questions`.
    """

    fact: Fact
    score: float
    settles: tuple[str, ...]
    answers: tuple[Answer, ...]


class Conflict(NamedTuple):
    """An ambiguity of the text that touches this patient, and the statements it shows itself in."""

    ambiguity: Ambiguity
    statements: tuple[str, ...]


class Step(NamedTuple):
    """One arrow of an algorithm for this patient.

    `held_back` names the ambiguity whose safest reading stops a patient who would take it.
    """

    edge: Edge
    truth: Truth
    missing: tuple[str, ...]
    held_back: str | None


class Pathway(NamedTuple):
    """One algorithm for one patient.

    `visited` are the start, where entered, and all boxes reached over arrows that hold; `reached`
    are those of them that no holding arrow leaves; `waiting_for` are the facts that the unknown
    arrows out of visited boxes wait for, in the order of the vocabulary.
    """

    algorithm: Algorithm
    entered: Truth
    visited: tuple[str, ...]
    reached: tuple[str, ...]
    waiting_for: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Consultation:
    """The guideline read for one case, statement by statement, in the order of the chapter."""

    case: Case
    assessed: tuple[Assessed, ...]
    questions: tuple[Question, ...]
    pathways: tuple[Pathway, ...]
    conflicts: tuple[Conflict, ...]
    safety: Safety

    def __getitem__(self, statement_id: str) -> Assessed:
        """Return one statement. Raises `KeyError` for an id that is not written."""
        for entry in self.assessed:
            if entry.id == statement_id:
                return entry
        raise KeyError(statement_id)

    def __iter__(self) -> Iterator[Assessed]:
        return iter(self.assessed)
