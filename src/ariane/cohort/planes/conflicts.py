"""Which rows may contradict themselves: never too few, and rather too many."""

from __future__ import annotations

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.vocabulary import DERIVED
from ariane.logic.expression import IsKnown
from ariane.logic.fact import DerivedFact
from ariane.logic.planes import Emitter, Wire


def contradictory(emitter: Emitter) -> Wire:
    """Return the rows that meet a forbidden combination or state a derived fact in doubt.

    A derived fact that is stated where its definition is unknown needs a search over completions:
    such a row is left to the checker of cases.
    """
    forbidden = [emitter.holds(rule) for rule in FORBIDDEN]
    return emitter.either(*forbidden, *(_doubtful(emitter, fact) for fact in DERIVED))


def _doubtful(emitter: Emitter, fact: DerivedFact) -> Wire:
    known, stated = emitter.given(IsKnown(fact)), emitter.given(fact)
    agreed = emitter.either(
        emitter.both(stated, emitter.holds(fact.definition)),
        emitter.both(emitter.without(known, stated), emitter.fails(fact.definition)),
    )
    return emitter.without(known, agreed)
