"""The page that points to the published information note."""

from __future__ import annotations

from ariane.case.case import Case
from ariane.documents.case_rows import (
    fact_value,
)
from ariane.documents.referral_parts import of_case
from ariane.documents.sheet import Part, Row, Sheet
from ariane.facts.board import NON_OPPOSITION
from ariane.guideline.tncd24.cup_board import INFORMATION_NOTE
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language


def information_note(case: Case, language: Language) -> Sheet:
    """Return the page that points to the published note; the note itself is not ours to copy."""
    words = speaker(language)
    return Sheet(
        words("board:doc.note.title"),
        of_case(case, language),
        (words("board:doc.note.notice"),),
        (
            Part(words("board:doc.note.where"), (INFORMATION_NOTE.url,)),
            Part(
                words("board:doc.note.purpose"),
                tuple(words(f"board:doc.note.{k}") for k in ("purpose.text", "never", "genetic")),
            ),
            Part(
                words("board:doc.note.state"),
                rows=(
                    Row(
                        words("board:doc.note.state"),
                        fact_value(case, NON_OPPOSITION.name, language),
                    ),
                    Row(words("board:doc.note.day"), None),
                ),
            ),
            Part(words("board:doc.signature"), room=1),
        ),
    )
