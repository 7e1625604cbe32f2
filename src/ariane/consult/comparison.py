"""What changes between two cases, or between a case and the same case with other facts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from ariane.consult.consultation import Assessed, Consultation
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.fact import Fact
from ariane.logic.structure import base_facts, named_facts
from ariane.logic.truth import Truth


class Turn(StrEnum):
    """How a statement changes."""

    APPEARS = "appears"
    DISAPPEARS = "disappears"
    OPENS = "opens"
    RULED_OUT = "ruled-out"
    FULFILMENT = "fulfilment"


class FactChange(NamedTuple):
    """A fact with its values before and after; `None` where it is unknown."""

    fact: Fact
    before: Any
    after: Any


class Change(NamedTuple):
    """One statement before and after, and the changed facts that it rests on."""

    before: Assessed
    after: Assessed
    turn: Turn
    because: tuple[FactChange, ...]


class Comparison(NamedTuple):
    """The facts and the statements that differ, in the order of vocabulary and chapter."""

    facts: tuple[FactChange, ...]
    changes: tuple[Change, ...]


def compare(before: Consultation, after: Consultation) -> Comparison:
    """Return what differs between two consultations of the same knowledge."""
    facts = _changed_facts(before, after)
    changes = []
    for old, new in zip(before, after, strict=True):
        turn = _turn(old, new)
        if turn is not None:
            named = {*named_facts(old.statement.when), *base_facts(old.statement.when)}
            if old.statement.fulfilled_when is not None:
                named |= {*base_facts(old.statement.fulfilled_when)}
            because = tuple(change for change in facts if change.fact in named)
            changes.append(Change(old, new, turn, because))
    return Comparison(facts, tuple(changes))


def _changed_facts(before: Consultation, after: Consultation) -> tuple[FactChange, ...]:
    old, new = before.case.recorded, after.case.recorded
    return tuple(
        FactChange(fact, old.get(fact.name), new.get(fact.name))
        for fact in VOCABULARY
        if old.get(fact.name) != new.get(fact.name)
    )


def _turn(old: Assessed, new: Assessed) -> Turn | None:
    if old.settled_truth is not new.settled_truth:
        if new.settled_truth is Truth.HOLDS:
            return Turn.APPEARS
        if old.settled_truth is Truth.HOLDS:
            return Turn.DISAPPEARS
        return Turn.OPENS if new.settled_truth is Truth.UNKNOWN else Turn.RULED_OUT
    if new.settled_truth is Truth.HOLDS and old.fulfilled is not new.fulfilled:
        return Turn.FULFILMENT
    return None
