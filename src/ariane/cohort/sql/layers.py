"""Nested selects: what several conditions share is a column of a layer, computed once.

Printed inline, a derived fact would be written out wherever a statement names it. Here every layer
adds columns to the one below, and a column is named only in the layers above its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ariane.cohort.sql.dialect import Dialect


class Sql(NamedTuple):
    """An expression, and the number of layers that its columns need below it."""

    text: str
    level: int = 0


def sql(template: str, *parts: Sql) -> Sql:
    """Return `template` with its `{}` filled in."""
    level = max((part.level for part in parts), default=0)
    return Sql(template.format(*(part.text for part in parts)), level)


def joined(operator: str, parts: list[Sql]) -> Sql:
    """Return `parts` in brackets with an operator between them."""
    return sql("(" + f" {operator} ".join(["{}"] * len(parts)) + ")", *parts)


class Layers:
    """The columns that a query computes on its way from a table to its outputs."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._layers: list[list[str]] = []
        self._names: dict[str, Sql] = {}

    def shared(self, made: Sql) -> Sql:
        """Return the column that holds an expression; the same expression has one column."""
        if made.text not in self._names:
            name = Sql(f"_{len(self._names)}", made.level + 1)
            self._names[made.text] = self._names[name.text] = name
            while len(self._layers) <= made.level:
                self._layers.append([])
            self._layers[made.level].append(f"{made.text} AS {name.text}")
        return self._names[made.text]

    def query(self, source: str, outputs: Mapping[str, Sql]) -> str:
        """Return the query of `outputs` by name over `source`, a table or what reads one."""
        relation = source
        for number, columns in enumerate(filter(None, self._layers)):
            inner = f"SELECT *, {', '.join(columns)} FROM {relation}{self.dialect.fence}"
            relation = f"({inner}) AS _layer{number}"
        named = (f"{made.text} AS {self.dialect.quoted(name)}" for name, made in outputs.items())
        return f"SELECT {', '.join(named)} FROM {relation}"
