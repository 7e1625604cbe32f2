"""A sheet as a Word document, the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ariane.documents.sheet import Grid, Part, Row, Sheet
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from docx.document import Document

BLANK = "_" * 24
ACCENT, QUIET = 0x7A1F3D, 0x4A5560
FONT = "Arial"
LABEL_MM, VALUE_MM = 62, 112
WIDTH_MM = LABEL_MM + VALUE_MM
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def sheet_word(sheet: Sheet, language: Language) -> bytes:
    """Return the document. Control characters, which Word forbids, are left out."""
    from docx import Document

    document = Document()
    _prepare(document, sheet, language)
    _paragraph(document, sheet.title, size=16, bold=True, colour=ACCENT)
    if sheet.subtitle:
        _paragraph(document, sheet.subtitle, colour=QUIET)
    for notice in sheet.notices:
        _paragraph(document, notice, size=8.5, italic=True, colour=QUIET)
    for part in sheet.parts:
        _write_part(document, part, language)
    stream = BytesIO()
    document.save(stream)
    return without_clock(stream.getvalue())


def without_clock(archive: bytes) -> bytes:
    """Return a Word file whose parts bear no time of writing."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as read, ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name in read.namelist():
            entry = ZipInfo(name, _NO_CLOCK)
            entry.compress_type = ZIP_DEFLATED
            made.writestr(entry, read.read(name))
    return stream.getvalue()


def printable(text: str) -> str:
    """Return a text without the control characters that XML forbids."""
    return "".join(c for c in text if c >= " " or c in "\n\t")


def _prepare(document: Document, sheet: Sheet, language: Language) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(15)
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10)
    style.paragraph_format.space_after = Pt(2)
    tag = "fr-FR" if language is Language.FR else "en-GB"
    language_mark = style.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): tag})
    style.element.get_or_add_rPr().append(language_mark)
    properties = document.core_properties
    properties.title, properties.author, properties.language = sheet.title, "Ariane", tag
    properties.comments = ""
    foot = section.footer.paragraphs[0]
    run = foot.add_run(say("intended-use", language))
    run.font.size, run.font.color.rgb = Pt(7), _colour(QUIET)


def _write_part(document: Document, part: Part, language: Language) -> None:
    from docx.shared import Pt

    heading = _paragraph(document, part.heading, size=11.5, bold=True, colour=ACCENT)
    heading.paragraph_format.space_before = Pt(9)
    heading.paragraph_format.keep_with_next = True
    for text in part.text:
        _paragraph(document, text)
    if part.rows:
        _write_rows(document, part.rows, language)
    if part.grid:
        _write_grid(document, part.grid)
    for _ in range(part.room):
        _paragraph(document, "_" * 88, colour=QUIET)


def _write_rows(document: Document, rows: tuple[Row, ...], language: Language) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (LABEL_MM, VALUE_MM), strict=True):
        column.width = Mm(width)
    for row in rows:
        label, value = table.add_row().cells
        label.width, value.width = Mm(LABEL_MM), Mm(VALUE_MM)
        _run(label.paragraphs[0], row.label, colour=QUIET, size=9)
        if row.value is None:
            _run(value.paragraphs[0], f"{BLANK} ", colour=QUIET)
            said = f"({say('board:doc.blank', language)})"
            _run(value.paragraphs[0], said, colour=QUIET, size=8, italic=True)
        else:
            _run(value.paragraphs[0], row.value)


def _write_grid(document: Document, grid: Grid) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=0, cols=len(grid.columns))
    table.style = "Table Grid"
    table.autofit = False
    widths = [Mm(WIDTH_MM * width / sum(grid.widths)) for width in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, line in enumerate((grid.columns, *grid.lines)):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, line, widths, strict=True):
            cell.width = width
            _run(cell.paragraphs[0], text, size=9, bold=number == 0)


def _paragraph(document: Document, text: str, **look: Any) -> Any:
    paragraph = document.add_paragraph()
    _run(paragraph, text, **look)
    return paragraph


def _run(
    paragraph: Any,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    colour: int | None = None,
) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(printable(text))
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = _colour(colour)


def _colour(value: int) -> Any:
    from docx.shared import RGBColor

    return RGBColor(value >> 16, value >> 8 & 0xFF, value & 0xFF)
