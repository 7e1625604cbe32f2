"""What matters of a consultation for this patient, put where a physician looks for it.

Every statement of the consultation goes to exactly one place; nothing is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.importance import Place, place_once_it_holds
from ariane.logic.truth import Truth

BOXES = frozenset({"R", "O"})


class Group(NamedTuple):
    """Statements about one matter: the one that is shown, and what else the text says of it."""

    lead: Assessed
    others: tuple[Assessed, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A consultation sorted for reading."""

    groups: dict[Place, tuple[Group, ...]]

    def __getitem__(self, place: Place) -> tuple[Group, ...]:
        return self.groups.get(place, ())

    def count(self, place: Place) -> int:
        """Return how many statements stand in a place."""
        return sum(1 + len(group.others) for group in self[place])


def digest(consultation: Consultation) -> Digest:
    """Sort a consultation by place; within a place, matters in the order of the chapter."""
    matters: dict[str, list[Assessed]] = {}
    for entry in consultation:
        matters.setdefault(entry.statement.subject or entry.id, []).append(entry)
    groups: dict[Place, list[Group]] = {}
    for entries in matters.values():
        for place, group in _sorted_matter(entries):
            groups.setdefault(place, []).append(group)
    return Digest({place: tuple(found) for place, found in groups.items()})


def place_of(entry: Assessed) -> Place:
    """Return where a statement belongs by itself."""
    if entry.settled_truth is Truth.FAILS:
        return Place.RULED_OUT
    if entry.settled_truth is Truth.UNKNOWN:
        return Place.WAITING
    return place_once_it_holds(entry.statement, entry.fulfilled)


def _sorted_matter(entries: list[Assessed]) -> list[tuple[Place, Group]]:
    """Keep what holds or waits of one matter together, under the label of the indication box.

    The box carries the official strength (24.3.5); where only the text's condition holds, the text
    leads. What is ruled out stands apart.
    """
    out = [entry for entry in entries if place_of(entry) is Place.RULED_OUT]
    live = [entry for entry in entries if entry not in out]
    found = [(Place.RULED_OUT, Group(entry, ())) for entry in out]
    holding = [entry for entry in live if place_of(entry) is not Place.WAITING]
    if holding:
        lead = min(holding, key=lambda e: (e.statement.kind not in BOXES, ORDER_OF[place_of(e)]))
        others = tuple(entry for entry in live if entry is not lead)
        return [*found, (place_of(lead), Group(lead, others))]
    return [*found, *((Place.WAITING, Group(entry, ())) for entry in live)]


ORDER_OF = {place: index for index, place in enumerate(Place)}
