"""One point on which the chapter is silent or contradicts itself, with all its passages."""

from __future__ import annotations

from typing import Any

from ariane.documents.site.sections import sections
from ariane.documents.site.statement_page import card, spans
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import Ambiguity
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.wording.catalogue import ambiguity as words_of
from ariane.wording.catalogue import heading, say
from ariane.wording.language import Language


def ambiguity_content(ambiguity: Ambiguity, language: Language) -> dict[str, Any]:
    """Return what the page of an ambiguity shows."""
    written = statements_by_id()
    return {
        **ambiguity_card(ambiguity, language),
        "passages": [
            (
                place.section,
                heading(place.section, language),
                spans((place.lines,)),
                place.section in sections(),
            )
            for place in ambiguity.passages
        ],
        "statements": [
            card(written[name], language) for name in ambiguity.statements if name in written
        ],
        "algorithms": [a.id for a in ALGORITHMS if ambiguity.id in a.ambiguities],
    }


def ambiguity_card(ambiguity: Ambiguity, language: Language) -> dict[str, Any]:
    """Return the words of an ambiguity, and how much turns on it."""
    return {
        "id": ambiguity.id,
        **words_of(ambiguity.id, language),
        "priority": ambiguity.priority.value,
        "priority_label": say(f"site:priority.{ambiguity.priority}", language),
        "touches": len(ambiguity.statements),
    }
