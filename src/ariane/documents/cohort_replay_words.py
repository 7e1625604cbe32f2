"""Causes, pieces and counts of a replay in words."""

from __future__ import annotations

from ariane.cohort.replay.advice import UNKNOWN
from ariane.cohort.replay.attributing import ALONE, NEEDED, TOGETHER
from ariane.cohort.replay.elements import ElementKind
from ariane.cohort.replay.summary import Count, Edit, Move, Summary
from ariane.facts.vocabulary import BY_NAME
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.logic.expression import And, Expression
from ariane.logic.fact import BoolFact, IntFact
from ariane.logic.notation import notation
from ariane.logic.structure import named_facts
from ariane.wording.catalogue import label, say, title
from ariane.wording.language import Language
from ariane.wording.phrases import value_words, whole_condition

JOINS = {ALONE: "alone", NEEDED: "needed", TOGETHER: "together"}


class ReplayWords:
    """What a reader is told, in one language; counts under a minimum are said as hidden."""

    def __init__(self, summary: Summary, language: Language) -> None:
        self._minimum = summary.minimum
        self._language = language

    def say(self, key: str, **values: object) -> str:
        """Return a text of the replay's own table."""
        return say(f"cohort_replay:{key}", self._language, **values)

    def count(self, count: Count) -> str:
        """Return a number of patients with its thousands apart, or that it is hidden."""
        if count is None:
            return self.say("hidden")
        return f"{count:,}".replace(",", self.say("thousands"))

    def statement(self, name: str) -> str:
        """Return the title of a statement; none for one that this version does not have."""
        return title(name, self._language) if name in statements_by_id() else ""

    def fact(self, name: str) -> str:
        """Return the name of a fact as a person reads it, as far as this version has it."""
        return label(BY_NAME[name], self._language) if name in BY_NAME else name

    def piece(self, text: str) -> str:
        """Return one piece of the knowledge (`derived:oligometastatic`) in words."""
        kind, _, name = text.partition(":")
        shown = name if kind == ElementKind.STATEMENT else self.fact(name)
        return self.say(f"piece.{kind}", name=shown)

    def cause(self, cause: str) -> str:
        """Return a cause: one piece, or several with how they act."""
        for join, key in JOINS.items():
            if join in cause:
                names = self.say("and").join(map(self.piece, cause.split(join)))
                return self.say(f"cause.{key}", names=names)
        return self.piece(cause)

    def reads(self, piece: Expression | str | None) -> str:
        """Return how a piece reads: in words where this version has words for all of it."""
        if piece is None:
            return ""
        if isinstance(piece, str):
            return ", ".join(self.fact(name) for name in piece.split(", "))
        if all(fact.name in BY_NAME for fact in named_facts(piece)):
            return whole_condition(piece, self._language)
        return notation(piece)

    def difference(self, edit: Edit) -> tuple[str, str]:
        """Return how a piece reads before and after; of two conjunctions, only what they differ in.

        An ellipsis stands for what they share.
        """
        before, after = edit.before, edit.after
        if isinstance(before, And) and isinstance(after, And):
            shared = [part for part in before.parts if part in after.parts]
            rest = [self._without(tree, shared) for tree in (before, after)]
            if shared and all(rest):
                return rest[0], rest[1]
        none = self.say("nothing")
        return self.reads(before) or none, self.reads(after) or none

    def _without(self, tree: And, shared: list[Expression]) -> str:
        left = tuple(part for part in tree.parts if part not in shared)
        if not left:
            return ""
        return self.say("shared", rest=self.reads(left[0] if len(left) == 1 else And(left)))

    def subtitle(self, cause: str) -> str:
        """Return the title of the one statement whose condition is a cause, none for others."""
        kind, _, name = cause.partition(":")
        return self.statement(name) if kind == ElementKind.STATEMENT else ""

    def stratum(self, name: str, value: str) -> str:
        """Return a value of the column by which patients are divided."""
        fact = BY_NAME.get(name)
        if value == UNKNOWN or fact is None:
            return self.state(UNKNOWN) if value == UNKNOWN else value
        if isinstance(fact, BoolFact):
            return value_words(fact, value == "true", self._language)
        whole = isinstance(fact, IntFact)
        return value_words(fact, int(value) if whole else value, self._language)

    def move(self, move: Move) -> str:
        """Return from what to what a statement goes."""
        return f"{self.state(move.before)} → {self.state(move.after)}"

    def state(self, state: str) -> str:
        """Return a state of a statement for a patient."""
        return self.say(f"state.{state}")
