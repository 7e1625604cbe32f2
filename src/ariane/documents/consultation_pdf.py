"""A consultation as a sheet of at most three pages for a tumour board, in PDF/A."""

from __future__ import annotations

from ariane.consult.consultation import Consultation
from ariane.documents.consultation_sheet import DEPTHS, sheet_data
from ariane.documents.typst_pdf import page_count, pdf
from ariane.wording.language import Language

TEMPLATE = "consultation"
MOST_PAGES = 3


def consultation_pdf(consultation: Consultation, language: Language) -> bytes:
    """Return the sheet, as deep as three pages hold.

    What has no room is counted on the sheet, never left out in silence.
    """
    for depth in DEPTHS:
        data = sheet_data(consultation, language, depth)
        if page_count(TEMPLATE, data) <= MOST_PAGES:
            break
    return pdf(TEMPLATE, data)
