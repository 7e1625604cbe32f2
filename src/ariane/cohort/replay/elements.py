"""The pieces of a rulebook that decide of truth, and in which of them two versions differ."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from ariane.facts.terms import Terms
from ariane.guideline.rulebook.rulebook import Rulebook
from ariane.guideline.rulebook.writing import type_name
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact
from ariane.logic.notation import notation
from ariane.logic.structure import named_facts


class ElementKind(StrEnum):
    """Kinds of pieces: a condition, a definition, an implication, what a fact's values mean."""

    STATEMENT = "statement"
    DERIVED = "derived"
    IMPLICATION = "implication"
    FACT = "fact"


class Element(NamedTuple):
    """One piece: the id of a statement, else the name of a fact (the cause of an implication)."""

    kind: ElementKind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


class Parts(NamedTuple):
    """A rulebook taken apart: conditions, definitions and effects by name, and the facts."""

    conditions: Mapping[str, Expression]
    definitions: Mapping[str, Expression]
    effects: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Fact]


def parts_of_book(book: Rulebook) -> Parts:
    """Return the pieces of a rulebook."""
    return Parts(
        conditions={rule.id: rule.when for rule in book.rules},
        definitions={fact.name: fact.definition for fact in book.terms.derived},
        effects=_effects(book.terms),
        facts=book.terms.by_name,
    )


def _effects(terms: Terms) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule in terms.implications:
        names = (*found.get(rule.cause.name, ()), *(effect.name for effect in rule.effects))
        found[rule.cause.name] = tuple(dict.fromkeys(names))
    return found


def changed_elements(before: Parts, after: Parts) -> tuple[Element, ...]:
    """Return every piece that differs, those that only one version has included.

    A fact that only one version has is no piece of its own: what speaks of it has changed too.
    """
    return (
        *_changed(ElementKind.STATEMENT, _written(before.conditions), _written(after.conditions)),
        *_changed(ElementKind.DERIVED, _written(before.definitions), _written(after.definitions)),
        *_changed(ElementKind.IMPLICATION, before.effects, after.effects),
        *_changed(ElementKind.FACT, *_meanings(before.facts, after.facts)),
    )


def _changed(
    kind: ElementKind, before: Mapping[str, object], after: Mapping[str, object]
) -> list[Element]:
    names = dict.fromkeys((*before, *after))
    return [Element(kind, name) for name in names if before.get(name) != after.get(name)]


def _written(trees: Mapping[str, Expression]) -> dict[str, str]:
    return {name: notation(tree) for name, tree in trees.items()}


def _meanings(
    before: Mapping[str, Fact], after: Mapping[str, Fact]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return what of each shared fact bears on truth: type, silent values, narrower ones."""
    shared = [name for name in before if name in after]
    return {n: _meaning(before[n]) for n in shared}, {n: _meaning(after[n]) for n in shared}


def _meaning(fact: Fact) -> tuple[object, ...]:
    silent = frozenset(fact.no_result)
    narrower = {v: frozenset(inner) for v, inner in getattr(fact, "narrower", {}).items()}
    return type_name(fact), silent, narrower


def bearing(
    before: Parts, after: Parts, changed: tuple[Element, ...]
) -> dict[str, tuple[Element, ...]]:
    """Return the statements that some changed piece can touch, each with those pieces.

    The order is that of the later version, then what it no longer has.
    """
    found: dict[str, tuple[Element, ...]] = {}
    for name in dict.fromkeys((*after.conditions, *before.conditions)):
        reached = _reached(name, before, after)
        mine = tuple(element for element in changed if element in reached)
        if mine:
            found[name] = mine
    return found


def _reached(statement: str, before: Parts, after: Parts) -> set[Element]:
    """Return every piece that a statement rests on in one version or the other."""
    names: dict[str, None] = {}
    for parts in (before, after):
        if statement in parts.conditions:
            names.update(dict.fromkeys(_named(parts.conditions[statement])))
    found = {Element(ElementKind.STATEMENT, statement)}
    for name in (queue := list(names)):
        found.add(Element(ElementKind.FACT, name))
        for parts in (before, after):
            more = [cause for cause, effects in parts.effects.items() if name in effects]
            found.update(Element(ElementKind.IMPLICATION, cause) for cause in more)
            if name in parts.definitions:
                found.add(Element(ElementKind.DERIVED, name))
                more += _named(parts.definitions[name])
            queue.extend(other for other in dict.fromkeys(more) if other not in queue)
    return found


def _named(tree: Expression) -> list[str]:
    return [fact.name for fact in named_facts(tree)]
