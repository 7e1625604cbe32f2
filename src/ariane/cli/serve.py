"""`ariane serve`: the workbench."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.board.boards import Board
    from ariane.board.permissions import Role
    from ariane.board.steps import State
    from ariane.web.sign_in.settings import OidcSettings

SECRET = "ARIANE_OIDC_SECRET"  # noqa: S105 - the name of a variable


class SignIn(StrEnum):
    """How people sign in."""

    LOCAL = "local"
    OIDC = "oidc"


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
    auth: Annotated[SignIn, typer.Option("--auth", help="sign_in:cli.auth")] = SignIn.LOCAL,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="sign_in:cli.base-url")
    ] = "",
    issuer: Annotated[
        str, typer.Option("--oidc-issuer", metavar="URL", help="sign_in:cli.issuer")
    ] = "",
    client_id: Annotated[
        str, typer.Option("--oidc-client-id", metavar="ID", help="sign_in:cli.client-id")
    ] = "",
    roles_claim: Annotated[
        str, typer.Option("--oidc-roles-claim", metavar="NAME", help="sign_in:cli.roles-claim")
    ] = "roles",
    role: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Option("--oidc-role", metavar="NAME=ROLE", help="sign_in:cli.role"),
    ] = None,
    late: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Option("--late", metavar="STATE=DAYS", help="web_board:cli.late"),
    ] = None,
    quorum: Annotated[
        int, typer.Option("--quorum", min=1, max=20, help="web_board:cli.quorum")
    ] = 3,
    require: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Option("--require", metavar="[BOARD=]SPECIALITY", help="web_board:cli.require"),
    ] = None,
    lang: LangOption = Language.FR,
) -> None:
    """Open the workbench, until it is stopped."""
    import sys

    from ariane.store.database import DatabaseError
    from ariane.store.location import address_of
    from ariane.web.running import run
    from ariane.web.settings import Auth, Settings, SettingsError

    try:
        provider = {"--base-url": base_url, "--oidc-issuer": issuer, "--oidc-client-id": client_id}
        oidc = _oidc(auth, provider, roles_claim, role or [], lang)
        settings = Settings(
            database=address_of(database, data),
            host=host,
            port=port,
            base_url=base_url,
            auth=Auth(auth),
            oidc=oidc,
            language=lang,
            demo=oidc is None,
            limits=_limits(late or [], lang),
            quorum=quorum,
            required=_required(require or [], lang),
        )
        address = base_url or f"http://{host}:{port}/"
        print(say("web:cli.open", lang, address=address), file=sys.stderr)
        run(settings)
    except (DatabaseError, SettingsError, OSError, ValueError) as error:
        raise Failure(say("web:cli.cannot-serve", lang, reason=error)) from None


def _limits(given: list[str], lang: Language) -> dict["State", int]:
    """Return the days of each state. Raises `ValueError` for a state or a number that is none."""
    from ariane.board.steps import State

    limits = {}
    for entry in given:
        name, _, days = entry.partition("=")
        if name not in tuple(State) or not days.isdecimal():
            states = ", ".join(State)
            raise ValueError(say("web_board:cli.late.wrong", lang, value=entry, states=states))
        limits[State(name)] = int(days)
    return limits


def _required(given: list[str], lang: Language) -> dict["Board", frozenset[str]]:
    """Return the specialities that sessions of each board need; without a board, of every board.

    Raises `ValueError` for a board that is none, or an empty name.
    """
    from ariane.board.boards import Board

    required = dict.fromkeys(Board, frozenset[str]())
    for entry in given:
        board, equals, speciality = entry.rpartition("=")
        if not speciality.strip() or (equals and board not in tuple(Board)):
            boards = ", ".join(Board)
            raise ValueError(say("web_board:cli.require.wrong", lang, value=entry, boards=boards))
        for each in (Board(board),) if equals else tuple(Board):
            required[each] |= {speciality.strip()}
    return required


def _oidc(
    auth: SignIn, given: dict[str, str], roles_claim: str, named: list[str], lang: Language
) -> "OidcSettings | None":
    """Return the settings of the provider. Raises `ValueError` for what does not go together."""
    import os

    from ariane.web.sign_in.settings import OidcSettings

    if auth is not SignIn.OIDC:
        for option in [option for option, value in given.items() if value]:
            raise ValueError(say("sign_in:only-oidc", lang, option=option))
        return None
    for option in [option for option, value in given.items() if not value]:
        raise ValueError(say("sign_in:no-option", lang, option=option))
    secret = os.environ.get(SECRET, "")
    if not secret:
        raise ValueError(say("sign_in:no-secret", lang))
    return OidcSettings(
        issuer=given["--oidc-issuer"],
        client_id=given["--oidc-client-id"],
        client_secret=secret,
        roles_claim=roles_claim,
        role_names=dict(_role(said, lang) for said in named),
    )


def _role(said: str, lang: Language) -> tuple[str, "Role"]:
    from ariane.board.permissions import Role

    name, _, role = said.rpartition("=")
    if not name or role not in tuple(Role):
        raise ValueError(say("sign_in:bad-role", lang, said=said, roles=", ".join(Role)))
    return name, Role(role)
