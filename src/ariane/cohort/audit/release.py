"""An audit as it may be shown: counts of all patients and of groups, the small ones withheld."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ariane.cohort.audit.counting import Tally
from ariane.cohort.audit.questions import Count, Question, audited_facts, is_judged
from ariane.cohort.suppression import Mask, Numbers, is_small, released, shown
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.structure import base_facts

Released = int | None
"""A number, or `None` where it is withheld."""
Row = tuple[Released, ...]
"""One number a group."""


class Judged(NamedTuple):
    """Whether what a statement asks for was done, of those for whom it is not known to fail.

    `concordant`: it holds, and it was done. `discordant`: it holds, and it is known not to have
    been done. The others are not decided: `maybe_concordant` where it may turn out to hold and to
    have been done; `maybe_discordant` where it is known not to have been done, but not whether it
    holds.
    """

    concordant: Row
    discordant: Row
    maybe_concordant: Row
    maybe_discordant: Row
    done: Row
    not_done: Row


class Audited(NamedTuple):
    """One statement: its truth, whether it was done, and by fact who waits for it."""

    holds: Row
    fails: Row
    unknown: Row
    judged: Judged | None
    waits: Mapping[str, Row]


class View(NamedTuple):
    """All counts by the values of one grouping; `name` is `None` for all patients together."""

    name: str | None
    groups: tuple[str | None, ...]
    patients: Row
    statements: Mapping[str, Audited]
    known: Mapping[str, Row]


def views(tally: Tally, minimum: int) -> tuple[View, ...]:
    """Return all patients together, then each grouping, with small numbers withheld."""
    return tuple(_View(tally, name, minimum).view() for name in (None, *tally.grouping.names))


class _View:
    """Columns of counts: first that of all patients, then one entry a group."""

    def __init__(self, tally: Tally, name: str | None, minimum: int) -> None:
        groups = {} if name is None else tally.of(name)
        self._name = name
        self._asked = tally.asked
        self._minimum = minimum
        self._groups = tuple(groups) or (None,)
        self._shown = slice(1, None) if groups else slice(0, 1)
        self._counts = np.array([tally.of(None)[None], *groups.values()])

    def view(self) -> View:
        patients = self._column(Count.PATIENTS)
        everyone = np.ones(len(patients), np.bool_)
        everyone[0] = not is_small(patients[0], self._minimum)
        (seen,) = self._divided([patients], everyone)
        known = {
            fact.name: self._part(self._column(Count.KNOWN, fact=fact.name), patients, seen)
            for fact in audited_facts()
        }
        audited = {s.id: self._audited(s, patients, seen) for s in statements()}
        return View(self._name, self._groups, self._row(patients, seen), audited, known)

    def _audited(self, statement: Statement, patients: Numbers, seen: Mask) -> Audited:
        holds = self._column(Count.HOLDS, statement.id)
        fails = self._column(Count.FAILS, statement.id)
        truth = [holds, fails, patients - holds - fails]
        masks = self._divided(truth, seen)
        unknown, open_ = truth[2], masks[2]
        waits = {
            fact.name: self._part(
                self._column(Count.WAITS, statement.id, fact.name), unknown, open_
            )
            for fact in base_facts(statement.when)
        }
        rows = [self._row(part, mask) for part, mask in zip(truth, masks, strict=True)]
        judged = self._judged(statement.id, truth, masks) if is_judged(statement) else None
        return Audited(rows[0], rows[1], rows[2], judged, waits)

    def _judged(self, name: str, truth: Sequence[Numbers], masks: Sequence[Mask]) -> Judged:
        done, undone = (
            self._column(Count.HOLDS_DONE, name),
            self._column(Count.HOLDS_NOT_DONE, name),
        )
        maybe = self._column(Count.UNKNOWN_DONE, name)
        maybe_undone = self._column(Count.UNKNOWN_NOT_DONE, name)
        held = [done, undone, truth[0] - done - undone]
        open_ = [maybe, maybe_undone, truth[2] - maybe - maybe_undone]
        seen, seen_open = self._divided(held, masks[0]), self._divided(open_, masks[2])
        undecided = held[2] + open_[0] + open_[2]
        return Judged(
            concordant=self._row(done, seen[0]),
            discordant=self._row(undone, seen[1]),
            maybe_concordant=self._row(undecided, seen[2] & seen_open[0] & seen_open[2]),
            maybe_discordant=self._row(maybe_undone, seen_open[1]),
            done=self._row(done + maybe, seen[0] & seen_open[0]),
            not_done=self._row(undone + maybe_undone, seen[1] & seen_open[1]),
        )

    def _column(self, count: Count, statement: str = "", fact: str = "") -> Numbers:
        column: Numbers = self._counts[:, self._asked[Question(count, statement, fact)]]
        return column

    def _part(self, part: Numbers, parent: Numbers, seen: Mask) -> Row:
        return self._row(part, self._divided([part, parent - part], seen)[0])

    def _divided(self, parts: Sequence[Numbers], seen: Mask) -> list[Mask]:
        """Return where each part of a division may be seen; `seen`: where the divided may be."""
        if not seen[0]:
            return [np.zeros_like(seen) for _ in parts]
        table = np.stack(parts, axis=1)
        release = released(table[0], table[1:], seen[1:], self._minimum)
        return [*np.vstack([release.whole, release.groups]).T]

    def _row(self, numbers: Numbers, seen: Mask) -> Row:
        return shown(numbers[self._shown], seen[self._shown])
