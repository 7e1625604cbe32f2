"""Read the guideline for a case."""

from __future__ import annotations

from ariane.case.case import Case
from ariane.consult.conflicts import conflicts
from ariane.consult.consultation import Consultation
from ariane.consult.engine import engine
from ariane.consult.pathways import pathways
from ariane.consult.questions import ranked_questions
from ariane.consult.safeguards import safeguards
from ariane.logic.truth import Truth


def assess(case: Case) -> Consultation:
    """Return the consultation of a case: every statement with its truth and what it waits for."""
    entries = engine().entries(case)
    assessed = tuple([entry.assessed for entry in entries])
    by_id = dict(zip(engine().ids, assessed, strict=True))
    holds = Truth.HOLDS
    holding = tuple([name for name, entry in by_id.items() if entry.settled_truth is holds])
    return Consultation(
        case,
        assessed,
        ranked_questions(entries, case),
        pathways(case.known, by_id),
        conflicts(case.known, holding),
        safeguards(case.known, holding),
    )
