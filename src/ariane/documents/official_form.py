"""An official form, put in by a site, filled in with what a case holds.

Two ways, which may be mixed: placeholders that the site has typed into the form, and labels that
the form prints, whose value goes after the label or into the cell at its right.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from ariane.case.case import Case
from ariane.documents.form_fields import field_text
from ariane.documents.form_map import FormError, FormMap
from ariane.documents.sheet_word import printable, without_clock
from ariane.wording.catalogue import say
from ariane.wording.language import Language

MOST_BYTES = 10 << 20
"""Of a form."""


def filled_form(form: bytes, mapping: FormMap, case: Case, language: Language) -> bytes:
    """Return the form with its values. Raises `FormError`; then nothing has been filled in."""
    if len(form) > MOST_BYTES:
        raise FormError(say("board:form.too-large", language, size=MOST_BYTES >> 20))
    rendered = _with_placeholders(form, mapping, case, language)
    return without_clock(_with_labels(rendered, mapping, case, language))


def _with_placeholders(form: bytes, mapping: FormMap, case: Case, language: Language) -> bytes:
    """Fill placeholders in: escaped, in a sandbox, every one of them known to the map."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    values = {
        name: printable(field_text(case, field, language))
        for name, field in mapping.placeholders.items()
    }
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template = DocxTemplate(BytesIO(form))
        template.render(values, environment, autoescape=True)
        stream = BytesIO()
        template.save(stream)
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise FormError(say("board:form.not-word", language)) from None
    except TemplateError as error:
        raise FormError(say("board:form.template", language, reason=error)) from None
    return stream.getvalue()


def _with_labels(form: bytes, mapping: FormMap, case: Case, language: Language) -> bytes:
    from docx import Document

    document = Document(BytesIO(form))
    for label, field in mapping.beside.items():
        places = _places(document, label)
        if not places:
            raise FormError(say("board:form.label-not-found", language, label=label))
        if len(places) > 1:
            times = len(places)
            raise FormError(say("board:form.label-twice", language, label=label, times=times))
        places[0].add_run(f" {printable(field_text(case, field, language))}")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _places(document: Any, label: str) -> list[Any]:
    """Return the paragraphs that take the value of a label."""
    wanted = _plain(label)
    found = [p for p in document.paragraphs if _plain(p.text).startswith(wanted)]
    for table in document.tables:
        for row in table.rows:
            found.extend(_places_in_row(row.cells, wanted))
    return found


def _places_in_row(cells: Any, wanted: str) -> list[Any]:
    """Return where a value goes in a row: the next cell that is another one, else this one."""
    found, seen = [], set()
    for number, cell in enumerate(cells):
        if cell._tc in seen or _plain(cell.text) != wanted:
            seen.add(cell._tc)
            continue
        seen.add(cell._tc)
        following = [other for other in cells[number:] if other._tc is not cell._tc]
        found.append((following or [cell])[0].paragraphs[0])
    return found


def _plain(text: str) -> str:
    """Return a label without its colon, its spaces, or its case."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()).rstrip(": ").casefold()
