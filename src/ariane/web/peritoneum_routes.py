"""The peritoneal index on a drawing: click a region, then a size."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from ariane.calculators.pci import PeritonealIndex
from ariane.calculators.pci_reading import PciReading
from ariane.case.case import PCI_REGIONS
from ariane.case.pci_kind import PciKind
from ariane.documents.pci_svg import pci_svg
from ariane.web.case_routes import casework_of
from ariane.web.casework import OpenCase
from ariane.web.form_schema import form_of
from ariane.web.pages import language_of, page
from ariane.web.security import checked_form, revision_of

router = APIRouter(prefix="/cases/{case_id}/pci")
Form = Annotated[FormData, Depends(checked_form)]
SCORES = frozenset({"", "0", "1", "2", "3"})


@router.get("")
def peritoneum(request: Request, case_id: str, kind: PciKind = PciKind.LAPAROSCOPIC) -> Response:
    """Show the index of one kind."""
    opened = casework_of(request).open(case_id, request.state.person)
    return _shown(request, opened, kind, "pci.html.j2")


@router.post("", openapi_extra=form_of("revision", "kind", "region", "score"))
def set_region(request: Request, case_id: str, form: Form) -> Response:
    """Record the score of one region; empty: not seen."""
    kind, region = str(form.get("kind", "")), str(form.get("region", ""))
    score, base = str(form.get("score", "")), revision_of(str(form.get("revision", "")))
    regions = {str(number) for number in range(PCI_REGIONS)}
    known = kind in tuple(PciKind) and region in regions and score in SCORES
    if not known:
        raise HTTPException(422, "pci")
    opened = casework_of(request).set_region(
        case_id,
        base,
        PciKind(kind),
        int(region),
        int(score) if score else None,
        request.state.person,
    )
    return _shown(request, opened, PciKind(kind), "pci_drawing.html.j2")


def _shown(request: Request, opened: OpenCase, kind: PciKind, template: str) -> Response:
    scores = opened.case.pci.get(kind, {})
    reading = PciReading(PeritonealIndex(dict(scores)), kind, None)
    return page(
        request,
        template,
        stored=opened.stored,
        kind=kind.value,
        kinds=[entry.value for entry in PciKind],
        scores=scores,
        regions=range(PCI_REGIONS),
        drawing=pci_svg(reading, language_of(request), styled=False),
    )
