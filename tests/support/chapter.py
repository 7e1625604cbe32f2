"""The conditions of the chapter as it is written now, each once."""

from __future__ import annotations

from functools import cache

from ariane.guideline.tncd24.chapter import statements
from ariane.logic.expression import Expression
from ariane.logic.notation import notation


@cache
def conditions() -> dict[str, Expression]:
    """Return the distinct conditions under which statements apply, by notation."""
    return {notation(statement.when): statement.when for statement in statements()}


@cache
def all_conditions() -> dict[str, Expression]:
    """Return the distinct conditions and fulfilments, by notation."""
    fulfilments = [s.fulfilled_when for s in statements() if s.fulfilled_when is not None]
    return conditions() | {notation(condition): condition for condition in fulfilments}
