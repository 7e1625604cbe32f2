"""`ariane pci`: the peritoneal cancer index of typed scores, or of a case."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.case.pci_kind import PciKind
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, OutputOption
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.calculators.pci_reading import PciReading

STANDARD_INPUT = "-"
CASE_SUFFIXES = (".yaml", ".yml", ".json")


class PciFormat(StrEnum):
    """Forms of an index."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("pci", help="pci:cli.about")(pci)


def pci(
    scores: Annotated[str, typer.Argument(metavar="SCORES|CASE", help="pci:cli.scores")],
    kind: Annotated[
        Optional[PciKind],  # noqa: UP045 - typer reads it
        typer.Option("--kind", help="pci:cli.kind"),
    ] = None,
    day: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--date", metavar="YYYY-MM-DD", help="pci:cli.date"),
    ] = None,
    form: Annotated[PciFormat, typer.Option("--format", help="pci:cli.format")] = PciFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the index, or the interval that it lies in."""
    from ariane.calculators.pci_comparison import comparisons
    from ariane.documents.pci_data import case_data, reading_data
    from ariane.documents.pci_text import print_readings

    of_case = _names_a_case(scores)
    found = _of_case(scores, kind, day, lang) if of_case else (_typed(scores, kind, day, lang),)
    if form is PciFormat.SVG:
        from ariane.documents.pci_svg import pci_svg

        if len(found) > 1:
            named = ", ".join(str(reading.kind) for reading in found)
            raise Failure(say("pci:refused.which", lang, source=scores, found=named))
        emit(pci_svg(found[0], lang), output, lang)
        return
    compared = comparisons({reading.kind: reading.index for reading in found if reading.kind})
    if form is PciFormat.JSON:
        one = not of_case or kind is not None
        data = reading_data(found[0], lang) if one else case_data(found, compared, lang)
        emit_json(data, output, lang)
        return
    console = text_console(output)
    print_readings(found, compared, lang, console)
    finish(console, output, lang)


def _names_a_case(text: str) -> bool:
    """Tell a case file from typed scores: by what is there, else by how it is named."""
    if text == STANDARD_INPUT or text.lower().endswith(CASE_SUFFIXES):
        return True
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _typed(text: str, kind: PciKind | None, day: str | None, lang: Language) -> "PciReading":
    from ariane.calculators.pci import PeritonealIndex
    from ariane.calculators.pci_reading import PciReading
    from ariane.calculators.pci_scores import ScoresError, read_scores
    from ariane.wording.refusals import problem_words

    try:
        scores = read_scores(text)
    except ScoresError as error:
        head = say("pci:refused", lang, count=len(error.problems))
        lines = [f"  - {problem_words(problem, lang)}" for problem in error.problems]
        raise Failure("\n".join((head, *lines, say("pci:refused.hint", lang)))) from None
    return PciReading(PeritonealIndex(scores), kind, _day(day, lang))


def _day(text: str | None, lang: Language) -> date | None:
    from ariane.case.tree import Node
    from ariane.case.values import RefusedError, calendar_date

    if text is None:
        return None
    try:
        return calendar_date(Node(text))
    except RefusedError:
        raise Failure(say("pci:refused.date", lang, value=text)) from None


def _of_case(
    path: str, kind: PciKind | None, day: str | None, lang: Language
) -> tuple["PciReading", ...]:
    from ariane import bootstrap
    from ariane.calculators.pci_reading import readings

    if day is not None:
        raise Failure(say("pci:refused.date-of-case", lang))
    found = readings(bootstrap.load_case(path))
    if not found:
        raise Failure(say("pci:refused.none", lang, source=path))
    chosen = tuple(reading for reading in found if kind is None or reading.kind is kind)
    if not chosen:
        named = ", ".join(str(reading.kind or say("pci:kind.unstated", lang)) for reading in found)
        raise Failure(say("pci:refused.no-kind", lang, source=path, kind=kind, found=named))
    return chosen
