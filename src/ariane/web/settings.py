"""How a workbench is run. Everything that a site may decide stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ariane.board.boards import Board
from ariane.board.session import LEAST_SPECIALITIES, QuorumRule
from ariane.board.steps import State
from ariane.web.sign_in.settings import LOOPBACK, OidcSettings, is_confidential
from ariane.wording.language import Language


class Auth(StrEnum):
    """How people sign in."""

    LOCAL = "local"
    OIDC = "oidc"


class SettingsError(ValueError):
    """Settings that must not be used together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One workbench.

    `database` is an address as SQLAlchemy writes it. `base_url` is where browsers find the
    workbench, without a slash at its end. `limits` are the days after which the site
    calls a referral late in a state, `quorum` how many specialities its sessions need, `required`
    which must be among them. `requests_a_minute` bounds what one client may ask; `concurrent` how
    many requests are worked on at once, `seconds` how long one may take.
    """

    database: str
    host: str = "127.0.0.1"
    port: int = 8321
    base_url: str = ""
    auth: Auth = Auth.LOCAL
    oidc: OidcSettings | None = None
    language: Language = Language.FR
    demo: bool = True
    limits: Mapping[State, int] = field(default_factory=dict)
    quorum: int = LEAST_SPECIALITIES
    required: Mapping[Board, frozenset[str]] = field(default_factory=dict)
    requests_a_minute: int = 1200
    concurrent: int = 32
    seconds: float = 20.0

    def __post_init__(self) -> None:
        if self.auth is Auth.LOCAL and self.host not in LOOPBACK:
            raise SettingsError(
                f"host {self.host!r} is reachable from other machines, and nobody would sign in: "
                "use --auth oidc, or a loopback address such as 127.0.0.1"
            )
        if (self.auth is Auth.OIDC) is not (self.oidc is not None):
            raise SettingsError("sign-in with a provider needs its settings, and only then")
        if self.oidc is not None:
            _check_addresses(self.base_url, self.oidc)

    @property
    def quorum_rules(self) -> Mapping[Board, QuorumRule]:
        """Return what makes a quorum at each board."""
        none = frozenset[str]()
        return {b: QuorumRule(self.quorum, self.required.get(b, none)) for b in Board}

    @property
    def is_secure(self) -> bool:
        """Return whether browsers come by HTTPS: then cookies go no other way."""
        return self.base_url.startswith("https:")


def _check_addresses(base_url: str, oidc: OidcSettings) -> None:
    for name, url in (("--base-url", base_url), ("--oidc-issuer", oidc.issuer)):
        if not is_confidential(url):
            raise SettingsError(f"{name} {url!r}: needs an https address, or one of this machine")
    if base_url.endswith("/"):
        raise SettingsError(f"--base-url {base_url!r}: leave the slash at its end away")
