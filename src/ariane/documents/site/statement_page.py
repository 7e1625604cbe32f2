"""One statement: when it applies, where it stands, what it rests on, the cases it is held to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ariane.documents.knowledge import plain
from ariane.documents.places import printed_place
from ariane.documents.site.conditions import clause
from ariane.documents.site.uses import boxes_of_statement
from ariane.documents.site.written_cases import Written, told
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.bibliography import entries, identified
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.notation import notation
from ariane.wording.catalogue import ambiguity, say, table, text, title
from ariane.wording.language import Language


def statement_content(
    statement: Statement, cases: Mapping[str, Sequence[Written]] | None, language: Language
) -> dict[str, Any]:
    """Return what the page of a statement shows; `cases` is `None` where none were given."""
    order = [s.id for s in statements()]
    place = order.index(statement.id)
    boxes = table(language, "algorithms")
    return {
        **card(statement, language),
        "section": statement.section,
        "place": printed_place(statement, language),
        "lines": spans(statement.lines),
        "printed": statement.printed,
        "action": say(f"site:action.{statement.action}", language),
        "condition": clause(statement.when, language),
        "notation": notation(statement.when),
        "epistemic": statement.epistemic,
        "done": None
        if statement.fulfilled_when is None
        else clause(statement.fulfilled_when, language),
        "exams": [say(f"exam.{exam}", language) for exam in statement.exams],
        "ambiguities": [(name, ambiguity(name, language)) for name in statement.ambiguities],
        "citations": [(key, publication(key)) for key in statement.citations],
        "data": plain(statement.data),
        "fellows": [card(s, language) for s in _fellows(statement)],
        "boxes": [(a.id, node.id, boxes[node.id]) for a, node in boxes_of_statement(statement)],
        "cases": None if cases is None else [told(c, language) for c in cases[statement.id]],
        "before": order[place - 1] if place else "",
        "after": order[place + 1] if place + 1 < len(order) else "",
    }


def card(statement: Statement, language: Language) -> dict[str, Any]:
    """Return the head of a statement, as lists show it."""
    return {
        "id": statement.id,
        "title": title(statement.id, language),
        "text": text(statement.id, language),
        "strength": statement.strength.value,
        "strength_label": say(f"strength.{statement.strength}", language),
        "grade": say(f"grade.{statement.grade}", language) if statement.grade else "",
    }


def spans(lines: Sequence[tuple[int, int]]) -> str:
    """Return ranges of lines of the source text: `303, 309-310`."""
    return ", ".join(f"{first}-{last}" if first != last else str(first) for first, last in lines)


def publication(key: str) -> dict[str, str]:
    """Return a source as the chapter prints it, the publication behind it, and its DOI."""
    entry = entries().get(key, {})
    doi = entry.get("doi", "")
    said = identified(key).removesuffix(f". doi:{doi}")
    return {"printed": entry.get("printed", key), "identified": said, "doi": doi}


def _fellows(statement: Statement) -> list[Statement]:
    if not statement.subject:
        return []
    return [s for s in statements() if s.subject == statement.subject and s is not statement]
