"""`ariane board refer` and `directory`: a case before a board, and whom to call."""

from typing import Annotated, Optional

import typer

from ariane.board.boards import Board
from ariane.cli.options import CaseArgument, LangOption, ListFormat, ListFormatOption, OutputOption
from ariane.cli.output import emit_json, finish, text_console
from ariane.wording.language import Language

BoardOption = Annotated[Board, typer.Option("--board", help="board:cli.board")]


def refer(
    case: CaseArgument,
    board: BoardOption,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print what a board still needs of a case."""
    from ariane import bootstrap
    from ariane.board.paperwork import papers
    from ariane.board.readiness import readiness
    from ariane.documents.referral_data import referral_data
    from ariane.documents.referral_text import print_referral

    read = bootstrap.load_case(case)
    found, needed = readiness(read, board), papers(read, board)
    if form is ListFormat.JSON:
        emit_json(referral_data(found, needed, lang), output, lang)
        return
    console = text_console(output)
    print_referral(found, needed, lang, console)
    finish(console, output, lang)


def directory(
    near: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--near", metavar="CITY", help="board:cli.near"),
    ] = None,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the RENAPE centres."""
    from ariane.documents.referral_data import directory_data
    from ariane.documents.referral_text import print_directory

    if form is ListFormat.JSON:
        emit_json(directory_data(near, lang), output, lang)
        return
    console = text_console(output)
    print_directory(near, lang, console)
    finish(console, output, lang)
