"""Drawings: the algorithms with this patient's way."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from ariane.documents import pathway_svg as pathways
from ariane.documents import pci_svg
from ariane.web.case_routes import casework_of
from ariane.web.pages import language_of

router = APIRouter()
SVG = "image/svg+xml"


@router.get("/drawings.css", include_in_schema=False)
def style() -> Response:
    """Return the style of drawings that stand within a page."""
    return Response(pathways.STYLE + pci_svg.STYLE, media_type="text/css")


@router.get("/cases/{case_id}/pathway/{algorithm}.svg")
def pathway(request: Request, case_id: str, algorithm: str) -> Response:
    """Return one algorithm as a drawing that stands by itself."""
    opened = casework_of(request).open(case_id, request.state.person)
    for found in opened.consultation.pathways:
        if found.algorithm.id == algorithm:
            return Response(pathways.pathway_svg(found, language_of(request)), media_type=SVG)
    raise HTTPException(404, "algorithm")
