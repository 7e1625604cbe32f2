"""Read the guideline for a case."""

from __future__ import annotations

from ariane.case.case import Case
from ariane.consult.conflicts import conflicts
from ariane.consult.consultation import Consultation
from ariane.consult.engine import engine
from ariane.consult.pathways import pathways
from ariane.consult.questions import ranked_questions


def assess(case: Case) -> Consultation:
    """Return the consultation of a case: every statement with its truth and what it waits for."""
    entries = engine().entries(case)
    assessed = tuple([entry.assessed for entry in entries])
    by_id = dict(zip(engine().ids, assessed, strict=True))
    return Consultation(
        case,
        assessed,
        ranked_questions(entries, case),
        pathways(case.known, by_id),
        conflicts(case.known, by_id),
    )
