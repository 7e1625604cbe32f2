"""What a review of the knowledge finds, and how it says that a finding is meant to be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ariane.guideline.lint.reasons import Reason
from ariane.logic.expression import ALWAYS, Expression
from ariane.logic.fact import Fact

Subject = tuple[str, ...]
"""Ids of statements, boxes, partitions or ambiguities, in the order in which they are named."""
Patient = Mapping[Fact, Any]
"""The facts that an example fixes; every other fact may be anything."""


class Kind(StrEnum):
    """Kinds of findings, in the order in which a reader meets them."""

    GAP = "gap"
    DEAD_END = "dead-end"
    OVERLAP = "overlap"
    OPPOSED = "opposed"
    BOUND = "bound"
    NEVER = "never"
    ALWAYS = "always"
    DEAD_ARROW = "dead-arrow"
    UNFULFILLABLE = "unfulfillable"
    IMPLIED = "implied"
    SAME = "same"
    UNCITED = "uncited"
    UNKNOWN_AMBIGUITY = "unknown-ambiguity"
    STALE = "stale"
    MISPLACED = "misplaced"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A patient that ought not to exist: one for whom all of `holds` hold and all of `fails` fail.

    Where there is such a patient, it is a finding of this kind about this subject.
    """

    kind: Kind
    subject: Subject
    holds: tuple[Expression, ...]
    fails: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `explained_by` is an ambiguity of the text, `reason` one of Ariane's own.

    `subject` identifies it; `about` names further statements and boxes that it turns on.
    """

    kind: Kind
    subject: Subject
    example: Patient | None = None
    about: Subject = ()
    explained_by: str | None = None
    reason: Reason | None = None

    @property
    def explained(self) -> bool:
        """Whether something says why this is as it should be."""
        return self.explained_by is not None or self.reason is not None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why findings of one kind about some subjects are known and meant to stand.

    `by` is the id of an ambiguity of the text, or a reason of Ariane's own. Only the patients of
    `within` are explained; others of the same subject remain a finding, so that none hides behind
    another.
    """

    kind: Kind
    by: str | Reason
    subjects: tuple[Subject, ...]
    within: Expression = ALWAYS

    @property
    def ambiguity(self) -> str | None:
        """The ambiguity that explains, if it is one."""
        return None if isinstance(self.by, Reason) else self.by

    @property
    def reason(self) -> Reason | None:
        """The reason that explains, if it is one."""
        return self.by if isinstance(self.by, Reason) else None
