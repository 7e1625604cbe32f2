"""The exact status of a condition, beyond Kleene: what every completion of the case agrees on.

Kleene's `unknown` is cautious: `x or not x` is unknown as long as `x` is, and constraints among
facts are not seen. A condition is *settled* when all completions (allowed values for every unknown
fact, no forbidden combination) give the same result; then no answer is worth asking for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ariane.logic.constraints import Rules, touching
from ariane.logic.domains import domain, representative
from ariane.logic.evaluate import Values
from ariane.logic.expression import Exceeds, Expression
from ariane.logic.fact import Fact
from ariane.logic.lanes import Lanes
from ariane.logic.search import searched_status
from ariane.logic.structure import atoms, base_facts, facts_of

MAX_LANES = 1 << 20
"""About sixteen unknown facts, some with more than two values; past that, a search takes over."""

Domains = tuple[tuple[Fact, tuple[Any, ...]], ...]


class ExactStatus(NamedTuple):
    """Whether all completions agree, on what, and else which unknown facts can still turn it."""

    settled: bool
    truth: bool | None
    missing: tuple[Fact, ...]


def exact_status(
    expression: Expression,
    known: Values,
    forbidden: Sequence[Expression] = (),
    max_lanes: int = MAX_LANES,
) -> ExactStatus:
    """Return the exact status of a condition that Kleene leaves unknown.

    `forbidden` are expressions that are false in every real patient. Raises `ValueError` where the
    known facts already contradict them.
    """
    return Completions(expression, known, forbidden, max_lanes).status()


class Completions:
    """All completions of the facts that bear on one condition.

    `reached` are the unknown facts that can bear on it, constraints followed to their ends.
    """

    def __init__(
        self,
        expression: Expression,
        known: Values,
        forbidden: Sequence[Expression] | Rules = (),
        max_lanes: int = MAX_LANES,
    ) -> None:
        rules = forbidden if isinstance(forbidden, Rules) else Rules(forbidden, known)
        self._expression = expression
        self._known = known
        self._forbidden = rules.forbidden
        self._max_lanes = max_lanes
        self._unknown = tuple(f for f in base_facts(expression) if f.name not in known)
        self.reached = rules.reached_from(self._unknown)
        facts, self._rules = touching(self._unknown, self.reached, rules, known)
        self._domains = dict(domains_of(facts, (expression, *self._rules), known))
        count = 1
        for values in self._domains.values():
            count *= len(values)
        self._lanes = Lanes(tuple(self._domains.items()), known) if count <= max_lanes else None
        if self._lanes is not None:
            self._valid = self._lanes.avoiding(self._rules)
            self._result = self._lanes.evaluate(expression) & self._valid

    def status(self) -> ExactStatus:
        """Return whether all completions agree. Raises `ValueError` where there is none at all."""
        if self._lanes is None:
            domains = tuple(self._domains.items())
            return ExactStatus(
                *searched_status(self._expression, self._known, self._rules, domains, self._unknown)
            )
        if self._valid == 0:
            raise ValueError("the known facts contradict the constraints")
        if self._result in (0, self._valid):
            return ExactStatus(True, self._result != 0, ())
        missing = tuple(
            fact for fact in self._unknown if self._lanes.sensitive(fact, self._result, self._valid)
        )
        return ExactStatus(False, None, missing or self._unknown)

    def settled_by(self, fact: Fact, value: Any) -> bool | None:
        """Return what learning one more fact settles the condition to; `None` where it stays open.

        `None` also where the value contradicts what is known: no patient can give that answer.
        """
        if self._lanes is None or fact not in self._domains:
            return self._settled_afresh(fact, value)
        rules = (self._expression, *self._rules)
        seen = representative(fact, value, self._domains[fact], rules)
        if seen is None:
            return self._settled_afresh(fact, value)
        valid = self._valid & self._lanes.value_lanes(fact, seen)
        result = self._result & valid
        if valid == 0 or result not in (0, valid):
            return None
        return result != 0

    def _settled_afresh(self, fact: Fact, value: Any) -> bool | None:
        known = {**self._known, fact.name: value}
        try:
            return exact_status(self._expression, known, self._forbidden, self._max_lanes).truth
        except ValueError:
            return None


def domains_of(facts: Sequence[Fact], expressions: Sequence[Expression], known: Values) -> Domains:
    """Return each fact with the values that `expressions` can tell apart."""
    leaves = tuple(dict.fromkeys(atom for expression in expressions for atom in atoms(expression)))
    bounds = tuple(
        known[fact.name]
        for atom in leaves
        if isinstance(atom, Exceeds)
        for fact in facts_of(atom)
        if fact.name in known
    )
    return tuple((fact, domain(fact, leaves, bounds)) for fact in facts)


def consistent(about: Sequence[Expression], known: Values, forbidden: Sequence[Expression]) -> bool:
    """Tell whether some completion avoids the combinations of `about` and `forbidden`."""
    unknown = tuple(dict.fromkeys(f for rule in about for f in base_facts(rule)))
    unknown = tuple(fact for fact in unknown if fact.name not in known)
    try:
        rules = Rules((*about, *forbidden), known)
    except ValueError:
        return False
    facts, kept = touching(unknown, rules.reached_from(unknown), rules, known)
    return Lanes(domains_of(facts, kept, known), known).avoiding(kept) != 0
