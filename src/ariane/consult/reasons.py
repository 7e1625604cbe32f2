"""Which known facts made a statement hold or fail, and the whole tree on demand."""

from __future__ import annotations

from collections.abc import Iterator

from ariane.consult.consultation import Assessed, Consultation
from ariane.logic.explain import Explained, explained
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import named_facts


def explanation(consultation: Consultation, entry: Assessed) -> Explained:
    """Return the condition of a statement as a tree with the truth of each node."""
    return explained(entry.statement.when, consultation.case.known)


def reasons(consultation: Consultation, entry: Assessed) -> tuple[Fact, ...]:
    """Return the known facts that decided a statement, in the order of its condition."""
    tree = explanation(consultation, entry)
    known = consultation.case.known
    return tuple(dict.fromkeys(fact for fact in _decisive(tree) if fact.name in known))


def _decisive(node: Explained) -> Iterator[Fact]:
    if not node.parts or isinstance(node.expression, DerivedFact):
        yield from named_facts(node.expression)
        return
    for part in node.decisive():
        yield from _decisive(part)
