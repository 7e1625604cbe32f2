"""Looking at a condition as a tree: its leaves, the facts it rests on, tests of knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ariane.logic.evaluate import fact_of
from ariane.logic.expression import Always, And, Exceeds, Expression, IsKnown, Not, Or
from ariane.logic.fact import DerivedFact, Fact


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Return the direct parts of a node; a derived fact has its definition as its part."""
    match expression:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case DerivedFact():
            return (expression.definition,)
    return ()


def leaves(expression: Expression) -> Iterator[Expression]:
    """Yield every leaf, derived facts replaced by their definitions."""
    parts = parts_of(expression)
    if not parts:
        yield expression
    for part in parts:
        yield from leaves(part)


@cache
def atoms(expression: Expression) -> tuple[Expression, ...]:
    """Return the leaves that compare facts, each once, in the order of reading."""
    found = dict.fromkeys(
        leaf for leaf in leaves(expression) if not isinstance(leaf, Always | IsKnown)
    )
    return tuple(found)


@cache
def base_facts(expression: Expression) -> tuple[Fact, ...]:
    """Return the facts whose values can move the result, derived ones replaced by their parents."""
    found: dict[Fact, None] = {}
    for atom in atoms(expression):
        found.update(dict.fromkeys(facts_of(atom)))
    return tuple(found)


def facts_of(atom: Expression) -> tuple[Fact, ...]:
    """Return the facts that one leaf names."""
    if isinstance(atom, Exceeds):
        return (atom.left, atom.right)
    return (fact_of(atom),)


@cache
def named_facts(expression: Expression) -> tuple[Fact, ...]:
    """Return the facts as the condition names them: derived ones as such, known-tests included."""
    match expression:
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(fact for part in parts for fact in named_facts(part)))
        case Not(part):
            return named_facts(part)
        case Always():
            return ()
        case IsKnown(fact):
            return (fact,)
    return facts_of(expression)


def is_epistemic(expression: Expression) -> bool:
    """Tell whether the condition tests knowledge itself."""
    return any(isinstance(leaf, IsKnown) for leaf in leaves(expression))
