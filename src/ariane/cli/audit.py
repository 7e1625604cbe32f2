"""`ariane audit`: is the log of the workbench what was written, and what are its latest entries."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional, TypeVar

import typer

from ariane.cli.failure import FOUND, Failure
from ariane.cli.options import LangOption, ListFormat, ListFormatOption, OutputOption, group
from ariane.cli.output import emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from rich.table import Table
    from sqlalchemy import Connection

    from ariane.store.audit import AuditEntry

Found = TypeVar("Found")
DataOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads it
    typer.Option("--data", metavar="DIR", help="web:cli.data"),
]
DatabaseOption = Annotated[str, typer.Option("--database", metavar="URL", help="web:cli.database")]
COLUMNS = ("at", "who", "what", "detail", "case", "revision")


def register(app: typer.Typer) -> None:
    """Add the group."""
    audit = group("audit:cli.about")
    audit.command("verify", help="audit:cli.verify")(verify)
    audit.command("show", help="audit:cli.show")(show)
    app.add_typer(audit, name="audit")


def verify(
    data: DataOption = None, database: DatabaseOption = "", lang: LangOption = Language.FR
) -> None:
    """Follow the chain of the log from its first entry; status 3 where it breaks."""
    from ariane.store import audit

    found = _read(data, database, lang, audit.verify)
    if found.broken:
        what = say(f"audit:broken.{found.broken.what}", lang)
        values = {"number": found.broken.number, "what": what, "intact": found.intact}
        raise Failure(say("audit:broken", lang, **values), FOUND)
    print(say("audit:intact", lang, count=found.intact))
    if found.erased:
        print(say("audit:erased", lang, count=found.erased))
    print(say("audit:head", lang, head=found.head))
    print(say("audit:head.advice", lang))


def show(
    data: DataOption = None,
    database: DatabaseOption = "",
    number: Annotated[int, typer.Option("-n", min=1, max=100_000, help="audit:cli.number")] = 20,
    case: Annotated[str, typer.Option("--case", metavar="ID", help="audit:cli.case")] = "",
    form: ListFormatOption = ListFormat.TEXT,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Print the latest entries, the newest first."""
    from ariane.store import audit

    found = _read(data, database, lang, lambda reading: audit.entries(reading, number, case))
    if form is ListFormat.JSON:
        rows = [entry._asdict() | {"record": _public(entry)} for entry in found]
        emit_json({"schema": "ariane-audit/1", "entries": rows}, output, lang)
        return
    console = text_console(output)
    console.print(_as_table(found, lang) if found else say("audit:none", lang))
    finish(console, output, lang)


def _read(
    data: Path | None, database: str, lang: Language, ask: "Callable[[Connection], Found]"
) -> Found:
    """Ask a database that is there already, and change nothing in it."""
    from ariane.store.database import DatabaseError, open_as_it_is
    from ariane.store.location import address_of

    try:
        opened = open_as_it_is(address_of(database, data))
        with opened.reading() as connection:
            return ask(connection)
    except DatabaseError as error:
        raise Failure(say("audit:cannot-read", lang, reason=error)) from None


def _public(entry: "AuditEntry") -> dict[str, str] | None:
    """Return a record without its salt; `None` where it has been erased."""
    return {name: entry.record.get(name, "") for name in COLUMNS} if entry.record else None


def _as_table(found: "list[AuditEntry]", lang: Language) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in ("number", *COLUMNS):
        table.add_column(say(f"audit:column.{name}", lang), overflow="fold")
    for entry in found:
        table.add_row(str(entry.number), *_cells(entry, lang))
    return table


def _cells(entry: "AuditEntry", lang: Language) -> list[str]:
    from ariane.documents.audit_words import detail_words, what_words
    from ariane.wording.phrases import printable

    if not entry.record:
        return [say("audit:erased-record", lang), *[""] * (len(COLUMNS) - 1)]
    record = entry.record
    said = dict(record) | {
        "what": what_words(record, lang),
        "detail": detail_words(record, lang),
        "at": record["at"][:19].replace("T", " "),
    }
    return [printable(said.get(name, "")) for name in COLUMNS]
