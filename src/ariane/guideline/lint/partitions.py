"""Statements between which the text divides patients: is each patient in one, and in one alone?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ariane.guideline.lint.finding import Kind, Suspicion
from ariane.guideline.lint.knowledge import Knowledge


def partition_suspicions(knowledge: Knowledge) -> Iterator[Suspicion]:
    """Yield what may be wrong with each partition."""
    for partition in knowledge.partitions:
        conditions = {name: knowledge.condition(name) for name in partition.members}
        if partition.complete:
            yield Suspicion(
                Kind.GAP, (partition.id,), (partition.scope,), tuple(conditions.values())
            )
        if partition.exclusive:
            for one, two in combinations(conditions, 2):
                holds = (partition.scope, conditions[one], conditions[two])
                yield Suspicion(Kind.OVERLAP, (partition.id, one, two), holds)
