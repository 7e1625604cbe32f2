"""The log, for those who may read it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from ariane.documents.audit_words import detail_words, what_words
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of, page

router = APIRouter()
SHOWN = 200


@router.get("/audit")
def audit(request: Request) -> Response:
    """Show the latest entries."""
    found = casework_of(request).log(request.state.person, SHOWN)
    language = language_of(request)
    return page(
        request,
        "audit.html.j2",
        entries=found,
        what=lambda record: what_words(record, language),
        detail=lambda record: detail_words(record, language),
    )
