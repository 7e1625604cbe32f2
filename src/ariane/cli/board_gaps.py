"""`ariane board gaps`: where boards do otherwise than the guideline, from the database."""

from enum import StrEnum
from typing import Annotated

import typer

from ariane.cli.backing_up import DatabaseOption, DataOption
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, OutputOption
from ariane.cli.output import emit, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language


class LedgerFormat(StrEnum):
    """Forms of the ledger."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def gaps(
    data: DataOption = None,
    database: DatabaseOption = "",
    form: Annotated[
        LedgerFormat, typer.Option("--format", help="board:cli.gaps.format")
    ] = LedgerFormat.TEXT,
    with_texts: Annotated[bool, typer.Option("--with-texts", help="board:cli.gaps.texts")] = False,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the gap ledger."""
    from ariane.board.gap_ledger import gap_ledger, ledger_csv, ledger_json
    from ariane.documents.gaps_text import print_gaps
    from ariane.store.database import DatabaseError, open_database
    from ariane.store.decisions import decisions_in_force
    from ariane.store.location import address_of

    try:
        opened = open_database(address_of(database, data))
    except (DatabaseError, OSError) as error:
        raise Failure(say("board:cli.gaps.failed", lang, reason=error)) from None
    with opened.reading() as connection:
        found = gap_ledger(decisions_in_force(connection))
    opened.close()
    if form is LedgerFormat.TEXT:
        console = text_console(output)
        print_gaps(found, lang, console, with_texts=with_texts)
        finish(console, output, lang)
        return
    write = ledger_json if form is LedgerFormat.JSON else ledger_csv
    emit(write(found, with_texts), output, lang)
