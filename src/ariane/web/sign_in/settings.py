"""Which OpenID provider people sign in with, and what its claims say of their roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ariane.board.permissions import Role

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OidcSettings:
    """A provider, and this workbench as its client.

    `roles_claim` names the claim that holds a person's roles, a dot for each step inwards
    (`realm_access.roles`); `role_names` says which role another name stands for. The names of the
    roles themselves are always understood.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    roles_claim: str = "roles"
    role_names: Mapping[str, Role] = field(default_factory=dict)


def is_confidential(url: str) -> bool:
    """Return whether nobody can listen on the way to this address: HTTPS, or this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and parts.hostname in LOOPBACK
