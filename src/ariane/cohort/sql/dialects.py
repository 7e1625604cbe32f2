"""DuckDB, PostgreSQL and Spark: where their SQL differs."""

from __future__ import annotations

from collections.abc import Sequence

from ariane.cohort.sql.dialect import Dialect


class DuckDb(Dialect):
    """DuckDB. Functions with a constant list are run once per distinct text of a column."""

    bit_type = "UTINYINT"

    def among(self, x: str, values: Sequence[str | int], or_null: bool = False) -> str:
        if any(isinstance(value, int) for value in values):
            return super().among(x, values, or_null)
        if len(values) == 1 and not or_null:
            return f"({x} IS NOT DISTINCT FROM {self.literal(values[0])})"
        null = ", NULL" if or_null else ""
        return f"(list_position([{self.literals(values)}{null}], {x}) IS NOT NULL)"

    def is_nan(self, x: str) -> str:
        return f"isnan({x})"

    def matches(self, x: str, pattern: str) -> str:
        return f"regexp_matches({x}, {self.literal(pattern)})"

    def length(self, x: str) -> str:
        return f"len({x})"

    def has_any(self, x: str, members: Sequence[str]) -> str:
        one_by_one = (f"list_contains({x}, {self.literal(member)})" for member in members)
        return f"({' OR '.join(one_by_one)})"

    def all_among(self, x: str, members: Sequence[str | int]) -> str:
        return f"(len(list_filter({x}, lambda m: m IN ({self.literals(members)}))) = len({x}))"

    def all_match(self, x: str, pattern: str) -> str:
        return f"(len(list_filter({x}, lambda m: {self.matches('m', pattern)})) = len({x}))"

    def members(self, x: str) -> str:
        return f"(CASE WHEN {x} = '[]' THEN CAST([] AS VARCHAR[]) ELSE string_split({x}, '|') END)"

    def list_as_json(self, x: str) -> str:
        return x

    def json_object(self, values: Sequence[str]) -> str:
        named = (f"f{number} := {value}" for number, value in enumerate(values, 1))
        return f"CAST(to_json(struct_pack({', '.join(named)})) AS VARCHAR)"


class PostgreSql(Dialect):
    """PostgreSQL. A list is an array; of one with several dimensions, the members count."""

    text_type = "text"
    double_type = "float8"
    bit_type = "int"
    fence = " OFFSET 0"

    def bit(self, x: str) -> str:
        return f"({x})::int"

    def exact(self, x: str) -> str:
        return f"CAST(trim_scale(nullif({x}, 'NaN')) AS text)"

    def plain(self, x: str) -> str:
        return f'(CAST({x} AS text) COLLATE "C")'

    def plain_list(self, x: str, texts: bool) -> str:
        return f'(CAST({x} AS text[]) COLLATE "C")' if texts else f"CAST({x} AS int8[])"

    def is_nan(self, x: str) -> str:
        return f"({x} = 'NaN')"

    def matches(self, x: str, pattern: str) -> str:
        return f"({x} ~ {self.literal(pattern)})"

    def length(self, x: str) -> str:
        return f"cardinality({x})"

    def has_any(self, x: str, members: Sequence[str]) -> str:
        return f"({x} && {self._array(members)})"

    def all_among(self, x: str, members: Sequence[str | int]) -> str:
        return f"({x} <@ {self._array(members)})"

    def all_match(self, x: str, pattern: str) -> str:
        fails = f"({self.matches('m', pattern)}) IS NOT TRUE"
        return f"(NOT EXISTS (SELECT 1 FROM unnest({x}) AS u(m) WHERE {fails}))"

    def members(self, x: str) -> str:
        return f"(CASE WHEN {x} = '[]' THEN '{{}}' ELSE string_to_array({x}, '|') END)"

    def list_as_json(self, x: str) -> str:
        return f"CASE WHEN {x} IS NOT NULL THEN ARRAY(SELECT unnest({x})) END"

    def json_object(self, values: Sequence[str]) -> str:
        return f"CAST(to_json(ROW({', '.join(values)})) AS text)"

    def _array(self, members: Sequence[str | int]) -> str:
        kind = "int8" if all(isinstance(member, int) for member in members) else "text"
        return f"CAST(ARRAY[{self.literals(members)}] AS {kind}[])"


class Spark(Dialect):
    """Spark SQL."""

    quote = "`"
    text_type = "STRING"

    def literal(self, value: str | int) -> str:
        if isinstance(value, int):
            return str(value)
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def is_nan(self, x: str) -> str:
        return f"isnan({x})"

    def narrow_is_short(self, x: str) -> str:
        # Six digits always mean a narrow float of their own; past them Java may print one more
        # than it takes (JDK-4511638).
        return f"(length({self.as_text(x)}) <= 7)"

    def matches(self, x: str, pattern: str) -> str:
        return f"({x} RLIKE {self.literal(pattern)})"

    def length(self, x: str) -> str:
        return f"cardinality({x})"

    def has_any(self, x: str, members: Sequence[str]) -> str:
        return f"arrays_overlap({x}, array({self.literals(members)}))"

    def all_among(self, x: str, members: Sequence[str | int]) -> str:
        return f"forall({x}, m -> coalesce(m IN ({self.literals(members)}), false))"

    def all_match(self, x: str, pattern: str) -> str:
        return f"forall({x}, m -> coalesce({self.matches('m', pattern)}, false))"

    def members(self, x: str) -> str:
        return f"(CASE WHEN {x} = '[]' THEN array() ELSE split({x}, '[|]') END)"

    def list_as_json(self, x: str) -> str:
        return x

    def json_object(self, values: Sequence[str]) -> str:
        named = (f"'f{number}', {value}" for number, value in enumerate(values, 1))
        return f"to_json(named_struct({', '.join(named)}))"
