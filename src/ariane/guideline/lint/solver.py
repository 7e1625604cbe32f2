"""The only place that knows z3: partial patients as a satisfiability problem.

Each fact has exactly one of the values that the conditions can tell apart, and is known or not. What
a leaf makes of a value is asked of the evaluator, not written anew; a condition then holds (or
fails) in strong Kleene logic exactly where the known facts force it to. The total assignment
behind a partial patient breaks no forbidden combination, so that such a patient can exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from ariane.facts.constraints import FORBIDDEN, IMPLICATIONS
from ariane.facts.vocabulary import ORDER
from ariane.logic.completions import domains_of
from ariane.logic.constraints import Rules
from ariane.logic.evaluate import fact_of, holds_for
from ariane.logic.expression import Always, And, Exceeds, Expression, IsKnown, Not, Or
from ariane.logic.fact import DerivedFact, Fact
from ariane.logic.structure import base_facts, facts_of, leaves

ANYTHING = "(…)"
"""The value of a fact of which conditions only ask whether it is known."""


class Problem:
    """Whether some partial patient makes all of `holds` hold and all of `fails` fail."""

    def __init__(self, holds: Sequence[Expression], fails: Sequence[Expression] = ()) -> None:
        import z3  # type: ignore[import-untyped]

        self._z3 = z3
        expressions = (*holds, *fails)
        rules = Rules(FORBIDDEN, {})
        compared = dict.fromkeys(fact for e in expressions for fact in base_facts(e))
        reached = rules.reached_from(list(compared))
        kept = [rule for rule in rules.forbidden if set(rules.open[rule]) & set(reached)]
        self._values: dict[Fact, tuple[Any, ...]] = {
            fact: (ANYTHING,) for fact in _only_asked_for(expressions, reached)
        }
        self._values.update(domains_of(reached, (*expressions, *kept), {}))
        self._facts = sorted(self._values, key=lambda fact: ORDER.get(fact.name, len(ORDER)))
        self._has = {f: [z3.Bool(f"{f.name}={v}") for v in vs] for f, vs in self._values.items()}
        self._stated = {fact: z3.Bool(f"{fact.name} known") for fact in self._facts}
        self._solver = z3.Solver()
        for choices in self._has.values():
            self._solver.add(z3.PbEq([(choice, 1) for choice in choices], 1))
        self._solver.add(*(self._totally(rule, False) for rule in kept))
        self._solver.add(*(self._certainly(e, True) for e in holds))
        self._solver.add(*(self._certainly(e, False) for e in fails))

    @cached_property
    def solvable(self) -> bool:
        """Whether there is such a patient."""
        return self._possible()

    def smallest(self) -> dict[Fact, Any] | None:
        """Return a patient with the fewest facts stated, `None` where there is none.

        Of several, the one whose facts come first in the vocabulary, with the first values: the
        answer does not hang on the whims of the solver.
        """
        if not self.solvable:
            return None
        counted = [(stated, 1) for stated in self._stated.values()]
        for size in range(len(self._facts) + 1):
            fewest = self._z3.PbLe(counted, size)
            if self._possible(fewest):
                self._solver.add(fewest)
                break
        return {
            fact: self._first_value(fact)
            for fact in self._facts
            if self._settled(self._stated[fact])
        }

    def _possible(self, *more: Any) -> bool:
        return bool(self._solver.check(*more) == self._z3.sat)

    def _settled(self, choice: Any) -> bool:
        """Make a choice for good where it is still possible, else its opposite; say which."""
        chosen = self._possible(choice)
        self._solver.add(choice if chosen else self._z3.Not(choice))
        return chosen

    def _first_value(self, fact: Fact) -> Any:
        for value, choice in zip(self._values[fact], self._has[fact], strict=True):
            if self._settled(choice):
                return value
        raise RuntimeError(f"the solver lost the value of {fact.name}")

    def _certainly(self, expression: Expression, wanted: bool) -> Any:
        """Return where the known facts make a condition what is wanted (strong Kleene)."""
        match expression:
            case And(parts) | Or(parts):
                inner = [self._certainly(part, wanted) for part in parts]
                every = isinstance(expression, And) is wanted
                return self._z3.And(inner) if every else self._z3.Or(inner)
            case Not(part):
                return self._certainly(part, not wanted)
            case DerivedFact():
                return self._certainly(expression.definition, wanted)
            case IsKnown(fact):
                return self._known(fact) if wanted else self._z3.Not(self._known(fact))
            case Always():
                return self._z3.BoolVal(wanted)
        known = [self._known(fact) for fact in facts_of(expression)]
        return self._z3.And(*known, self._totally(expression, wanted))

    def _totally(self, expression: Expression, wanted: bool) -> Any:
        """Return where the values of all facts, known or not, make a condition what is wanted."""
        match expression:
            case And(parts) | Or(parts):
                inner = [self._totally(part, wanted) for part in parts]
                every = isinstance(expression, And) is wanted
                return self._z3.And(inner) if every else self._z3.Or(inner)
            case Not(part):
                return self._totally(part, not wanted)
            case DerivedFact():
                return self._totally(expression.definition, wanted)
            case Exceeds(left, right):
                return self._exceeds(left, right, wanted)
        fact = fact_of(expression)
        return self._z3.Or(
            [
                has
                for value, has in zip(self._values[fact], self._has[fact], strict=True)
                if holds_for(expression, value) is wanted
            ]
        )

    def _exceeds(self, left: Fact, right: Fact, wanted: bool) -> Any:
        return self._z3.Or(
            [
                self._z3.And(here, there)
                for one, here in zip(self._values[left], self._has[left], strict=True)
                for two, there in zip(self._values[right], self._has[right], strict=True)
                if (one > two) is wanted
            ]
        )

    def _known(self, fact: Fact) -> Any:
        """Return where a fact is stated, or implied by one that is."""
        causes = [
            self._z3.And(self._stated[rule.cause], self._totally(rule.cause, True))
            for rule in IMPLICATIONS
            if fact in rule.effects and rule.cause in self._stated
        ]
        return self._z3.Or(self._stated[fact], *causes)


def _only_asked_for(expressions: Sequence[Expression], compared: Iterable[Fact]) -> list[Fact]:
    """Return the facts that conditions ask to be known, and never compare."""
    asked = [
        leaf.fact for e in expressions for leaf in leaves(e) if isinstance(leaf, IsKnown)
    ]
    return [fact for fact in dict.fromkeys(asked) if fact not in compared]
