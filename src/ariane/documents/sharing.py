"""Each statement in one list only: with the thing to do that it asks for, or in its own place."""

from __future__ import annotations

from typing import NamedTuple

from ariane.consult.consultation import Consultation
from ariane.consult.digest import Digest, Group
from ariane.consult.importance import Place
from ariane.consult.plan import Plan, PlanEntry


class Shares(NamedTuple):
    """Groups of statements: by entry of the plan, refused, and all others by place."""

    entries: dict[str, tuple[Group, ...]]
    refused: tuple[Group, ...]
    places: dict[Place, tuple[Group, ...]]


def shared_out(plan: Plan, sorted_out: Digest, consultation: Consultation) -> Shares:
    """Share out the groups of a digest between the things to do and the places of reading."""
    by_member = {
        entry.id: group
        for groups in sorted_out.groups.values()
        for group in groups
        for entry in (group.lead, *group.others)
    }
    placed: set[str] = set()
    entries: dict[str, tuple[Group, ...]] = {}
    for entry in plan.to_do:
        found = _of_entry(entry, by_member, consultation, placed)
        placed.update(group.lead.id for group in found)
        entries[entry.id] = found
    done = {name for task in plan.done for name in task.statements}
    declined = {name for exam in plan.refused for name in exam.statements}
    refused: list[Group] = []
    places: dict[Place, list[Group]] = {place: [] for place in Place}
    for place, groups in sorted_out.groups.items():
        for group in groups:
            if group.lead.id in placed:
                continue
            if place in (Place.DO, Place.DISCUSS) and group.lead.id in declined:
                refused.append(group)
            elif place in (Place.DO, Place.DISCUSS) and group.lead.id in done:
                places[Place.DONE].append(group)
            else:
                places[place].append(group)
    return Shares(
        entries, tuple(refused), {place: tuple(groups) for place, groups in places.items()}
    )


def _of_entry(
    entry: PlanEntry, by_member: dict[str, Group], consultation: Consultation, placed: set[str]
) -> tuple[Group, ...]:
    """Return the groups of an entry: a statement led by another one of it stands with that one."""
    groups: list[Group] = []
    for name in entry.statements:
        group = by_member[name]
        if group.lead.id == name:
            found = group
        elif group.lead.id in entry.statements:
            continue
        else:
            found = Group(consultation[name], ())
        if name not in placed:
            groups.append(found)
    return tuple(groups)
