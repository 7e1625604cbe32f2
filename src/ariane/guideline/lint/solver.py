"""The only place that knows z3: partial patients as a satisfiability problem.

Each fact has exactly one of the values that the conditions can tell apart, and is stated or not.
What a leaf makes of a value is asked of the evaluator, not written anew; a condition then holds (or
fails) in strong Kleene logic exactly where the stated facts force it to. The total assignment
behind a partial patient breaks no forbidden combination, so that such a patient can exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ariane.facts.constraints import FORBIDDEN, IMPLICATIONS
from ariane.facts.vocabulary import ORDER
from ariane.logic.constraints import Rules
from ariane.logic.domains import domain
from ariane.logic.evaluate import fact_of, holds_for
from ariane.logic.expression import Always, And, Exceeds, Expression, IsKnown, Not, Or
from ariane.logic.fact import DateFact, DerivedFact, Fact, ScoresFact, TextFact
from ariane.logic.structure import atoms, base_facts, facts_of, leaves

ANYTHING = "(…)"
"""The value of a fact of which conditions only ask whether it is known."""


class Solver:
    """Finds patients for conditions that are made of the leaves of `expressions`."""

    def __init__(self, expressions: Sequence[Expression]) -> None:
        import z3  # type: ignore[import-untyped]

        self._z3 = z3
        self._solver = z3.Solver()
        every = (*expressions, *FORBIDDEN)
        self._leaves = tuple(dict.fromkeys(atom for e in every for atom in atoms(e)))
        self._rules = Rules(FORBIDDEN, {})
        self._values: dict[Fact, tuple[Any, ...]] = {}
        self._has: dict[Fact, list[Any]] = {}
        self._stated: dict[Fact, Any] = {}
        self._certain: dict[tuple[Expression, bool], Any] = {}
        self._total: dict[tuple[Expression, bool], Any] = {}
        self._solver.add(*(self._totally(rule, False) for rule in FORBIDDEN))

    def exists(self, holds: Sequence[Expression], fails: Sequence[Expression] = ()) -> bool:
        """Tell whether some patient makes all of `holds` hold and all of `fails` fail."""
        return self._possible(*self._demands(holds, fails))

    def smallest(
        self, holds: Sequence[Expression], fails: Sequence[Expression] = ()
    ) -> dict[Fact, Any] | None:
        """Return such a patient with the fewest facts stated, `None` where there is none.

        Of several, the one whose facts come first in the vocabulary, with the first values: the
        answer does not hang on the whims of the solver.
        """
        demands = self._demands(holds, fails)
        facts = self._reached((*holds, *fails))
        if not self._possible(*demands):
            return None
        self._solver.push()
        self._solver.add(*demands)
        self._keep_fewest(facts)
        chosen = [fact for fact in facts if self._settled(self._stated[fact])]
        patient = {fact: self._first_value(fact) for fact in chosen}
        self._solver.pop()
        return patient

    def _demands(self, holds: Sequence[Expression], fails: Sequence[Expression]) -> list[Any]:
        return [
            *(self._certainly(expression, True) for expression in holds),
            *(self._certainly(expression, False) for expression in fails),
        ]

    def _reached(self, expressions: Sequence[Expression]) -> list[Fact]:
        """Return the facts that conditions rest on or that constraints tie to them, in order."""
        named = dict.fromkeys(fact for e in expressions for fact in _facts(e))
        reached = self._rules.reached_from(list(named))
        for fact in reached:
            self._choices(fact)
        return sorted(reached, key=lambda fact: ORDER.get(fact.name, len(ORDER)))

    def _keep_fewest(self, facts: Sequence[Fact]) -> None:
        counted = [(self._stated[fact], 1) for fact in facts]
        for size in range(len(facts)):
            fewest = self._z3.PbLe(counted, size)
            if self._possible(fewest):
                self._solver.add(fewest)
                return

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

    def _choices(self, fact: Fact) -> list[Any]:
        """Return one variable for each value of a fact, made when it is first met."""
        if fact not in self._has:
            silent = isinstance(fact, TextFact | DateFact | ScoresFact)
            values = (ANYTHING,) if silent else domain(fact, self._leaves)
            choices = [self._z3.Bool(f"{fact.name}={value}") for value in values]
            self._solver.add(self._z3.PbEq([(choice, 1) for choice in choices], 1))
            self._values[fact], self._has[fact] = values, choices
            self._stated[fact] = self._z3.Bool(f"{fact.name} stated")
        return self._has[fact]

    def _certainly(self, expression: Expression, wanted: bool) -> Any:
        """Return where the stated facts make a condition what is wanted (strong Kleene)."""
        made = self._certain.get((expression, wanted))
        if made is None:
            made = self._certain[expression, wanted] = self._make_certain(expression, wanted)
        return made

    def _make_certain(self, expression: Expression, wanted: bool) -> Any:
        match expression:
            case And(parts) | Or(parts):
                inner = [self._certainly(part, wanted) for part in parts]
                return self._joined(isinstance(expression, And) is wanted, inner)
            case Not(part):
                return self._certainly(part, not wanted)
            case DerivedFact():
                return self._certainly(expression.definition, wanted)
            case IsKnown(fact):
                return self._known(fact) if wanted else self._z3.Not(self._known(fact))
            case Always():
                return self._z3.BoolVal(wanted)
        total = self._totally(expression, wanted)
        return self._joined(True, [*map(self._known, facts_of(expression)), total])

    def _totally(self, expression: Expression, wanted: bool) -> Any:
        """Return where the values of all facts, stated or not, make a condition what is wanted."""
        made = self._total.get((expression, wanted))
        if made is None:
            made = self._total[expression, wanted] = self._make_total(expression, wanted)
        return made

    def _make_total(self, expression: Expression, wanted: bool) -> Any:
        match expression:
            case And(parts) | Or(parts):
                inner = [self._totally(part, wanted) for part in parts]
                return self._joined(isinstance(expression, And) is wanted, inner)
            case Not(part):
                return self._totally(part, not wanted)
            case DerivedFact():
                return self._totally(expression.definition, wanted)
            case Exceeds(left, right):
                return self._joined(False, [*self._exceeding(left, right, wanted)])
        fact = fact_of(expression)
        choices = self._choices(fact)
        pairs = zip(self._values[fact], choices, strict=True)
        return self._joined(False, [has for v, has in pairs if holds_for(expression, v) is wanted])

    def _exceeding(self, left: Fact, right: Fact, wanted: bool) -> Iterator[Any]:
        ones, others = self._choices(left), self._choices(right)
        for one, here in zip(self._values[left], ones, strict=True):
            for other, there in zip(self._values[right], others, strict=True):
                if (one > other) is wanted:
                    yield self._z3.And(here, there)

    def _known(self, fact: Fact) -> Any:
        """Return where a fact is stated, or implied or defined by those that are."""
        if isinstance(fact, DerivedFact):
            defined = [self._certainly(fact.definition, wanted) for wanted in (True, False)]
            return self._joined(False, defined)
        causes = [rule.cause for rule in IMPLICATIONS if fact in rule.effects]
        for needed in (fact, *causes):
            self._choices(needed)
        implied = [
            self._z3.And(self._stated[cause], self._totally(cause, True)) for cause in causes
        ]
        return self._joined(False, [self._stated[fact], *implied])

    def _joined(self, every: bool, parts: list[Any]) -> Any:
        if len(parts) == 1:
            return parts[0]
        return self._z3.And(parts) if every else self._z3.Or(parts)


def _facts(expression: Expression) -> Iterator[Fact]:
    """Yield the facts that a condition rests on, those included that need only be known."""
    yield from base_facts(expression)
    for leaf in leaves(expression):
        if isinstance(leaf, IsKnown):
            asked = leaf.fact
            yield from base_facts(asked) if isinstance(asked, DerivedFact) else (asked,)
