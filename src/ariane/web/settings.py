"""How a workbench is run. Everything that a site may decide stands here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ariane.wording.language import Language

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Auth(StrEnum):
    """How people sign in."""

    LOCAL = "local"
    OIDC = "oidc"


class SettingsError(ValueError):
    """Settings that must not be used together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One workbench.

    `database` is an address as SQLAlchemy writes it. `requests_a_minute` bounds what one client may
    ask; `concurrent` how many requests are worked on at once, `seconds` how long one may take.
    """

    database: str
    host: str = "127.0.0.1"
    port: int = 8321
    auth: Auth = Auth.LOCAL
    language: Language = Language.FR
    demo: bool = True
    requests_a_minute: int = 1200
    concurrent: int = 32
    seconds: float = 20.0

    def __post_init__(self) -> None:
        if self.auth is Auth.LOCAL and self.host not in LOOPBACK:
            raise SettingsError(
                f"host {self.host!r} is reachable from other machines, and nobody would sign in: "
                "use --auth oidc, or a loopback address such as 127.0.0.1"
            )
