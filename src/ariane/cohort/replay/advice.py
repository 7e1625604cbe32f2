"""Which changes of truth are changes of advice, and which of those matter most at a board."""

from __future__ import annotations

from enum import StrEnum

from ariane.guideline.rulebook.rulebook import Rule
from ariane.guideline.statement import Action, Strength

HOLDS, FAILS, UNKNOWN, ABSENT = "holds", "fails", "unknown", "absent"
"""States of a statement for a patient; absent where a version does not have the statement."""
STATES = (HOLDS, FAILS, UNKNOWN, ABSENT)


class Matter(StrEnum):
    """What a statement is about, as far as a change of it weighs."""

    TREATMENT = "treatment"
    EXAM = "exam"
    WARNING = "warning"
    OTHER = "other"


class Change(StrEnum):
    """What changes for a patient, the weightiest first; each patient counts in one."""

    MATTERS = "matters"
    ADVICE = "advice"
    SILENT = "silent"
    NONE = "none"


MATTERS = {
    Action.TREATMENT: Matter.TREATMENT,
    Action.PROCEDURE: Matter.TREATMENT,
    Action.REGIMEN: Matter.TREATMENT,
    Action.EXAM: Matter.EXAM,
    Action.SURVEILLANCE: Matter.EXAM,
    Action.WARNING: Matter.WARNING,
}
DIRECTIONS = (
    "treatment-begins",
    "treatment-ends",
    "exam-begins",
    "exam-ends",
    "warning-begins",
)
"""Changes that matter: a warning that ends is advice too, but asks nobody to act."""


def matter_of(rule: Rule) -> Matter:
    """Return what a statement is about; what must not be done warns, whatever it is."""
    if rule.strength is Strength.MUST_NOT:
        return Matter.WARNING
    return MATTERS.get(rule.action, Matter.OTHER)


def direction(matter: Matter, begins: bool) -> str:
    """Return what it is for a statement to begin or cease to hold (`treatment-begins`)."""
    move = "begins" if begins else "ends"
    return f"{matter}-{move}"
