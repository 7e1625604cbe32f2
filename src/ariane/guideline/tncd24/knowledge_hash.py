"""One hash of all that the chapter knows: two results with the same hash were read alike.

It covers the statements with conditions and typed content, the facts with their values and what
they imply, exclude and define, the boxes and arrows of the algorithms, the ambiguities and the
safeguards. Words are not part of it: they are read by persons and change no result.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.algorithm import Algorithm, Edge
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES, Ambiguity
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.safeguards import SAFEGUARDS, Safeguard
from ariane.logic.expression import Expression
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.notation import notation


@cache
def knowledge_sha256() -> str:
    """Return the hash of the knowledge of this version, in hexadecimal."""
    return hash_of(statements(), VOCABULARY, FORBIDDEN, ALGORITHMS, AMBIGUITIES, SAFEGUARDS)


def hash_of(
    written: Sequence[Statement],
    vocabulary: Sequence[Fact],
    forbidden: Sequence[Expression],
    algorithms: Sequence[Algorithm],
    ambiguities: Sequence[Ambiguity],
    safeguards: Sequence[Safeguard],
) -> str:
    """Return the SHA-256 of a chapter in a stable notation, the same for equal knowledge."""
    content = (
        [_statement(statement) for statement in written],
        [_fact(fact) for fact in vocabulary],
        [notation(rule) for rule in forbidden],
        [_algorithm(algorithm) for algorithm in algorithms],
        [(a.id, a.priority, a.passages, a.statements) for a in ambiguities],
        [(g.id, g.beside, notation(g.when), notation(g.unless), g.passages) for g in safeguards],
    )
    return sha256(json.dumps(content, default=repr).encode()).hexdigest()


def _statement(s: Statement) -> tuple[Any, ...]:
    return (
        *(s.id, s.lines, s.strength, s.grade, s.action, s.exams, s.on_unknown, s.printed),
        *(s.tentative, s.subject, s.citations, s.ambiguities, s.data),
        notation(s.when),
        None if s.fulfilled_when is None else notation(s.fulfilled_when),
    )


def _fact(fact: Fact) -> tuple[Any, ...]:
    return (
        *(type(fact).__name__, fact.name, fact.source, fact.no_result),
        *(getattr(fact, name, None) for name in ("allowed", "maximum", "unit", "length")),
        [*getattr(fact, "narrower", {}).items()],
        notation(fact.definition) if isinstance(fact, DerivedFact) else None,
    )


def _algorithm(algorithm: Algorithm) -> tuple[Any, ...]:
    arrows = [_arrow(edge) for edge in algorithm.edges]
    return algorithm.id, algorithm.entered_by, algorithm.ambiguities, algorithm.nodes, arrows


def _arrow(edge: Edge) -> tuple[Any, ...]:
    held = edge.overridden_by
    return (
        *(edge.source, edge.target, notation(edge.when), edge.inferred, edge.confidence),
        None if held is None else (held.ambiguity, notation(held.when)),
    )
