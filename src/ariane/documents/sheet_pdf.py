"""A sheet as a PDF."""

from __future__ import annotations

from typing import Any

from ariane.documents.sheet import Part, Sheet
from ariane.documents.typst_pdf import pdf
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language

TEMPLATE = "board_sheet"


def sheet_pdf(sheet: Sheet, language: Language) -> bytes:
    """Return the PDF of a sheet."""
    return pdf(TEMPLATE, sheet_data(sheet, language))


def sheet_data(sheet: Sheet, language: Language) -> dict[str, Any]:
    """Return what the template lays out."""
    return {
        "lang": language.value,
        "intended_use": say("intended-use", language),
        "page_of": table(language, "board")["doc.page"],
        "blank": say("board:doc.blank", language),
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "notices": list(sheet.notices),
        "parts": [_part(part) for part in sheet.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "heading": part.heading,
        "text": list(part.text),
        "rows": [[row.label, row.value] for row in part.rows],
        "columns": list(part.grid.columns) if part.grid else [],
        "widths": list(part.grid.widths) if part.grid else [],
        "cells": [cell for line in part.grid.lines for cell in line] if part.grid else [],
        "room": part.room,
    }
