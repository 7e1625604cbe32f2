"""A case before a board as data: `ariane-referral/1`, and the directory of RENAPE centres."""

from __future__ import annotations

from typing import Any

from ariane.board.boards import Board
from ariane.board.directory import EDITION, centres, is_at
from ariane.board.paperwork import Paper
from ariane.board.readiness import Owed, Readiness, Warned
from ariane.documents.referral_words import (
    criterion_words,
    doubt_words,
    owed_words,
    paper_words,
    warning_words,
)
from ariane.guideline.tncd24.cup_board import REGISTRATION
from ariane.guideline.tncd24.renape_directory import PAGE
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SCHEMA = "ariane-referral/1"
DIRECTORY_SCHEMA = "ariane-board-directory/1"


def referral_data(
    found: Readiness, papers: tuple[Paper, ...], language: Language
) -> dict[str, Any]:
    """Return where a case stands; `next_session` is a date and time with its offset, or null."""
    session, following = found.next.session, found.next.following
    return {
        "schema": SCHEMA,
        "case_id": found.case_id,
        "board": found.board.value,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "ready": found.ready,
        "missing": [_owed(owed, language) for owed in found.missing],
        "next_session": session.start.isoformat() if session else None,
        "lead_days": found.next.lead_days,
        "following_session": following.start.isoformat() if following else None,
        "documents": [_paper(paper, language) for paper in papers],
        "warnings": [_warning(warned, language) for warned in found.warnings],
        "eligibility": _eligibility(found, language),
        "send_to": REGISTRATION.address if found.board is Board.CUP else None,
        "page": PAGE.url if found.board is Board.RENAPE else None,
        "intended_use": say("intended-use", language),
    }


def directory_data(near: str | None, language: Language) -> dict[str, Any]:
    """Return the centres as printed, those of a place first."""
    return {
        "schema": DIRECTORY_SCHEMA,
        "edition": EDITION,
        "page": PAGE.url,
        "near": near,
        "centres": [
            {
                "site": centre.site,
                "institution": centre.institution,
                "referents": list(centre.referents),
                "telephone": centre.telephone.number,
                "inferred": centre.telephone.inferred,
                "doubtful": centre.telephone.doubtful,
                "note": doubt_words(centre.telephone, language) or None,
                "statement": statement,
                "matches": is_at(centre, near) if near else None,
            }
            for centre, statement in centres(near)
        ],
        "notes": [say("board:directory.date", language), say("board:directory.near", language)],
        "intended_use": say("intended-use", language),
    }


def _eligibility(found: Readiness, language: Language) -> dict[str, Any]:
    return {
        "truth": found.eligibility.truth.value,
        "blocks": False,
        "criteria": [
            {
                "id": criterion.name,
                "title": criterion_words(criterion.name, language),
                "truth": criterion.truth.value,
                "missing": list(criterion.missing),
                "statements": list(criterion.statements),
            }
            for criterion in found.eligibility.criteria
        ],
        "reason": found.eligibility.reason,
        "route": found.eligibility.route,
    }


def _owed(owed: Owed, language: Language) -> dict[str, Any]:
    return {
        "id": owed.name,
        "title": owed_words(owed, language),
        "owed_by": owed.owed_by.value,
        "blocks": owed.blocks,
        "state": "absent" if owed.known_absent else "unknown",
        "facts": list(owed.facts),
        "statements": list(owed.statements),
    }


def _paper(paper: Paper, language: Language) -> dict[str, Any]:
    return {
        "id": paper.kind.value,
        "title": paper_words(paper.kind, language),
        "obligatory": paper.obligatory,
        "attached": paper.attached.value,
        "made_by_ariane": paper.made_here,
        "url": paper.url,
        "statements": list(paper.statements),
    }


def _warning(warned: Warned, language: Language) -> dict[str, Any]:
    return {
        "id": warned.caution.value,
        "text": warning_words(warned, language),
        "statements": list(warned.statements),
        "about": list(warned.facts),
    }
