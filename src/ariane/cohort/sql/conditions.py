"""From the tree of a condition to SQL; what occurs twice is a column of a layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ariane.cohort.sql.form import Form, Unit, Value
from ariane.cohort.sql.layers import Sql, sql
from ariane.logic.expression import (
    Always,
    And,
    Compare,
    Contains,
    Exceeds,
    Expression,
    IsKnown,
    Not,
    NotEmpty,
    OneOf,
    Operator,
    Or,
)
from ariane.logic.fact import BoolFact, Fact


class Conditions:
    """Conditions over what a table has of each fact; a fact that it has not is unknown.

    `roots` are all that will be asked for: they say what is shared.
    """

    def __init__(
        self,
        form: Form,
        booleans: Mapping[str, Unit],
        values: Mapping[str, Value],
        roots: Iterable[Expression],
    ) -> None:
        self.form = form
        self._booleans = dict(booleans)
        self._values = values
        self._uses: Counter[Expression] = Counter()
        self._units: dict[Expression, Unit] = {}
        for root in roots:
            self._count(root)

    def states(self, fact: BoolFact) -> bool:
        """Tell whether anything at all is said of a fact."""
        return fact.name in self._booleans

    def set(self, fact: BoolFact, unit: Unit) -> None:
        """Let a fact be what `unit` says, in all that is asked for from now on."""
        self._booleans[fact.name] = self.form.shared(unit)

    def unit(self, expression: Expression) -> Unit:
        """Return a condition in its form."""
        if isinstance(expression, BoolFact):
            return self._booleans.get(expression.name, self.form.unknown)
        if expression not in self._units:
            unit = self._printed(expression)
            often = self._uses[expression] > 1
            self._units[expression] = self.form.shared(unit) if often else unit
        return self._units[expression]

    def _printed(self, expression: Expression) -> Unit:
        match expression:
            case And(parts):
                return self.form.all([self.unit(part) for part in parts])
            case Or(parts):
                return self.form.any([self.unit(part) for part in parts])
            case Not(part):
                return self.form.opposite(self.unit(part))
            case Always():
                return self.form.true
            case IsKnown(fact):
                return self._known(fact)
            case Exceeds(left, right):
                return self._tested("({} > {})", left, right)
        return self._leaf(expression)

    def _leaf(self, leaf: Expression) -> Unit:
        dialect = self.form.dialect
        match leaf:
            case OneOf(fact, values):
                value = self._values.get(fact.name)
                return self.form.one_of(value, values) if value else self.form.unknown
            case Compare(fact, operator, bound):
                sign = "=" if operator is Operator.EQ else operator.value
                return self._tested(f"({{}} {sign} {dialect.number(float(bound.value))})", fact)
            case Contains(fact):
                members = sorted(leaf.accepted())
                return self._tested(dialect.has_any("{0}", members), fact)
            case NotEmpty(fact):
                return self._tested(f"({dialect.length('{}')} > 0)", fact)
        raise TypeError(f"{type(leaf).__name__} is not a leaf over one fact")

    def _tested(self, template: str, *facts: Fact) -> Unit:
        values = [self._values[fact.name] for fact in facts if fact.name in self._values]
        if len(values) < len(facts):
            return self.form.unknown
        return self.form.test(values, sql(template, *(value.value for value in values)))

    def _known(self, fact: Fact) -> Unit:
        if isinstance(fact, BoolFact):
            return self.form.is_settled(self.unit(fact))
        value = self._values.get(fact.name)
        return self.form.is_known(value) if value else self.form.opposite(self.form.true)

    def _count(self, expression: Expression) -> None:
        self._uses[expression] += 1
        if self._uses[expression] == 1:
            match expression:
                case And(parts) | Or(parts):
                    for part in parts:
                        self._count(part)
                case Not(part):
                    self._count(part)


def surely_any(tests: Iterable[Sql]) -> Sql:
    """Return whether one of `tests` is true: false where none is, whatever is null."""
    listed = list(tests)
    level = max((test.level for test in listed), default=0)
    return Sql(
        "coalesce(" + (" OR ".join(test.text for test in listed) or "false") + ", false)", level
    )
