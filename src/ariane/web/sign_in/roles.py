"""From the claims of a provider to a person with roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ariane.board.permissions import Role
from ariane.web.people import Person
from ariane.web.sign_in.settings import OidcSettings

NAME_CLAIMS = ("name", "preferred_username", "email")
LONGEST_NAME = 200


def claimed(claims: Mapping[str, Any], path: str) -> Any:
    """Return a claim, `None` where it is not there. A whole name goes before its steps."""
    if path in claims:
        return claims[path]
    found: Any = claims
    for step in path.split("."):
        if not isinstance(found, Mapping) or step not in found:
            return None
        found = found[step]
    return found


def person_of(claims: Mapping[str, Any], settings: OidcSettings) -> Person:
    """Return who somebody is, with the roles that we know of; there may be none."""
    said = claimed(claims, settings.roles_claim)
    names = said.split() if isinstance(said, str) else said if isinstance(said, list) else []
    known = {role.value: role for role in Role} | dict(settings.role_names)
    roles = frozenset(known[name] for name in map(str, names) if name in known)
    subject = str(claims["sub"])
    called = next((str(claims[key]) for key in NAME_CLAIMS if claims.get(key)), subject)
    return Person(called[:LONGEST_NAME], roles, subject)
