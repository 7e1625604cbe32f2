"""Conditions as two bits that are never null: must (definitely true) and may (possibly true)."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.cohort.sql.form import Form, Unit, Value
from ariane.cohort.sql.layers import Layers, Sql, joined, sql


class Bits(Form):
    """Must and may, each 0 or 1."""

    def __init__(self, layers: Layers) -> None:
        super().__init__(layers)
        self._zero, self._one = Sql(self.dialect.bit("false")), Sql(self.dialect.bit("true"))
        self.true = (self._one, self._one)
        self.unknown = (self._zero, self._one)

    def value(self, value: Sql, silent: Sequence[str]) -> Value:
        text = f"({value.text} IS NULL)"
        if silent:
            text = self.dialect.among(value.text, silent, or_null=True)
        return Value(value, self._bit(Sql(text, value.level)))

    def boolean(self, value: Sql) -> Unit:
        must = self._bit(sql("({0} IS NOT NULL AND {0})", value))
        return (must, self._bit(sql("({0} IS NULL OR {0})", value)))

    def test(self, facts: Sequence[Value], test: Sql) -> Unit:
        present = (sql("{} IS NOT NULL", fact.value) for fact in facts)
        return self._certain(facts, joined("AND", [*present, test]))

    def one_of(self, fact: Value, values: Sequence[str | int]) -> Unit:
        return self._certain(
            [fact], Sql(self.dialect.among(fact.value.text, values), fact.value.level)
        )

    def is_known(self, fact: Value) -> Unit:
        known = self._not(fact.unknown)
        return (known, known)

    def is_settled(self, unit: Unit) -> Unit:
        must, may = unit
        settled = self._not(sql("({} - {})", may, must))
        return (settled, settled)

    def opposite(self, unit: Unit) -> Unit:
        must, may = unit
        return (self._not(may), self._not(must))

    def all(self, units: Sequence[Unit]) -> Unit:
        return tuple(joined("&", list(parts)) for parts in zip(*units, strict=True))

    def any(self, units: Sequence[Unit]) -> Unit:
        return tuple(joined("|", list(parts)) for parts in zip(*units, strict=True))

    def filled(self, stated: Unit, computed: Unit) -> Unit:
        (must, may), (must_too, may_too) = stated, computed
        return (
            sql("({} | ({} & {}))", must, may, must_too),
            sql("({} & ({} | {}))", may, must, may_too),
        )

    def surely(self, unit: Unit) -> Sql:
        return sql("({} = 1)", unit[0])

    def differs(self, stated: Unit, computed: Unit) -> Sql:
        return sql("({0} = {1} AND ({0} <> {2} OR {1} <> {3}))", *stated, *computed)

    def result(self, unit: Unit) -> Sql:
        return sql("({} + {})", *unit)

    def _certain(self, facts: Sequence[Value], must: Sql) -> Unit:
        """Return what is true where `must` is, and unknown where one of the facts is."""
        sure = self._bit(must)
        return (sure, joined("|", [sure, *(fact.unknown for fact in facts)]))

    def _bit(self, test: Sql) -> Sql:
        return self.layers.shared(Sql(self.dialect.bit(test.text), test.level))

    def _not(self, bit: Sql) -> Sql:
        return sql("({} - {})", self._one, bit)
