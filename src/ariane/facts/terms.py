"""A vocabulary with what follows from what in it: this version's, or one that was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ariane.facts.constraints import EXCLUSIONS, IMPLICATIONS, Implication
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.expression import Expression
from ariane.logic.fact import DerivedFact, Fact


@dataclass(frozen=True, eq=False)
class Terms:
    """Facts in their order, implications, and combinations that no real patient satisfies.

    Definitions speak of earlier derived facts only, and no effect is the cause of an earlier
    implication: one pass infers everything.
    """

    facts: tuple[Fact, ...]
    implications: tuple[Implication, ...]
    exclusions: tuple[Expression, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Fact]:
        """The facts by name."""
        return {fact.name: fact for fact in self.facts}

    @cached_property
    def derived(self) -> tuple[DerivedFact, ...]:
        """The facts that follow from others, in their order."""
        return tuple(fact for fact in self.facts if isinstance(fact, DerivedFact))

    @cached_property
    def forbidden(self) -> tuple[Expression, ...]:
        """What no real patient satisfies: broken implications, then exclusions."""
        broken = (rule.cause & ~effect for rule in self.implications for effect in rule.effects)
        return (*broken, *self.exclusions)


TERMS = Terms(VOCABULARY, IMPLICATIONS, EXCLUSIONS)
"""The terms of this version."""
