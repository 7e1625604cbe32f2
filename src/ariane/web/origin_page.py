"""What the page on the origin shows, from the case as it stands on the desk."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from ariane.documents.origin_attached import dependent_rows
from ariane.documents.origin_ihc import ihc_lines, next_stain_lines
from ariane.documents.origin_plots import page_of, report_plot
from ariane.documents.origin_view import ReportView, matrix_view, report_view
from ariane.documents.vega import plot_svg
from ariane.origin.of_case import evidence_of
from ariane.origin.report import EvidenceSource, OriginReport
from ariane.web.casework import OpenCase
from ariane.web.origin_files import MOST_BYTES
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.cohort_map import CohortMap

KINDS = (EvidenceSource.DNA, EvidenceSource.RNA, EvidenceSource.IHC)


class Carried(NamedTuple):
    """One report of the case: its number, what it says, `None` where it does not add up."""

    number: int
    view: ReportView | None
    has_map: bool


def origin_page(opened: OpenCase, language: Language) -> dict[str, Any]:
    """Return the values of `origin.html.j2`."""
    found = evidence_of(opened.case)
    carried = [
        Carried(
            number,
            report_view(read.report, language) if read else None,
            read is not None and can_draw() and map_of(read.report) is not None,
        )
        for number, read in enumerate(found.attached)
    ]
    combined, matrix = found.combined, found.matrix
    used = combined.weights if combined else {}
    return {
        "stored": opened.stored,
        "carried": carried,
        "stains": report_view(found.stains.report, language) if found.stains else None,
        "stain_lines": ihc_lines(found.stains, language) if found.stains else [],
        "next_stains": next_stain_lines(found.stains, language) if found.stains else [],
        "combined": report_view(combined.report, language) if combined else None,
        "matrix": matrix_view(combined, matrix, language) if combined and matrix else None,
        "absent": [say(f"origin_ihc:kind.{kind}", language) for kind in KINDS if kind not in used],
        "beside": dependent_rows(opened.consultation, language),
        "can_draw": can_draw(),
        "most": MOST_BYTES // 2**20,
    }


def can_draw() -> bool:
    """Return whether drawings can be made here."""
    return all(find_spec(name) is not None for name in ("vl_convert", "numpy"))


def drawing_of(opened: OpenCase, name: str, language: Language) -> str | None:
    """Return a drawing by its name; `None` for one that there is not."""
    if not can_draw():
        return None
    found = evidence_of(opened.case)
    if name == "ihc":
        return plot_svg(report_plot(found.stains.report, language)) if found.stains else None
    if name == "combined":
        if found.combined is None:
            return None
        return plot_svg(report_plot(found.combined.report, language, found.matrix))
    kind, _, number = name.rpartition("-")
    places = {str(place): read for place, read in enumerate(found.attached)}
    read = places.get(number)
    if read is None or kind not in ("report", "map"):
        return None
    if kind == "report":
        return plot_svg(report_plot(read.report, language))
    return _map(read.report, language)


def map_of(report: OriginReport) -> CohortMap | None:
    """Return the map of the very model that answered; `None` where it has none."""
    from ariane.origin.cohort_map import load_map
    from ariane.origin.model_file import ModelFileError, shipped_cards

    for card in shipped_cards():
        if card.reference == report.model:
            try:
                drawn = load_map(card)
            except ModelFileError:
                return None
            known = drawn is not None and set(report.posterior) <= set(drawn.classes)
            return drawn if known else None
    return None


def _map(report: OriginReport, language: Language) -> str | None:
    from ariane.documents.origin_map import map_plot

    drawn = map_of(report)
    if drawn is None:
        return None
    return plot_svg(page_of(report.sample_id, [map_plot(drawn, [report], language)], language))
