"""One version of the knowledge with a single piece taken from the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ariane.cohort.replay.elements import Element, ElementKind, Parts
from ariane.facts.constraints import Implication
from ariane.facts.terms import Terms
from ariane.guideline.rulebook.rulebook import Rule, Rulebook
from ariane.logic.data_reader import DataReader
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact, DerivedFact, Fact
from ariane.logic.structure import named_facts
from ariane.logic.tree_data import tree_data
from ariane.logic.tree_reading import TreeReader

FIELDS = {
    ElementKind.STATEMENT: "conditions",
    ElementKind.DERIVED: "definitions",
    ElementKind.IMPLICATION: "effects",
    ElementKind.FACT: "facts",
}


class UnreadableSwapError(ValueError):
    """A piece that cannot be read among those of the other version (a fact of another type)."""


def swapped(
    base: Parts, other: Parts, element: Element, rules: Mapping[str, Rule], ids: Collection[str]
) -> Rulebook:
    """Return `base` with one piece as `other` has it, which may be none; only the rules of `ids`.

    `rules` gives each statement's other fields. Raises `UnreadableSwapError`.
    """
    field = FIELDS[element.kind]
    items = dict(getattr(base, field))
    theirs = getattr(other, field)
    if element.name in theirs:
        items[element.name] = theirs[element.name]
    else:
        del items[element.name]
    return _assembled(base._replace(**{field: items}), other, rules, ids)


def _assembled(
    parts: Parts, other: Parts, rules: Mapping[str, Rule], ids: Collection[str]
) -> Rulebook:
    facts = {n: _plain(f, other.facts.get(n)) for n, f in {**other.facts, **parts.facts}.items()}
    definitions = {n: _bound(tree, facts) for n, tree in parts.definitions.items()}
    ordered = _in_order(list(definitions), lambda n: [f.name for f in named_facts(definitions[n])])
    derived = [DerivedFact(name, definition=definitions[name]) for name in ordered]
    base = [fact for name, fact in facts.items() if name not in definitions]
    conditions = {n: tree for n, tree in parts.conditions.items() if n in ids}
    kept = [replace(rules[n], when=_bound(tree, facts)) for n, tree in conditions.items()]
    terms = Terms((*base, *derived), _implications(parts.effects, facts), ())
    return Rulebook(
        guideline="",
        edition="",
        ariane_version="",
        knowledge_sha256="",
        terms=terms,
        rules=tuple(kept),
    )


def _plain(fact: Fact, other: Fact | None) -> Fact:
    """Return a fact without a definition, allowed all that either version allows."""
    if isinstance(fact, BoolFact):
        return BoolFact(fact.name)
    mine, theirs = getattr(fact, "allowed", ()), getattr(other, "allowed", ())
    if not mine or not theirs or type(fact) is not type(other):
        return fact
    widened: dict[str, Any] = {"allowed": tuple(dict.fromkeys((*mine, *theirs)))}
    return replace(fact, **widened)


def _bound(tree: Expression, facts: Mapping[str, Fact]) -> Expression:
    """Return a condition over the facts of the same names."""
    reader = DataReader()
    found = TreeReader(facts, reader).tree(tree_data(tree), "$")
    if reader.problems:
        raise UnreadableSwapError(reader.problems[0].place)
    return found


def _implications(
    effects: Mapping[str, tuple[str, ...]], facts: Mapping[str, Fact]
) -> tuple[Implication, ...]:
    def causes(name: str) -> list[str]:
        return [cause for cause, implied in effects.items() if name in implied]

    return tuple(
        Implication(_flag(name, facts), tuple(_flag(effect, facts) for effect in effects[name]))
        for name in _in_order(list(effects), causes)
    )


def _flag(name: str, facts: Mapping[str, Fact]) -> BoolFact:
    fact = facts[name]
    if isinstance(fact, BoolFact):
        return fact
    raise UnreadableSwapError(name)


def _in_order(names: Sequence[str], needs: Callable[[str], Sequence[str]]) -> list[str]:
    """Return names after those they need; a circle that only a mixture has is cut where met."""
    done: dict[str, None] = {}
    open_: set[str] = set()

    def visit(name: str) -> None:
        if name in names and name not in open_:
            open_.add(name)
            for needed in needs(name):
                visit(needed)
            done[name] = None

    for name in names:
        visit(name)
    return list(done)
