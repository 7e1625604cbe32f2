"""`ariane board document`: a document for a board, in Word or PDF."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import CaseArgument, LangOption, OutputOption
from ariane.cli.output import emit
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.case.case import Case
    from ariane.documents.sheet import Sheet
    from ariane.guideline.tncd24.renape_directory import RenapeCentre

WORD, PDF = ".docx", ".pdf"


class Document(StrEnum):
    """Documents that a case alone can fill."""

    REGISTRATION = "registration"
    RENAPE_LETTER = "renape-letter"
    INFORMATION_NOTE = "information-note"


CentreOption = Annotated[str, typer.Option("--centre", metavar="NAME", help="board:cli.centre")]
TemplateOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads it
    typer.Option("--template", metavar="FILE", help="board:cli.template"),
]
MapOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads it
    typer.Option("--map", metavar="FILE", help="board:cli.map"),
]


def document(
    case: CaseArgument,
    kind: Annotated[Document, typer.Option("--kind", help="board:cli.kind")],
    centre: CentreOption = "",
    template: TemplateOption = None,
    mapping: MapOption = None,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Write a document: Word, or PDF where the name of the file ends so."""
    from ariane import bootstrap

    suffix = _suffix(output, lang)
    _check_options(kind, template, mapping, suffix, lang)
    make = _maker(kind, centre, lang)
    read = bootstrap.load_case(case)
    if template is not None and mapping is not None:
        emit(_filled(template, mapping, read, lang), output, lang)
        return
    sheet = make(read, lang)
    if suffix == PDF:
        from ariane.documents.sheet_pdf import sheet_pdf

        emit(sheet_pdf(sheet, lang), output, lang)
        return
    from ariane.documents.sheet_word import sheet_word

    emit(sheet_word(sheet, lang), output, lang)


def _suffix(output: Path | None, lang: Language) -> str:
    suffix = output.suffix.lower() if output else WORD
    if suffix not in (WORD, PDF):
        raise Failure(say("board:cli.suffix", lang, path=output))
    return suffix


def _check_options(
    kind: Document, template: Path | None, mapping: Path | None, suffix: str, lang: Language
) -> None:
    if (template is None) != (mapping is None):
        raise Failure(say("board:cli.template-needs-map", lang))
    if template is not None and kind is not Document.REGISTRATION:
        raise Failure(say("board:cli.template-only-registration", lang))
    if template is not None and suffix != WORD:
        raise Failure(say("board:cli.template-only-word", lang))


def _maker(kind: Document, centre: str, lang: Language) -> Callable[["Case", Language], "Sheet"]:
    from functools import partial

    from ariane.documents.information_note import information_note
    from ariane.documents.registration_sheet import registration_sheet
    from ariane.documents.renape_letter import renape_letter

    if centre and kind is not Document.RENAPE_LETTER:
        raise Failure(say("board:cli.centre.only-letter", lang))
    makers: dict[Document, Callable[[Case, Language], Sheet]] = {
        Document.REGISTRATION: registration_sheet,
        Document.RENAPE_LETTER: partial(renape_letter, centre=_centre(centre, lang)),
        Document.INFORMATION_NOTE: information_note,
    }
    return makers[kind]


def _centre(name: str, lang: Language) -> "RenapeCentre | None":
    """Return the one centre of a printed name. Raises `Failure` for none, and for several."""
    from ariane.board.directory import centres, centres_at

    if not name:
        return None
    found = centres_at(name)
    if len(found) != 1:
        names = ", ".join(centre.institution or centre.site for centre, _ in centres())
        said = say("board:cli.centre.which", lang, centre=name, count=len(found), names=names)
        raise Failure(said)
    return found[0]


def _filled(template: Path, mapping: Path, case: "Case", lang: Language) -> bytes:
    from ariane.documents.form_map import FormError, read_map
    from ariane.documents.official_form import filled_form

    where = mapping
    try:
        read = read_map(mapping.read_bytes(), lang)
        where = template
        return filled_form(template.read_bytes(), read, case, lang)
    except FormError as error:
        raise Failure(say("board:cli.cannot-fill", lang, path=where, reason=error)) from None
    except OSError as error:
        reason = error.strerror or error
        raise Failure(say("board:cli.cannot-fill", lang, path=where, reason=reason)) from None
