"""`ariane board`: sessions, the next one for a case, referrals, documents, whom to call."""

from typing import Annotated, Optional

import typer

from ariane.cli.board_documents import document
from ariane.cli.board_gaps import gaps
from ariane.cli.calculating import computed
from ariane.cli.options import CaseArgument, LangOption, ListFormat, ListFormatOption, OutputOption
from ariane.cli.options import group as command_group
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.cli.referring import directory, refer
from ariane.cli.surveillance import CalendarFormat, CalendarFormatOption
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    board = command_group("board_calendar:cli.about")
    board.command("sessions", help="board_calendar:cli.sessions")(sessions)
    board.command("next", help="board_calendar:cli.next")(next_session)
    board.command("refer", help="board:cli.refer")(refer)
    board.command("document", help="board:cli.document")(document)
    board.command("directory", help="board:cli.directory")(directory)
    board.command("gaps", help="board:cli.gaps")(gaps)
    app.add_typer(board, name="board")


def sessions(
    first_day: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--from", help="board_calendar:cli.from"),
    ] = None,
    count: Annotated[str, typer.Option("-n", help="board_calendar:cli.count")] = "6",
    form: CalendarFormatOption = CalendarFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the next sessions from a day on."""
    from ariane.calculators.requests import requested_sessions

    found = computed(lambda: requested_sessions(first_day, count), lang)
    from ariane.documents.board_sessions import print_sessions, sessions_data, sessions_ics

    match form:
        case CalendarFormat.TEXT:
            console = text_console(output)
            print_sessions(found, lang, console)
            finish(console, output, lang)
        case CalendarFormat.JSON:
            emit_json(sessions_data(found, lang), output, lang)
        case CalendarFormat.ICS:
            emit(sessions_ics(found, lang).decode(), output, lang)


def next_session(
    case: CaseArgument,
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the next session for a case, and in how many days it is."""
    from ariane import bootstrap
    from ariane.calculators.board_calendar import REFERRAL_STATEMENTS, next_session
    from ariane.documents.board_next import next_session_data, print_next_session

    consultation = bootstrap.assess(bootstrap.load_case(case))
    found = next_session(consultation.case.as_of)
    referrals = [consultation[name] for name in REFERRAL_STATEMENTS]
    if form is ListFormat.JSON:
        emit_json(next_session_data(found, consultation.case.id, referrals, lang), output, lang)
        return
    console = text_console(output)
    print_next_session(found, referrals, lang, console)
    finish(console, output, lang)
