"""Conditions as nullable booleans: null is unknown, and SQL itself is strong Kleene."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.cohort.sql.form import Form, Unit, Value
from ariane.cohort.sql.layers import Sql, joined, sql


class Booleans(Form):
    """Nullable booleans: null is unknown."""

    true = (Sql("true"),)
    unknown = (Sql("CAST(NULL AS BOOLEAN)"),)

    def value(self, value: Sql, silent: Sequence[str]) -> Value:
        if silent:
            said = Sql(self.dialect.among(value.text, silent), value.level)
            value = self.layers.shared(sql("CASE WHEN NOT {} THEN {} END", said, value))
        return Value(value, sql("({} IS NULL)", value))

    def boolean(self, value: Sql) -> Unit:
        return (value,)

    def test(self, facts: Sequence[Value], test: Sql) -> Unit:
        return (test,)

    def one_of(self, fact: Value, values: Sequence[str | int]) -> Unit:
        return (sql(f"({{}} IN ({self.dialect.literals(values)}))", fact.value),)

    def is_known(self, fact: Value) -> Unit:
        return (sql("(NOT {})", fact.unknown),)

    def is_settled(self, unit: Unit) -> Unit:
        return (sql("({} IS NOT NULL)", *unit),)

    def opposite(self, unit: Unit) -> Unit:
        return (sql("(NOT {})", *unit),)

    def all(self, units: Sequence[Unit]) -> Unit:
        return (joined("AND", [part for unit in units for part in unit]),)

    def any(self, units: Sequence[Unit]) -> Unit:
        return (joined("OR", [part for unit in units for part in unit]),)

    def filled(self, stated: Unit, computed: Unit) -> Unit:
        return (sql("coalesce({}, {})", *stated, *computed),)

    def surely(self, unit: Unit) -> Sql:
        return sql("coalesce({}, false)", *unit)

    def differs(self, stated: Unit, computed: Unit) -> Sql:
        return sql("({0} IS NOT NULL AND {0} IS DISTINCT FROM {1})", *stated, *computed)

    def result(self, unit: Unit) -> Sql:
        return unit[0]
