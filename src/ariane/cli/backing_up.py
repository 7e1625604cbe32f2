"""`ariane backup` and `ariane restore`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.store.backup import BackupError

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="board:backup.file")]
DataOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads it
    typer.Option("--data", metavar="DIR", help="web:cli.data"),
]
DatabaseOption = Annotated[str, typer.Option("--database", metavar="URL", help="web:cli.database")]


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command("backup", help="board:backup.about")(backup)
    app.command("restore", help="board:backup.restore")(restore_command)


def backup(
    file: FileArgument,
    data: DataOption = None,
    database: DatabaseOption = "",
    lang: LangOption = Language.FR,
) -> None:
    """Back a database up to a file."""
    import sys

    from ariane.store.backup import BackupError, back_up
    from ariane.store.location import address_of

    try:
        back_up(address_of(database, data), file)
    except BackupError as error:
        raise _failure(error, lang) from None
    except OSError as error:
        raise Failure(say("board:backup.failed", lang, reason=error)) from None
    print(say("cli.written", lang, path=file), file=sys.stderr)


def restore_command(
    file: FileArgument,
    data: DataOption = None,
    database: DatabaseOption = "",
    replace: Annotated[bool, typer.Option("--replace", help="board:backup.replace")] = False,
    lang: LangOption = Language.FR,
) -> None:
    """Put a backup into a database, then bring its tables up to date."""
    import sys

    from ariane.store.backup import BackupError, restore
    from ariane.store.database import DatabaseError, open_database
    from ariane.store.location import address_of

    address = address_of(database, data)
    try:
        restore(file, address, replace=replace)
        open_database(address).close()
    except BackupError as error:
        raise _failure(error, lang) from None
    except (DatabaseError, OSError) as error:
        raise Failure(say("board:backup.failed", lang, reason=error)) from None
    print(say("board:backup.restored", lang, path=file), file=sys.stderr)


def _failure(error: "BackupError", lang: Language) -> Failure:
    return Failure(say(f"board:backup.{error.obstacle}", lang, about=error.about))
