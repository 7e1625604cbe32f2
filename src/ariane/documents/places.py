"""Where a passage stands, as the printed chapter says it."""

from __future__ import annotations

from ariane.consult.digest import BOXES
from ariane.guideline.statement import Statement, Strength
from ariane.wording.catalogue import heading, say
from ariane.wording.language import Language


def printed_place(statement: Statement, language: Language) -> str:
    """Locate a passage as the printed chapter does: section, heading, box or algorithm."""
    place = f"{statement.section} {heading(statement.section, language)}"
    if statement.kind in BOXES and statement.strength in (Strength.REFERENCE, Strength.OPTION):
        return f"{place} ({say(f'box.{statement.strength}', language)})"
    return place
