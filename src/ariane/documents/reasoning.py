"""A reasoning tree in words."""

from __future__ import annotations

from typing import NamedTuple

from ariane.consult.consultation import Consultation
from ariane.facts.source import NEVER_ASKED
from ariane.logic.explain import Explained
from ariane.logic.fact import Fact
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, condition_words, value_words


class Branch(NamedTuple):
    """One node of the reasoning tree: its words, its truth, and the value behind a leaf."""

    words: str
    truth: str
    truth_label: str
    value: str
    parts: tuple[Branch, ...]


def branch(node: Explained, consultation: Consultation, language: Language) -> Branch:
    """Return a reasoning tree in words."""
    known = consultation.case.known
    fact = node.expression if isinstance(node.expression, Fact) else None
    single = getattr(node.expression, "fact", None) if fact is None else fact
    value = ""
    if isinstance(single, Fact) and single.source not in NEVER_ASKED:
        value = (
            value_words(single, known[single.name], language)
            if single.name in known
            else say("value.unknown", language)
        )
    return Branch(
        capitalised(condition_words(node.expression, language)),
        node.truth.value,
        say(f"truth.{node.truth}", language),
        value,
        tuple(branch(part, consultation, language) for part in node.parts),
    )
