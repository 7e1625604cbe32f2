"""Where a statement stands once it holds, and how much that matters."""

from __future__ import annotations

from enum import StrEnum

from ariane.consult.consultation import Fulfilled
from ariane.guideline.statement import Action, OnUnknown, Statement, Strength
from ariane.logic.expression import Always


class Place(StrEnum):
    """Where a statement is shown."""

    DO = "do"
    DISCUSS = "discuss"
    AVOID = "avoid"
    READING = "reading"
    WAITING = "waiting"
    DONE = "done"
    PRACTICE = "practice"
    BACKGROUND = "background"
    RULED_OUT = "ruled-out"


ASKING = frozenset(
    {
        Action.EXAM,
        Action.PROCEDURE,
        Action.TREATMENT,
        Action.REFERRAL,
        Action.BOARD_WORKFLOW,
        Action.DOCUMENTATION,
        Action.CHECKLIST,
        Action.DIAGNOSIS,
        Action.SURVEILLANCE,
        Action.REGIMEN,
    }
)
TELLING = frozenset({Action.INFORMATION, Action.CONTACT, Action.LINK, Action.DEFINITION})
CAUTIONS = frozenset({Strength.MUST_NOT, Strength.SAFETY})
WEIGHT = {Place.AVOID: 3, Place.DO: 3, Place.DISCUSS: 2, Place.READING: 1}
"""What to do and what to avoid weigh most; background and what is done weigh nothing."""
PRESSING = frozenset({OnUnknown.ASK, OnUnknown.BLOCK})
PRESSING_TIMES = 3
"""A statement whose missing facts are to be asked for outweighs one that can wait in silence."""


def place_once_it_holds(statement: Statement, fulfilled: Fulfilled) -> Place:
    """Return where a statement stands once it holds."""
    if isinstance(statement.when, Always):
        return Place.PRACTICE if statement.action in ASKING else Place.BACKGROUND
    if fulfilled is Fulfilled.YES:
        return Place.DONE
    if statement.strength in CAUTIONS or statement.action is Action.WARNING:
        return Place.AVOID
    if statement.action in TELLING:
        return Place.BACKGROUND
    if statement.action not in ASKING or statement.strength is Strength.STATEMENT:
        return Place.READING
    optional = statement.is_optional or statement.strength is Strength.TRIAL
    return Place.DISCUSS if optional else Place.DO


def importance(statement: Statement, fulfilled: Fulfilled) -> int:
    """Return how much it matters to know whether a statement holds (0: nobody need be asked)."""
    if statement.on_unknown is OnUnknown.IGNORE:
        return 0
    weight = WEIGHT.get(place_once_it_holds(statement, fulfilled), 0)
    return weight * PRESSING_TIMES if statement.on_unknown in PRESSING else weight
