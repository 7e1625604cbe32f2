"""What decides of truth in one version of the guideline, so that two versions can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from ariane.facts.exams import Exam
from ariane.facts.terms import TERMS, Terms
from ariane.guideline.statement import Action, Grade, Strength
from ariane.guideline.tncd24.chapter import EDITION, GUIDELINE_ID, statements
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.logic.expression import Expression
from ariane.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a statement is, and when it holds and is fulfilled; not what it says."""

    id: str
    section: str
    strength: Strength
    grade: Grade | None
    action: Action
    exams: tuple[Exam, ...]
    when: Expression
    fulfilled_when: Expression | None


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """All rules of a version in their order, and the terms that they are written in.

    `knowledge_sha256` names the version that it was taken from, whatever was changed since.
    """

    guideline: str
    edition: str
    ariane_version: str
    knowledge_sha256: str
    terms: Terms
    rules: tuple[Rule, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by the ids of their statements."""
        return {rule.id: rule for rule in self.rules}


@cache
def current_rulebook() -> Rulebook:
    """Return the knowledge of this version."""
    rules = tuple(
        Rule(
            id=statement.id,
            section=statement.section,
            strength=statement.strength,
            grade=statement.grade,
            action=statement.action,
            exams=statement.exams,
            when=statement.when,
            fulfilled_when=statement.fulfilled_when,
        )
        for statement in statements()
    )
    return Rulebook(
        guideline=GUIDELINE_ID,
        edition=EDITION,
        ariane_version=__version__,
        knowledge_sha256=knowledge_sha256(),
        terms=TERMS,
        rules=rules,
    )
