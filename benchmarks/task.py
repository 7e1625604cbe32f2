"""The task that all contenders are given: every statement's condition, over one partial case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ariane.guideline.statement import Statement
from ariane.logic.expression import Always, Expression
from ariane.logic.fact import Fact
from ariane.logic.structure import named_facts

Kleene = bool | None
Truths = tuple[Kleene, ...]


@dataclass(frozen=True)
class Task:
    """Distinct conditions, and where the statements find theirs.

    Statements often share a condition and some have none. A peer evaluates each distinct one once,
    and handing the results on to the statements is not part of its time; Ariane's time includes it.
    """

    conditions: tuple[Expression, ...]
    facts: tuple[Fact, ...]
    _places: tuple[int | None, ...]

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> Task:
        whens = [statement.when for statement in statements]
        conditions = tuple(dict.fromkeys(w for w in whens if not isinstance(w, Always)))
        facts = tuple(dict.fromkeys(fact for c in conditions for fact in named_facts(c)))
        place = {condition: number for number, condition in enumerate(conditions)}
        return cls(conditions, facts, tuple(place.get(when) for when in whens))

    def truths(self, results: Sequence[Kleene]) -> Truths:
        """Return the truth of every statement, given those of the distinct conditions."""
        return tuple(True if place is None else results[place] for place in self._places)

    def plain(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """Return the known facts that some condition names, as JSON would have them."""
        names = [fact.name for fact in self.facts]
        return {name: plain(known[name]) for name in names if name in known}


def plain(value: Any) -> Any:
    """Return a value of a fact in the types of JSON."""
    match value:
        case Decimal():
            return float(value)
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
    return value
