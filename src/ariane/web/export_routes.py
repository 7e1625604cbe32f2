"""A case or its consultation, to take away."""

from __future__ import annotations

import re
from enum import StrEnum

from fastapi import APIRouter, Request
from fastapi.responses import Response

from ariane import bootstrap
from ariane.case.document import written
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of

router = APIRouter()


class Form(StrEnum):
    """What can be taken away."""

    CASE = "case"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


TYPES = {
    Form.CASE: ("application/json", "json"),
    Form.JSON: ("application/json", "consultation.json"),
    Form.HTML: ("text/html; charset=utf-8", "html"),
    Form.PDF: ("application/pdf", "pdf"),
}


@router.get("/cases/{case_id}/export/{form}")
def export(request: Request, case_id: str, form: Form) -> Response:
    """Return the case file, or the consultation as JSON, page or sheet."""
    opened = casework_of(request).export(case_id, request.state.person)
    if form is Form.CASE:
        content: str | bytes = written(opened.document) + "\n"
    else:
        content = bootstrap.rendered(opened.consultation, form.value, language_of(request))
    media_type, ending = TYPES[form]
    name = re.sub(r"[^\w.-]+", "-", opened.case.id, flags=re.ASCII).strip("-") or "case"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(content, media_type=media_type, headers=headers)
