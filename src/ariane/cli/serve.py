"""`ariane serve`: the workbench."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help="web:cli.serve")(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="web:cli.host")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="web:cli.port")] = 8321,
    data: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--data", metavar="DIR", help="web:cli.data"),
    ] = None,
    database: Annotated[
        str, typer.Option("--database", metavar="URL", help="web:cli.database")
    ] = "",
    lang: LangOption = Language.FR,
) -> None:
    """Open the workbench, until it is stopped."""
    import sys

    from ariane.store.database import DatabaseError
    from ariane.store.location import address_of
    from ariane.web.running import run
    from ariane.web.settings import Settings, SettingsError

    try:
        settings = Settings(
            database=address_of(database, data), host=host, port=port, language=lang
        )
        print(say("web:cli.open", lang, address=f"http://{host}:{port}/"), file=sys.stderr)
        run(settings)
    except (DatabaseError, SettingsError, OSError) as error:
        raise Failure(say("web:cli.cannot-serve", lang, reason=error)) from None
