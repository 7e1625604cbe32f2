"""What a replay found, for showing: sorted, and with the counts of few patients hidden if asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ariane.cohort.replay.advice import DIRECTIONS, HOLDS, STATES, Change
from ariane.cohort.replay.elements import Element, ElementKind, Parts, parts_of_book
from ariane.cohort.replay.replaying import Replay
from ariane.cohort.suppression import merged, released, shown, shown_count, shown_line
from ariane.guideline.rulebook.rulebook import Rule
from ariane.logic.expression import Expression

Count = int | None
"""A number of patients; `None` where it is hidden."""


class Move(NamedTuple):
    """How many patients go from one state of a statement to another, by one cause."""

    statement: str
    before: str
    after: str
    cause: str
    patients: Count

    @property
    def is_advice(self) -> bool:
        """Whether the statement begins or ceases to hold."""
        return HOLDS in (self.before, self.after)


class Line(NamedTuple):
    """A statement that differs for somebody, or that only one version has.

    `total` is how many patients it begins or ceases to hold for; `None` where a part is hidden.
    """

    rule: Rule
    status: str
    moves: tuple[Move, ...]
    same: tuple[Move, ...]
    total: Count

    def moved(self, begins: bool) -> Count:
        """Return for how many patients the statement begins to hold, or ceases to."""
        end = "after" if begins else "before"
        return _sum([m.patients for m in self.moves if getattr(m, end) == HOLDS])


class Cause(NamedTuple):
    """A cause of differences, with the patients whose advice it changes."""

    cause: str
    patients: Count
    moves: tuple[Move, ...]


class Stratum(NamedTuple):
    """The patients who share a value of the column asked for."""

    value: str
    patients: Count
    changes: Mapping[Change, Count]


class Edit(NamedTuple):
    """A piece that differs, and what it is in each version; `None` where there is none.

    Of an implication, the names of the effects; of a fact, its allowed values or its type.
    """

    element: Element
    before: Expression | str | None
    after: Expression | str | None


class Summary(NamedTuple):
    """All that is shown of a replay; `advice` is whose advice changes in any way."""

    replay: Replay
    minimum: int
    compared: Count
    rejected: Count
    changes: Mapping[Change, Count]
    advice: Count
    directions: Mapping[str, Count]
    edits: tuple[Edit, ...]
    causes: tuple[Cause, ...]
    lines: tuple[Line, ...]
    strata: tuple[Stratum, ...]


def summary(replay: Replay, minimum: int = 0) -> Summary:
    """Return what is shown; counts of 1 to `minimum` - 1 are hidden, and those that tell them."""
    tally = replay.tally
    compared, rejected = shown_line((tally.compared, tally.rejected), minimum)
    total = {
        change: sum(tally.changes[key] for key in tally.changes if key[1] == change)
        for change in Change
    }
    changes = dict(zip(Change, shown_line(list(total.values()), minimum), strict=True))
    directions = {
        name: shown_count(tally.directions[name], tally.compared, minimum) for name in DIRECTIONS
    }
    lines = tuple(_lines(replay, minimum))
    return Summary(
        replay=replay,
        minimum=minimum,
        compared=compared,
        rejected=rejected,
        changes=changes,
        advice=_sum([changes[Change.MATTERS], changes[Change.ADVICE]]),
        directions=directions,
        edits=tuple(_edits(replay)),
        causes=tuple(_causes(replay, lines, minimum)),
        lines=lines,
        strata=tuple(_strata(replay, minimum)) if replay.by else (),
    )


def _sum(parts: Sequence[Count]) -> Count:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _lines(replay: Replay, minimum: int) -> list[Line]:
    found = []
    for name, rule in replay.rules.items():
        mine = sorted(
            (key for key in replay.tally.transitions if key[0] == name),
            key=lambda key: (STATES.index(key[1]), STATES.index(key[2]), key[3]),
        )
        counts = shown_line([replay.tally.transitions[key] for key in mine], minimum)
        every = [Move(*key, count) for key, count in zip(mine, counts, strict=True)]
        moves = tuple(move for move in every if move.cause)
        status = _status(name, replay)
        if moves or status in ("added", "removed"):
            advice = _sum([move.patients for move in moves if move.is_advice])
            same = tuple(move for move in every if not move.cause)
            found.append(Line(rule, status, moves, same, advice))
    return found


def _status(name: str, replay: Replay) -> str:
    if name not in replay.before.by_id:
        return "added"
    if name not in replay.after.by_id:
        return "removed"
    return "changed" if Element(ElementKind.STATEMENT, name) in replay.changed else "same"


def _causes(replay: Replay, lines: Sequence[Line], minimum: int) -> list[Cause]:
    moves = [move for line in lines for move in line.moves]
    found = []
    for cause in dict.fromkeys(move.cause for move in moves):
        mine = tuple(move for move in moves if move.cause == cause)
        patients = shown_count(replay.tally.causes[cause], replay.tally.compared, minimum)
        # With a hidden move, a count of the same patients could tell it.
        shown = patients if all(move.patients is not None for move in mine) else None
        found.append((replay.tally.causes[cause], Cause(cause, shown, mine)))
    if minimum > 1:
        return sorted((cause for _, cause in found), key=lambda c: (-(c.patients or 0), c.cause))
    return [cause for _, cause in sorted(found, key=lambda item: (-item[0], item[1].cause))]


def _strata(replay: Replay, minimum: int) -> list[Stratum]:
    values = sorted({value for value, _ in replay.tally.changes})
    table = np.array(
        [[replay.tally.changes[(value, change)] for change in Change] for value in values], np.int64
    ).reshape(len(values), len(Change))
    sizes = table.sum(axis=1)
    known = ~merged(sizes, minimum)
    groups = released(table.sum(axis=0), table, known, minimum).groups
    return [
        Stratum(value, total, dict(zip(Change, shown(row, seen), strict=True)))
        for value, total, row, seen in zip(values, shown(sizes, known), table, groups, strict=True)
    ]


def _edits(replay: Replay) -> list[Edit]:
    one, two = parts_of_book(replay.before), parts_of_book(replay.after)
    return [Edit(e, _reads(e, one), _reads(e, two)) for e in replay.changed]


def _reads(element: Element, parts: Parts) -> Expression | str | None:
    name = element.name
    match element.kind:
        case ElementKind.STATEMENT:
            return parts.conditions.get(name)
        case ElementKind.DERIVED:
            return parts.definitions.get(name)
        case ElementKind.IMPLICATION:
            return ", ".join(parts.effects[name]) if name in parts.effects else None
    return (
        ", ".join(map(str, getattr(parts.facts[name], "allowed", ())))
        or type(parts.facts[name]).__name__
    )
