"""Ambiguities and the statements that they bear on: does each know of the other?"""

from __future__ import annotations

from collections.abc import Iterator

from ariane.guideline.lint.finding import Finding, Kind
from ariane.guideline.lint.knowledge import Knowledge


def citation_findings(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield ambiguities that no statement cites, and citations of ambiguities that do not exist."""
    cited = {name for statement in knowledge.statements for name in statement.ambiguities}
    known = {ambiguity.id for ambiguity in knowledge.ambiguities}
    for ambiguity in knowledge.ambiguities:
        if ambiguity.id not in cited:
            yield Finding(Kind.UNCITED, (ambiguity.id,))
    for statement in knowledge.statements:
        for name in statement.ambiguities:
            if name not in known:
                yield Finding(Kind.UNKNOWN_AMBIGUITY, (statement.id, name))
    for algorithm in knowledge.algorithms:
        for name in algorithm.ambiguities:
            if name not in known:
                yield Finding(Kind.UNKNOWN_AMBIGUITY, (algorithm.id, name))
