"""Conditions by themselves: those that no patient meets, and those that every patient meets."""

from __future__ import annotations

from collections.abc import Iterator

from ariane.guideline.lint.branches import dead_arrows
from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.patients import Patients
from ariane.logic.expression import ALWAYS


def condition_findings(knowledge: Knowledge, patients: Patients) -> Iterator[Finding]:
    """Yield statements that can never hold, never fail or never be fulfilled, and dead arrows."""
    for statement in knowledge.statements:
        subject = (statement.id,)
        if not patients.exist([statement.when]):
            yield Finding(Kind.NEVER, subject)
            continue
        if statement.when is not ALWAYS and not patients.exist((), [statement.when]):
            yield Finding(Kind.ALWAYS, subject)
        wanted = statement.fulfilled_when
        if wanted is not None and not patients.exist([statement.when, wanted]):
            yield Finding(Kind.UNFULFILLABLE, subject)
    for source, target, taken in dead_arrows(knowledge):
        if not patients.exist([taken]):
            yield Finding(Kind.DEAD_ARROW, (source, target))
